package org.ssprprefill.doctor;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.message.Message;
import org.ssprprefill.tenant.Administrators;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.Grants;
import org.ssprprefill.tenant.Obstacle;
import org.ssprprefill.tenant.Obstacle.Cause;
import org.ssprprefill.tenant.Organization;

import static org.assertj.core.api.Assertions.assertThat;

class TenantChecksTests {

	private static final Answer<Organization> CONTOSO = new Answer.Read<>(
			new Organization("9f1c2d3e-0000-4000-8000-000000000001", Set.of("contoso.com"), false));

	private static Obstacle obstacle(Cause cause, String... permissions) {
		return new Obstacle(Message.of("part.roles"), cause, List.of(permissions), 403, "accessDenied");
	}

	private static Grants grants(String... permissions) {
		return new Grants(true, Set.of(permissions), Optional.empty(), Optional.empty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "9F1C2D3E-0000-4000-8000-000000000001", "contoso.com", "Contoso.COM" })
	void knowsTheTenantByItsIdAndByEveryVerifiedDomain(String named) {
		assertThat(TenantChecks.tenant(CONTOSO, Optional.of(named)).status()).isEqualTo(Check.Status.PASS);
	}

	@Test
	void saysOnceWhatToDoWhereTheSignInFails() {
		Check refused = TenantChecks.notSignedIn(Message.verbatim(
				"The login login.example.org refuses the credential (AADSTS700016). Check tenant.id. Try again."));
		assertThat(refused.detail().inEnglish())
			.isEqualTo("The login login.example.org refuses the credential (AADSTS700016).");
		assertThat(refused.remedy()).get().hasToString("Check tenant.id. Try again.");
		assertThat(TenantChecks.notSignedIn(Message.verbatim("It is no token.")).remedy().orElseThrow().inEnglish())
			.startsWith("Check the tenant");
	}

	@Test
	void forbidsWritingToAnotherTenant() {
		Check check = TenantChecks.tenant(CONTOSO, Optional.of("fabrikam.com"));
		assertThat(check.forbidsWriting()).isTrue();
		assertThat(check.detail().inEnglish()).contains("fabrikam.com");
	}

	@Test
	void acceptsASimulatedTenantThatNamesItself() {
		assertThat(TenantChecks.tenant(CONTOSO, Optional.empty()).status()).isEqualTo(Check.Status.PASS);
	}

	@Test
	void forbidsWritingWhileATenantIsSilent() {
		assertThat(TenantChecks.tenant(new Answer.Unreadable<>(obstacle(Cause.REFUSED)), Optional.empty())
			.forbidsWriting()).isTrue();
	}

	@Test
	void asksOnlyForThePermissionsOfMethodsThatAreWritten() {
		Set<MethodKind> phones = EnumSet.of(MethodKind.MOBILE);
		assertThat(TenantChecks.writePermissions(grants("UserAuthMethod-Phone.ReadWrite.All"), phones).status())
			.isEqualTo(Check.Status.PASS);
		Check both = TenantChecks.writePermissions(grants(), EnumSet.of(MethodKind.MOBILE, MethodKind.EMAIL));
		assertThat(both.forbidsWriting()).isTrue();
		assertThat(both.detail().inEnglish()).contains("UserAuthMethod-Phone.ReadWrite.All and UserAuthMethod-Email");
		assertThat(TenantChecks
			.writePermissions(grants("UserAuthenticationMethod.ReadWrite.All"), EnumSet.allOf(MethodKind.class))
			.status()).isEqualTo(Check.Status.PASS);
		assertThat(TenantChecks.writePermissions(grants(), Set.of()).status()).isEqualTo(Check.Status.PASS);
	}

	@Test
	void doesNotGuessWhatAnOpaqueTokenMayDo() {
		Check check = TenantChecks.writePermissions(Grants.opaque(), EnumSet.allOf(MethodKind.class));
		assertThat(check.status()).isEqualTo(Check.Status.SKIPPED);
		assertThat(check.skippedBecause()).isPresent();
		assertThat(check.forbidsWriting()).isFalse();
	}

	@Test
	void forbidsWritingWhereAdministratorsCannotBeRead() {
		Check check = TenantChecks.roles(new Answer.Unreadable<>(
				obstacle(Cause.PERMISSION_MISSING, "RoleManagement.Read.Directory", "Directory.Read.All")));
		assertThat(check.forbidsWriting()).isTrue();
		assertThat(check.detail().inEnglish()).contains("role assignments", "403", "accessDenied");
		assertThat(check.remedy().orElseThrow().inEnglish())
			.contains("RoleManagement.Read.Directory or Directory.Read.All");
	}

	@Test
	void forbidsWritingWhereNoAccountIsSaidToHoldARole() {
		Check check = TenantChecks.roles(new Answer.Unreadable<>(obstacle(Cause.IMPLAUSIBLE)));
		assertThat(check.forbidsWriting()).isTrue();
		assertThat(check.detail().inEnglish()).contains("no account holds or may activate an administrator role");
	}

	@Test
	void saysWhereEligibleAssignmentsCannotExist() {
		Check check = TenantChecks.roles(new Answer.Read<>(new Administrators(Map.of(), Map.of(), false)));
		assertThat(check.status()).isEqualTo(Check.Status.PASS);
		assertThat(check.detail().inEnglish()).contains("no licence for eligible assignments");
	}

	@Test
	void forbidsWritingWhereTheScopesGroupIsUnknown() {
		Check unknown = TenantChecks.scopeGroup("a_b", Optional.of(obstacle(Cause.NOT_OFFERED)));
		assertThat(unknown.forbidsWriting()).isTrue();
		assertThat(unknown.id()).isEqualTo("scope-a-b");
		assertThat(unknown.remedy()).get().hasToString("Check that it exists and that this cloud offers it.");
		assertThat(TenantChecks.scopeGroup("a", Optional.empty()).status()).isEqualTo(Check.Status.PASS);
	}

	@ParameterizedTest
	@EnumSource(Cause.class)
	void skipsWithTheConsequenceWhereOnlyTheReportSuffers(Cause cause) {
		Check check = TenantChecks.readable(Subject.LICENCES, new Answer.Unreadable<>(obstacle(cause)),
				Message.verbatim("Seats are missing."));
		assertThat(check.status()).isEqualTo(Check.Status.SKIPPED);
		assertThat(check.skippedBecause()).map(Skip::name)
			.contains((cause == Cause.IMPLAUSIBLE) ? Cause.REFUSED.name() : cause.name());
		assertThat(check.detail().inEnglish()).endsWith("Seats are missing.");
		assertThat(check.remedy()).isPresent();
	}

	@Test
	void namesTheMissingPermissionAndTheMissingLicence() {
		assertThat(TenantChecks
			.readable(Subject.LICENCES, new Answer.Unreadable<>(obstacle(Cause.LICENCE_MISSING)),
					Message.of("check.lost.seats"))
			.remedy()
			.orElseThrow()
			.inEnglish()).contains("P1 or P2");
		assertThat(TenantChecks
			.readable(Subject.REGISTRATION_REPORT,
					new Answer.Unreadable<>(obstacle(Cause.PERMISSION_MISSING, "AuditLog.Read.All")),
					Message.of("check.lost.seats"))
			.remedy()
			.orElseThrow()
			.inEnglish()).contains("AuditLog.Read.All");
	}

	@Test
	void takesEitherAnswerForAdministratorsAsMeant() {
		assertThat(TenantChecks.administratorReset(new Answer.Read<>(false))).satisfies((check) -> {
			assertThat(check.status()).isEqualTo(Check.Status.PASS);
			assertThat(check.detail().inEnglish()).contains("may not reset");
		});
		assertThat(TenantChecks.administratorReset(new Answer.Read<>(true)).detail().inEnglish()).contains("may reset");
		assertThat(TenantChecks.administratorReset(new Answer.Unreadable<>(obstacle(Cause.REFUSED))).skippedBecause())
			.contains(Skip.REFUSED);
	}

	@Test
	void failsForExclusionsThatProtectNobody() {
		assertThat(exclusions(List.of("tpyo@contoso.com"), List.of("old@contoso.com"))).satisfies((check) -> {
			assertThat(check.status()).isEqualTo(Check.Status.FAIL);
			assertThat(check.detail().inEnglish()).contains("tpyo@contoso.com");
			assertThat(check.forbidsWriting()).isTrue();
		});
		assertThat(exclusions(List.of(), List.of()).status()).isEqualTo(Check.Status.PASS);
		assertThat(TenantChecks.nothingExcluded().status()).isEqualTo(Check.Status.WARN);
	}

	@Test
	void warnsOfExclusionsThatProtectOnlyWhatTheyFittedBefore() {
		assertThat(exclusions(List.of(), List.of("old@contoso.com"))).satisfies((check) -> {
			assertThat(check.status()).isEqualTo(Check.Status.WARN);
			assertThat(check.detail().inEnglish()).contains("old@contoso.com").contains("stay protected");
			assertThat(check.forbidsWriting()).isFalse();
		});
	}

	private static Check exclusions(List<String> inVain, List<String> remembered) {
		return TenantChecks.exclusions(new Exclusions.Unfitting(inVain, remembered), true);
	}

}
