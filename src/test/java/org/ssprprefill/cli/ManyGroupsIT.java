package org.ssprprefill.cli;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.ssprprefill.simulator.FaultTrigger;
import org.ssprprefill.simulator.Fault;
import org.ssprprefill.simulator.FaultScript;
import org.ssprprefill.simulator.Journal;
import org.ssprprefill.simulator.SimulatedGroup;
import org.ssprprefill.simulator.SimulatedPolicies;
import org.ssprprefill.simulator.SimulatedPolicies.MethodPolicy;
import org.ssprprefill.simulator.TenantDescription;
import org.ssprprefill.simulator.TenantDescription.RoleGrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssprprefill.cli.Contoso.tenant;
import static org.ssprprefill.cli.Contoso.user;
import static org.ssprprefill.cli.OutcomeAssert.assertThat;

/** A tenant with many groups costs few exchanges, and is judged as with few. */
@ExtendWith(Rehearsals.class)
class ManyGroupsIT {

	private static final int GROUPS = 45;

	private static List<String> names(String kind) {
		return IntStream.rangeClosed(1, GROUPS).mapToObj((number) -> kind + " " + number).toList();
	}

	/** E1 is an administrator through the last of many groups; E2 may use SMS. */
	private static TenantDescription contoso() {
		SimulatedGroup[] groups = IntStream.rangeClosed(1, GROUPS)
			.boxed()
			.flatMap((number) -> IntStream.rangeClosed(0, 1).mapToObj((kind) -> {
				String[] last = (number == GROUPS) ? new String[] { "e" + (kind + 1) + "@contoso.com" } : new String[0];
				SimulatedGroup group = SimulatedGroup.of(((kind == 0) ? "Admins " : "Texters ") + number, last);
				return (kind == 0) ? group.forRoles() : group;
			}))
			.toArray(SimulatedGroup[]::new);
		List<RoleGrant> roles = names("Admins").stream()
			.map((group) -> new RoleGrant("User Administrator", group))
			.toList();
		SimulatedPolicies policies = SimulatedPolicies.defaults()
			.with(new MethodPolicy("Sms", true, names("Texters"), List.of()))
			.with(new MethodPolicy("Voice", false, List.of(), List.of()));
		return tenant(user("E1"), user("E2"), user("E3")).withGroups(groups).withRoles(roles, List.of()).with(policies);
	}

	private static Rehearsal night() {
		return Rehearsal.of(contoso()).feed("E1;06 12345621;", "E2;06 12345622;", "E3;06 12345623;");
	}

	private static void assertJudged(Outcome night) {
		assertThat(night).exitsWith(0)
			.wroteExactly("e2 mobile", "e3 mobile")
			.decided("E1", "protected", "admin-through-group");
		assertThat(night.person("E2")).containsEntry("can_reset", "yes");
		assertThat(night.person("E3")).containsEntry("gap", "method-not-allowed-by-policy");
	}

	@Test
	void askForUpToTwentyGroupsInEveryExchange() {
		Rehearsal rehearsal = night();
		assertJudged(rehearsal.run());
		List<Journal.Entry> groups = rehearsal.tenant()
			.journal()
			.entries()
			.stream()
			.filter((entry) -> entry.path().startsWith("/groups/"))
			.toList();
		assertThat(groups).as("members and owners for roles, members for the policy")
			.hasSize(3 * GROUPS)
			.allMatch(Journal.Entry::batchItem);
		assertThat(rehearsal.tenant().journal().entries()).filteredOn((entry) -> entry.path().equals("/$batch"))
			.as("roles 1, their groups 7, the policy's 3, writing 1, reading back 1")
			.hasSize(13);
	}

	@Test
	void areJudgedTheSameWhenItemsAreThrottledFailOrGoMissing() {
		Rehearsal rehearsal = night();
		FaultTrigger groups = FaultTrigger.on("GET", "^/groups").batchItems();
		rehearsal.suffering(FaultScript.none()
			.on(groups.everyNth(11), Fault.throttle("0.01"))
			.on(groups.everyNth(13), Fault.refuse(504, "gatewayTimeout", "0.01"))
			.on(groups.nth(50), Fault.dropBeforeApplying()));
		assertJudged(rehearsal.run());
	}

}
