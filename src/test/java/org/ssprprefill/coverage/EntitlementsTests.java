package org.ssprprefill.coverage;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.contact.UserPrincipalName;
import org.ssprprefill.message.Message;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.EntraUser;
import org.ssprprefill.tenant.Obstacle;
import org.ssprprefill.tenant.Sku;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link Entitlements} and {@link SeatNeed}. */
class EntitlementsTests {

	private static final String E3 = "05e9a617-0261-4cee-bb44-138d3ef5d965";

	private static final String BUSINESS_STANDARD = "f245ecc8-75af-4f8e-b61f-27d8114de5f3";

	private static final String OFFICE_E3 = "6fd2c87f-b296-42f0-b197-1e91e994b900";

	private static final String ROOM = "6070a4c8-34c6-4937-8dfb-39bbc6397a60";

	private static final String UNHEARD_OF = "11111111-2222-3333-4444-555555555555";

	private static final Sku E3_SKU = new Sku(E3, "SPE_E3", "Enabled", 10, 7, Set.of(LicenceCatalog.P1));

	@ParameterizedTest
	@CsvSource({ "Enabled, WRITEBACK", "Warning, WRITEBACK", "Suspended, NONE", "Deleted, NONE", "LockedOut, NONE",
			"Unheard, NONE" })
	void takesTheUsersOwnPlansFirst(String status, Entitlement expected) {
		EntraUser user = user(false, List.of(E3), new EntraUser.AssignedPlan(LicenceCatalog.P1, status));
		assertThat(tenantWith(E3_SKU).of(user)).isEqualTo(expected);
	}

	@Test
	void countsP2WithoutP1() {
		EntraUser user = user(true, List.of(), new EntraUser.AssignedPlan(LicenceCatalog.P2, "Enabled"));
		assertThat(tenantWith().of(user)).isEqualTo(Entitlement.WRITEBACK);
	}

	@Test
	void countsOnePlanInForceBesideAnEndedOne() {
		EntraUser user = user(true, List.of(), new EntraUser.AssignedPlan(LicenceCatalog.P1, "Deleted"),
				new EntraUser.AssignedPlan(LicenceCatalog.P2, "Warning"));
		assertThat(tenantWith().of(user)).isEqualTo(Entitlement.WRITEBACK);
	}

	@Test
	void takesTheProductWhereThePlansSayNothing() {
		assertThat(tenantWith(E3_SKU).of(user(true, List.of(E3)))).isEqualTo(Entitlement.WRITEBACK);
		assertThat(unreadable().of(user(true, List.of(E3)))).isEqualTo(Entitlement.WRITEBACK);
	}

	@Test
	void takesNoProductOfAnEndedSubscription() {
		Sku ended = new Sku(E3, "SPE_E3", "Suspended", 10, 7, Set.of(LicenceCatalog.P1));
		assertThat(tenantWith(ended).of(user(true, List.of(E3)))).isEqualTo(Entitlement.NONE);
	}

	@Test
	void countsADisabledPlanAsAbsent() {
		EntraUser user = withLicences(false, List.of(new EntraUser.AssignedLicence(E3, List.of(LicenceCatalog.P1))));
		assertThat(tenantWith(E3_SKU).of(user)).isEqualTo(Entitlement.NONE);
	}

	@Test
	void knowsBusinessStandardByItsProductId() {
		assertThat(tenantWith().of(user(false, List.of(BUSINESS_STANDARD)))).isEqualTo(Entitlement.CLOUD_RESET);
	}

	@Test
	void findsNoEntitlementInOfficeAlone() {
		assertThat(tenantWith().of(user(false, List.of(OFFICE_E3)))).isEqualTo(Entitlement.NONE);
		assertThat(tenantWith().of(user(false, List.of()))).isEqualTo(Entitlement.NONE);
	}

	@Test
	void doesNotGuessAtAProductThatNobodyDescribes() {
		assertThat(unreadable().of(user(false, List.of(UNHEARD_OF)))).isEqualTo(Entitlement.UNKNOWN);
		assertThat(unreadable().of(user(false, List.of(UNHEARD_OF, BUSINESS_STANDARD))))
			.isEqualTo(Entitlement.CLOUD_RESET);
		assertThat(unreadable().of(user(true, List.of(UNHEARD_OF, BUSINESS_STANDARD)))).isEqualTo(Entitlement.UNKNOWN);
	}

	@Test
	void tellsResourceAccountsFromPeople() {
		assertThat(tenantWith().isResourceAccount(user(false, List.of(ROOM)))).isTrue();
		assertThat(tenantWith().isResourceAccount(user(false, List.of(ROOM, E3)))).isFalse();
		assertThat(tenantWith().isResourceAccount(user(false, List.of()))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "MEETING_ROOM_NEW", "MCOCAP_NEW", "Microsoft_Teams_Rooms_Pro_NEW" })
	void knowsANewRoomLicenceByItsPartNumber(String partNumber) {
		Sku sku = new Sku(UNHEARD_OF, partNumber, "Enabled", 5, 0, Set.of(LicenceCatalog.P1));
		assertThat(tenantWith(sku).isResourceAccount(user(false, List.of(UNHEARD_OF)))).isTrue();
		assertThat(tenantWith(sku).entitles(sku)).isEqualTo(Entitlement.NONE);
	}

	@Test
	void saysWhatAProductEntitlesTo() {
		Sku standard = new Sku(BUSINESS_STANDARD, "O365_BUSINESS_PREMIUM", "Warning", 1, 0, Set.of());
		Sku office = new Sku(OFFICE_E3, "ENTERPRISEPACK", "Enabled", 1, 0, Set.of());
		Sku ended = new Sku(E3, "SPE_E3", "Deleted", 1, 0, Set.of(LicenceCatalog.P1));
		assertThat(List.of(E3_SKU, standard, office, ended)).extracting((sku) -> tenantWith().entitles(sku))
			.containsExactly(Entitlement.WRITEBACK, Entitlement.CLOUD_RESET, Entitlement.NONE, Entitlement.NONE);
	}

	@ParameterizedTest
	@CsvSource({ "0, 0, 0", "0, 3, 0", "5, 0, 0", "2, 3, 0", "2, 4, 1", "9, 0, 4", "9, 1, 5", "0, 9, 6", "5, 3, 3",
			"4, 1, 0" })
	void countsTheSeatsThatAreMissing(long cloud, long hybrid, long missing) {
		Sku standard = new Sku(BUSINESS_STANDARD, "O365_BUSINESS_PREMIUM", "Enabled", 2, 0, Set.of());
		Sku overdrawn = new Sku(UNHEARD_OF, "EMS_NEW", "Enabled", 1, 9, Set.of(LicenceCatalog.P1));
		Coverage coverage = new Coverage(Share.EMPTY, Map.of(), List.of(), new Share(0, cloud + hybrid), cloud, hybrid,
				Map.of(), Share.EMPTY, 0, new Coverage.PhoneOnly(0, 0), Map.of());
		List<Sku> skus = List.of(E3_SKU, standard, overdrawn);
		assertThat(SeatNeed.seatsMissing(coverage, tenantWith(), skus)).isEqualTo(missing);
	}

	@Test
	void tellsWhoRestsOnASubscriptionThatIsEnding() {
		EntraUser.AssignedPlan ending = new EntraUser.AssignedPlan(LicenceCatalog.P1, "Warning");
		EntraUser.AssignedPlan inForce = new EntraUser.AssignedPlan(LicenceCatalog.P2, "Enabled");
		EntraUser.AssignedPlan ended = new EntraUser.AssignedPlan(LicenceCatalog.P2, "Suspended");
		assertThat(tenantWith().restsOnWarning(user(true, List.of(E3), ending))).isTrue();
		assertThat(tenantWith().restsOnWarning(user(true, List.of(E3), ending, ended))).isTrue();
		assertThat(tenantWith().restsOnWarning(user(true, List.of(E3), ending, inForce))).isFalse();
		assertThat(tenantWith().restsOnWarning(user(true, List.of(E3), ended))).isFalse();
		Sku standard = new Sku(BUSINESS_STANDARD, "O365_BUSINESS_PREMIUM", "Warning", 1, 1, Set.of());
		assertThat(tenantWith(standard).restsOnWarning(user(false, List.of(BUSINESS_STANDARD)))).isTrue();
		assertThat(tenantWith().restsOnWarning(user(false, List.of(BUSINESS_STANDARD)))).isFalse();
	}

	@Test
	void namesSubscriptionsThatAreEndingOrHaveEnded() {
		Sku ending = new Sku(E3, "SPE_E3", "Warning", 0, 7, 9, 0, Set.of(LicenceCatalog.P1));
		Sku partly = new Sku(BUSINESS_STANDARD, "O365_BUSINESS_PREMIUM", "Enabled", 5, 4, 0, 3, Set.of());
		Sku gone = new Sku(UNHEARD_OF, "EMS_NEW", "Suspended", 0, 2, 0, 2, Set.of(LicenceCatalog.P1));
		Sku office = new Sku(OFFICE_E3, "ENTERPRISEPACK", "Suspended", 0, 8, Set.of());
		Sku room = new Sku("room", "MEETING_ROOM_NEW", "Suspended", 0, 1, Set.of(LicenceCatalog.P1));
		Subscriptions found = Subscriptions.of(LicenceCatalog.standard(),
				List.of(E3_SKU, ending, partly, gone, office, room));
		assertThat(found.ending())
			.containsExactly("Microsoft 365 E3 (Warning, 7 assigned, 0 seats in force, 9 ending)");
		assertThat(found.ended()).containsExactly(
				"Microsoft 365 Business Standard (Enabled, 4 assigned, 5 seats in force, 3 suspended)",
				"EMS_NEW (Suspended, 2 assigned, 0 seats in force, 2 suspended)");
	}

	@ParameterizedTest
	@CsvSource({ "YES, CLOUD_RESET, YES, NO", "NO, NONE, NO, NO", "UNKNOWN, UNKNOWN, UNKNOWN, NO" })
	void letsTheJobDecideAboutOffice365OnWhichMicrosoftsPagesDisagree(Ruling stated, Entitlement entitlement,
			Ruling cloudOnly, Ruling synchronised) {
		Entitlements entitlements = new Entitlements(LicenceCatalog.standard(), new Answer.Read<>(List.of()), stated);
		EntraUser cloud = user(false, List.of(OFFICE_E3));
		assertThat(entitlements.of(cloud)).isEqualTo(entitlement);
		assertThat(entitlements.of(cloud).suffices(false)).isEqualTo(cloudOnly);
		assertThat(entitlements.restsOnOffice365(cloud)).isTrue();
		assertThat(entitlements.restsOnOffice365(user(false, List.of(OFFICE_E3, BUSINESS_STANDARD)))).isFalse();
		assertThat(entitlements.of(user(true, List.of(OFFICE_E3))).suffices(true)).isEqualTo(synchronised);
	}

	private static Entitlements tenantWith(Sku... skus) {
		return new Entitlements(LicenceCatalog.standard(), new Answer.Read<>(Arrays.asList(skus)), Ruling.NO);
	}

	private static Entitlements unreadable() {
		Obstacle obstacle = new Obstacle(Message.of("part.licences"), Obstacle.Cause.PERMISSION_MISSING, List.of(), 403,
				"");
		return new Entitlements(LicenceCatalog.standard(), new Answer.Unreadable<>(obstacle), Ruling.NO);
	}

	private static EntraUser user(boolean synchronised, List<String> skuIds, EntraUser.AssignedPlan... plans) {
		List<EntraUser.AssignedLicence> licences = skuIds.stream()
			.map((skuId) -> new EntraUser.AssignedLicence(skuId, List.of()))
			.toList();
		return withLicences(synchronised, licences, plans);
	}

	private static EntraUser withLicences(boolean synchronised, List<EntraUser.AssignedLicence> licences,
			EntraUser.AssignedPlan... plans) {
		return new EntraUser(new ObjectId("person"), new UserPrincipalName("person@contoso.com"), Optional.empty(),
				Optional.empty(), true, EntraUser.UserType.MEMBER, synchronised, false, licences, Arrays.asList(plans));
	}

}
