package org.ssprprefill.explain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.coverage.SsprSettings.Writeback;
import org.ssprprefill.ledger.PersonMemory;
import org.ssprprefill.ledger.PersonMemory.WrittenMethod;
import org.ssprprefill.tenant.MethodAnswer;
import org.ssprprefill.tenant.MethodQuery;
import org.ssprprefill.tenant.Obstacle.Cause;
import org.ssprprefill.tenant.RolesHeld;

import static org.assertj.core.api.Assertions.assertThat;

class ExplainerTests {

	private static Explanation explain(Scene scene) {
		return scene.explain().explanation();
	}

	private static Step step(Scene scene, String id) {
		return explain(scene).steps().stream().filter((step) -> step.id().equals(id)).findFirst().orElseThrow();
	}

	@Test
	void saysYesNoOrNothing() {
		assertThat(explain(new Scene()).canReset()).contains(true);
		assertThat(explain(new Scene().withoutMethods()).canReset()).contains(false);
		assertThat(explain(new Scene().unlisted()).canReset()).isEmpty();
		assertThat(explain(new Scene().unlisted()).gap()).contains("not-measurable");
	}

	@Test
	void theFirstNoIsTheGap() {
		for (Scene scene : List.of(new Scene().disabled().unlicensed(), new Scene().reported(true, false, "email"),
				new Scene().synchronised(Writeback.OFF).unlicensed(), new Scene().unlicensed(),
				new Scene().withoutMethods(), new Scene().withMobileOnly().phonesForGroupOnly())) {
			Explanation explanation = explain(scene);
			Step first = explanation.steps()
				.stream()
				.filter((step) -> step.verdict().equals("no"))
				.findFirst()
				.orElseThrow();
			String condition = switch (explanation.gap().orElseThrow()) {
				case "disabled" -> "enabled";
				case "not-allowed-by-policy" -> "allowed-by-policy";
				case "writeback-off" -> "writeback";
				case "not-licensed" -> "licensed";
				case "no-method" -> "methods";
				default -> "methods-allowed";
			};
			assertThat(first.id()).isEqualTo(condition);
		}
	}

	@Test
	void measuresNeitherGuestsNorPeopleOutsideTheScope() {
		assertThat(explain(new Scene().guest())).satisfies((guest) -> {
			assertThat(guest.canReset()).isEmpty();
			assertThat(guest.gap()).isEmpty();
			assertThat(guest.remedy()).startsWith("Send the guest");
		});
		Scene outside = new Scene().scope(Optional.of(Scene.GROUP));
		assertThat(explain(outside).canReset()).isEmpty();
		assertThat(step(outside, "account").value()).contains("not in the group of scope.group");
		assertThat(explain(outside.member(Scene.KIM)).canReset()).contains(true);
	}

	@Test
	void knowsTheGroupsOfTheMethodsPolicy() {
		Scene scene = new Scene().withMobileOnly().phonesForGroupOnly();
		assertThat(explain(scene).gap()).contains("method-not-allowed-by-policy");
		assertThat(explain(scene.member(Scene.KIM)).canReset()).contains(true);
	}

	@Test
	void saysWhyThisProgramDoesNotWrite() {
		assertThat(step(new Scene(), "this-program").value()).isEqualTo("may write to this account");
		assertThat(step(new Scene().scope(Optional.empty(), "KIM@contoso.com"), "this-program").value())
			.isEqualTo("does not write to this account (excluded)");
		assertThat(step(new Scene().scope(Optional.empty(), Scene.GROUP.value()).member(Scene.KIM), "this-program")
			.value()).contains("excluded");
		assertThat(step(new Scene().withoutRoles(), "this-program").value()).contains("roles-unreadable");
		assertThat(step(new Scene().withoutRoles(), "roles")).satisfies((roles) -> {
			assertThat(roles.verdict()).isEqualTo("unknown");
			assertThat(roles.value()).contains("RoleManagement.Read.Directory");
		});
	}

	@Test
	void remembersWhomAnExclusionFittedBefore() {
		Scene renamed = new Scene().scope(Optional.empty(), "glass@contoso.com")
			.excludedBefore("glass@contoso.com", Scene.KIM);
		assertThat(step(renamed, "this-program").value()).contains("excluded");
		Scene left = new Scene().scope(Optional.empty(), Scene.GROUP.value())
			.excludedBefore(Scene.GROUP.value(), Scene.KIM);
		assertThat(step(left, "this-program").value()).isEqualTo("may write to this account");
		Scene takenOut = new Scene().excludedBefore("glass@contoso.com", Scene.KIM);
		assertThat(step(takenOut, "this-program").value()).isEqualTo("may write to this account");
	}

	@Test
	void admitsMethodsItCannotRead() {
		Scene scene = new Scene();
		scene.answer(new MethodQuery(Scene.KIM, MethodQuery.Family.PHONE),
				new MethodAnswer.Unread(403, "accessDenied"));
		assertThat(step(scene, "registered-now")).satisfies((now) -> {
			assertThat(now.verdict()).isEqualTo("unknown");
			assertThat(now.value()).isEqualTo("phones cannot be read (HTTP 403, accessDenied), email k•••@example.org");
		});
	}

	@Test
	void doesNotCountWhatItWroteAndSeesToBeGone() {
		ContactValue email = ContactValue.held(MethodKind.EMAIL, "kim.private@example.org");
		PersonMemory memory = new PersonMemory(
				List.of(new WrittenMethod(MethodKind.EMAIL, email, Scene.NOW.minus(Duration.ofHours(20)))), List.of(),
				Optional.empty());
		assertThat(explain(new Scene().reported(false, true).remembering(memory)).canReset()).contains(true);
		assertThat(explain(new Scene().withoutMethods().remembering(memory)).gap()).contains("no-method");
	}

	@Test
	void speaksOfAChangedPolicyOnlyWhereItChangedInTheLastTwoDays() {
		assertThat(explain(new Scene()).complaints()).doesNotContain("policy-just-changed");
		assertThat(explain(new Scene().policyChanged(Scene.NOW.minus(Duration.ofHours(1)))).complaints())
			.contains("policy-just-changed");
		assertThat(explain(new Scene().policyChanged(Scene.NOW.minus(Duration.ofHours(49)))).complaints())
			.doesNotContain("policy-just-changed");
		Scene registered = new Scene();
		registered.hold(Scene.KIM, MethodKind.OFFICE, ContactValue.held(MethodKind.OFFICE, "+31 201234567"));
		assertThat(explain(registered).complaints()).doesNotContain("policy-just-changed");
	}

	@Test
	void speaksOfWritebackOnlyToSynchronisedPeople() {
		assertThat(explain(new Scene()).complaints()).containsExactly("how-to-reset");
		assertThat(explain(new Scene().synchronised(Writeback.ON)).complaints())
			.containsExactly("reset-not-written-back", "how-to-reset");
		assertThat(explain(new Scene().synchronised(Writeback.UNKNOWN)).complaints()).contains("writeback-not-on");
	}

	@Test
	void namesWhatWouldMakeItKnown() {
		assertThat(explain(new Scene().withoutReport(Cause.PERMISSION_MISSING, "UnknownError")).remedy())
			.contains("AuditLog.Read.All");
		assertThat(explain(new Scene().withoutReport(Cause.LICENCE_MISSING, "x")).remedy()).contains("P1 or P2");
		assertThat(explain(new Scene().synchronised(Writeback.UNKNOWN)).remedy()).contains("sspr.password-writeback");
		assertThat(explain(new Scene().unlisted()).remedy()).startsWith("Wait");
		assertThat(explain(new Scene().reported(false, true, "email")).remedy()).contains("sspr.methods-required");
	}

	@Test
	void countsReadersNotAmongAdministrators() {
		RolesHeld reader = new RolesHeld(Set.of("f2ef992c-3afb-46b9-b7cf-a126ee74c451"), Set.of(), false);
		assertThat(explain(new Scene().holds(Scene.KIM, reader)).complaints()).doesNotContain("tested-with-admin");
	}

	@Test
	void callsRolesByTheirNames() {
		String own = "00000000-0000-4000-8000-000000000009";
		assertThat(roles("729827e3-9c14-49f7-bb1b-9608f156bbb8", "x", "y")).isEqualTo("Helpdesk Administrator");
		assertThat(roles("e3973bdf-4987-49ae-837a-ba8e231c7286", "x", "y")).isEqualTo("Azure DevOps Administrator");
		assertThat(roles(own, own, "Keeper of the keys")).isEqualTo("Keeper of the keys");
		assertThat(roles(own, "x", "y")).isEqualTo("role " + own);
	}

	private static String roles(String held, String named, String name) {
		Scene scene = new Scene().holds(Scene.KIM, new RolesHeld(Set.of(held), Set.of(), false)).named(named, name);
		return step(scene, "roles").value();
	}

	@Test
	void saysHowOldEachAnswerIs() {
		assertThat(explain(new Scene()).steps()).filteredOn((step) -> step.id().equals("allowed-by-policy"))
			.allMatch((step) -> step.asOf().equals(Optional.of(Scene.REPORT)));
		assertThat(step(new Scene(), "enabled").asOf()).contains(Scene.NOW);
		assertThat(step(new Scene().synchronised(Writeback.ON), "writeback").asOf()).isEmpty();
	}

}
