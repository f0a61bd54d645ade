package org.ssprprefill.explain;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.ssprprefill.explain.Explainer.Answered;
import org.ssprprefill.tenant.RolesHeld;

import static org.assertj.core.api.Assertions.assertThat;

class OperatorTests {

	private static final String HELPDESK = "729827e3-9c14-49f7-bb1b-9608f156bbb8";

	private static final String GLOBAL = "62e90394-69f5-4237-9190-012177145e10";

	private static final String READERS = "88d8e3e3-8f55-4a1e-953a-9b9898b8876b";

	private static RolesHeld now(String... roles) {
		return new RolesHeld(Set.of(roles), Set.of(), false);
	}

	private static Step operator(Answered answered) {
		return answered.explanation()
			.steps()
			.stream()
			.filter((step) -> step.id().equals("operator"))
			.findFirst()
			.orElseThrow();
	}

	private static void assertVerdict(Scene scene, String verdict, String... words) {
		Answered answered = scene.withSam();
		assertThat(operator(answered).verdict()).as(operator(answered).value()).isEqualTo(verdict);
		assertThat(List.of(words)).allSatisfy((word) -> assertThat(operator(answered).value()).contains(word));
		assertThat(answered.explanation().complaints().contains("operator-not-allowed"))
			.isEqualTo(!verdict.equals("yes"));
	}

	@Test
	void mayResetPeopleWithoutARole() {
		assertVerdict(new Scene().holds(Scene.SAM, now(HELPDESK)), "yes",
				"sam@contoso.com holds Helpdesk Administrator");
	}

	@Test
	void mayResetNobodyWithoutARole() {
		assertVerdict(new Scene(), "no", "no administrator role", "Password Administrator or Helpdesk");
		assertVerdict(new Scene().holds(Scene.SAM, now(READERS)), "no", "Directory Readers");
	}

	@Test
	void needsAStrongerRoleForAdministrators() {
		assertVerdict(new Scene().holds(Scene.SAM, now(HELPDESK)).holds(Scene.KIM, now(GLOBAL)), "no",
				"needed is Privileged Authentication Administrator or Global Administrator");
		assertVerdict(new Scene().holds(Scene.SAM, now(GLOBAL)).holds(Scene.KIM, now(GLOBAL)), "yes");
		assertVerdict(new Scene().holds(Scene.SAM, now(HELPDESK)).holds(Scene.KIM, now(READERS)), "yes");
		assertVerdict(new Scene().holds(Scene.SAM, now(HELPDESK))
			.holds(Scene.KIM, new RolesHeld(Set.of(READERS), Set.of(), true)), "no");
	}

	@Test
	void isNotSureOfRolesThatAreNotHeldNow() {
		assertVerdict(new Scene().holds(Scene.SAM, new RolesHeld(Set.of(), Set.of(HELPDESK), false)), "unknown",
				"only when activated, or for an administrative unit");
		assertVerdict(new Scene().holds(Scene.SAM, now(HELPDESK))
			.holds(Scene.KIM, new RolesHeld(Set.of(), Set.of(GLOBAL), false)), "unknown", "not documented");
	}

	@Test
	void isNotSureOfARoleItDoesNotKnow() {
		assertVerdict(new Scene().holds(Scene.SAM, now("00000000-0000-4000-8000-000000000009")), "unknown",
				"may be a role that resets passwords");
	}

	@Test
	void isNotSureOfRestrictedUnits() {
		assertVerdict(new Scene().inRestrictedUnit().holds(Scene.SAM, now(GLOBAL)), "unknown",
				"restricted management administrative unit");
	}

	@Test
	void isNotSureWhereRolesCannotBeRead() {
		assertVerdict(new Scene().withoutRoles(), "unknown", "cannot be read");
	}

	@Test
	void mayNotResetThemselves() {
		Scene scene = new Scene().holds(Scene.KIM, now(GLOBAL));
		assertThat(operator(scene.explain(Optional.of(scene.kimHerself())))).satisfies((step) -> {
			assertThat(step.verdict()).isEqualTo("no");
			assertThat(step.value()).contains("nobody resets the own password there");
		});
	}

	@Test
	void needsALicenceToSeeThePage() {
		Scene scene = new Scene().holds(Scene.SAM, now(HELPDESK));
		List<Step> steps = scene.explain(Optional.of(scene.sam(false))).explanation().steps();
		assertThat(steps.get(steps.size() - 1)).satisfies((step) -> {
			assertThat(step.id()).isEqualTo("operator-licence");
			assertThat(step.verdict()).isEqualTo("no");
		});
	}

	@Test
	void isNotSpokenOfUnlessNamed() {
		assertThat(new Scene().explain().explanation().steps()).noneMatch((step) -> step.id().startsWith("operator"));
	}

}
