package org.ssprprefill.coverage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.contact.UserPrincipalName;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.EntraUser;
import org.ssprprefill.tenant.Sku;

import static org.assertj.core.api.Assertions.assertThat;

/** Laws of {@link Entitlements}. */
class EntitlementPropertyTests {

	private static final String E3 = "05e9a617-0261-4cee-bb44-138d3ef5d965";

	private final Entitlements entitlements = new Entitlements(LicenceCatalog.standard(),
			new Answer.Read<>(List.of(new Sku(E3, "SPE_E3", "Suspended", 10, 7, Set.of(LicenceCatalog.P1)))),
			Ruling.NO);

	@Property(edgeCases = EdgeCasesMode.NONE)
	void aFurtherLicenceMakesNobodyWorse(@ForAll("licences") List<String> skuIds, @ForAll("skuIds") String further,
			@ForAll boolean synchronised) {
		List<String> more = new ArrayList<>(skuIds);
		more.add(further);
		assertThat(rank(more, synchronised)).isGreaterThanOrEqualTo(rank(skuIds, synchronised));
	}

	@Property(edgeCases = EdgeCasesMode.NONE)
	void theOrderOfLicencesChangesNothing(@ForAll("licences") List<String> skuIds, @ForAll boolean synchronised,
			@ForAll long seed) {
		List<String> shuffled = new ArrayList<>(skuIds);
		Collections.shuffle(shuffled, new Random(seed));
		assertThat(this.entitlements.of(user(shuffled, synchronised)))
			.isEqualTo(this.entitlements.of(user(skuIds, synchronised)));
	}

	@Provide
	Arbitrary<String> skuIds() {
		return Arbitraries.of(E3, "06ebc4ee-1bb5-47dd-8120-11324bc54e06", "f245ecc8-75af-4f8e-b61f-27d8114de5f3",
				"6fd2c87f-b296-42f0-b197-1e91e994b900", "11111111-2222-3333-4444-555555555555");
	}

	@Provide
	Arbitrary<List<String>> licences() {
		return skuIds().list().uniqueElements().ofMaxSize(4);
	}

	private int rank(List<String> skuIds, boolean synchronised) {
		return switch (this.entitlements.of(user(skuIds, synchronised)).suffices(synchronised)) {
			case NO -> 0;
			case UNKNOWN -> 1;
			case YES -> 2;
		};
	}

	private static EntraUser user(List<String> skuIds, boolean synchronised) {
		return new EntraUser(new ObjectId("person"), new UserPrincipalName("person@contoso.com"), Optional.empty(),
				Optional.empty(), true, EntraUser.UserType.MEMBER, synchronised, false,
				skuIds.stream().map((skuId) -> new EntraUser.AssignedLicence(skuId, List.of())).toList(), List.of());
	}

}
