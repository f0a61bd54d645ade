package org.ssprprefill.cli;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.ssprprefill.simulator.FaultTrigger;
import org.ssprprefill.simulator.Fault;
import org.ssprprefill.simulator.FaultScript;
import org.ssprprefill.simulator.SimulatedGroup;
import org.ssprprefill.simulator.SimulatedUser;
import org.ssprprefill.simulator.SimulatedUser.Trait;
import org.ssprprefill.simulator.TenantDescription;
import org.ssprprefill.simulator.TenantDescription.RoleGrant;

import static org.ssprprefill.cli.Contoso.tenant;
import static org.ssprprefill.cli.Contoso.user;
import static org.ssprprefill.cli.OutcomeAssert.assertThat;

@ExtendWith(Rehearsals.class)
class ProtectedPeopleIT {

	@Test
	void writesToNobodyWhoHoldsARoleInWhateverWay() {
		TenantDescription contoso = tenant(user("E1"), user("E2"), user("E3"), user("E4"), user("E5"), user("E6"),
				user("E7"), user("E8"))
			.withGroups(
					SimulatedGroup.of("Operators", "e3@contoso.com", "Night shift")
						.ownedBy("e7@contoso.com")
						.forRoles(),
					SimulatedGroup.of("Night shift", "e5@contoso.com"),
					SimulatedGroup.of("Deputies", "e4@contoso.com").eligible("e8@contoso.com").forRoles())
			.withRoles(
					List.of(new RoleGrant("User Administrator", "e1@contoso.com"),
							new RoleGrant("Helpdesk Administrator", "Operators")),
					List.of(new RoleGrant("Exchange Administrator", "e2@contoso.com"),
							new RoleGrant("User Administrator", "Deputies")));
		assertThat(Rehearsal.of(contoso).feed(rows(8)).run()).exitsWith(0)
			.wroteExactly("e6 mobile")
			.decided("E1", "protected", "admin-role")
			.decided("E2", "protected", "admin-eligible")
			.decided("E3", "protected", "admin-through-group")
			.decided("E4", "protected", "admin-through-group")
			.decided("E5", "protected", "admin-through-group")
			.decided("E6", "matched", "")
			.decided("E7", "protected", "admin-through-group")
			.decided("E8", "protected", "admin-eligible");
	}

	@Test
	void writesToNobodyWhomOnlyTheReportCallsAnAdministrator() {
		Rehearsal rehearsal = Rehearsal.of(tenant(user("E1"), user("E2"))).feed(rows(2));
		Runnable promotion = () -> rehearsal.tenant().grantRole("e1@contoso.com", "User Administrator");
		rehearsal.suffering(
				FaultScript.none().on(FaultTrigger.on("GET", "^/reports").nth(1), Fault.beforeApplying(promotion)));
		assertThat(rehearsal.run()).exitsWith(0).wroteExactly("e2 mobile").decided("E1", "protected", "admin-reported");
	}

	@Test
	void leavesExcludedPeopleAloneByNameIdAndGroup() {
		Rehearsal rehearsal = Rehearsal
			.of(tenant(user("E1"), user("E2"), user("E3"), user("E4")).withGroups(SimulatedGroup.of("Board", "Chairs"),
					SimulatedGroup.of("Chairs", "e3@contoso.com")))
			.with("scope.exclude",
					"[E1@Contoso.com, " + SimulatedUser.idOf("e2@contoso.com") + ", " + SimulatedUser.idOf("Board")
							+ "]")
			.feed(rows(4));
		assertThat(rehearsal.run()).exitsWith(0)
			.wroteExactly("e4 mobile")
			.decided("E1", "protected", "excluded")
			.decided("E2", "protected", "excluded")
			.decided("E3", "protected", "excluded");
	}

	@Test
	void leavesAccountsAloneThatAreNoOrdinaryMembers() {
		TenantDescription contoso = Contoso
			.withRooms(tenant(user("E1").with(Trait.GUEST), user("E2").with(Trait.DISABLED),
					user("E3").with(Trait.RESTRICTED_UNIT), user("E4").withLicences("MEETING_ROOM"), user("E5")));
		assertThat(Rehearsal.of(contoso).feed(rows(5)).run()).exitsWith(0)
			.wroteExactly("e5 mobile")
			.decided("E1", "out-of-scope", "guest")
			.decided("E2", "out-of-scope", "disabled")
			.decided("E3", "protected", "restricted-unit")
			.decided("E4", "out-of-scope", "resource-account");
	}

	@Test
	void leavesAloneWhoeverIsNotClearlyMeant() {
		Rehearsal rehearsal = Rehearsal
			.of(tenant(user("E1"), SimulatedUser.of("e1.second@contoso.com").withEmployeeId("E1"), user("E3")))
			.feed(rows(3));
		assertThat(rehearsal.run()).exitsWith(0)
			.wroteExactly("e3 mobile")
			.decided("E1", "ambiguous", "")
			.decided("E2", "unmatched", "");
	}

	@Test
	void prefersTheEnabledAccountOfSomebodyWhoCameBack() {
		SimulatedUser former = SimulatedUser.of("e1.former@contoso.com").withEmployeeId("E1").with(Trait.DISABLED);
		assertThat(Rehearsal.of(tenant(former, user("E1"))).feed(rows(1)).run()).exitsWith(0).wroteExactly("e1 mobile");
	}

	@Test
	void staysWithinTheGroupOfTheScope() {
		Rehearsal rehearsal = Rehearsal
			.of(tenant(user("E1"), user("E2")).withGroups(SimulatedGroup.of("Pilots", "Amsterdam"),
					SimulatedGroup.of("Amsterdam", "e1@contoso.com")))
			.with("scope.group", SimulatedUser.idOf("Pilots"))
			.feed(rows(2));
		assertThat(rehearsal.run()).exitsWith(0)
			.wroteExactly("e1 mobile")
			.decided("E2", "out-of-scope", "not-in-group");
	}

	@Test
	void writesNothingWhereAnExclusionNeverFittedAnAccount() {
		Rehearsal rehearsal = Rehearsal.of(tenant(user("E1"), user("E2")))
			.with("scope.exclude", "[e1@contoso.com, tpyo@contoso.com, " + SimulatedUser.idOf("No group") + "]")
			.feed(rows(2));
		assertThat(rehearsal.run()).exitsWith(7).wroteNothing().says("tpyo@contoso.com");
	}

	@Test
	void goesOnProtectingWhomAnExclusionFittedUntilItIsTakenOut() {
		Rehearsal rehearsal = Rehearsal
			.of(tenant(user("E1"), user("E2"), user("E3")).withGroups(SimulatedGroup.of("Board", "e2@contoso.com"),
					SimulatedGroup.of("Emptied")))
			.with("scope.exclude",
					"[e1@contoso.com, " + SimulatedUser.idOf("Board") + ", " + SimulatedUser.idOf("Emptied") + "]")
			.feed(rows(2));
		assertThat(rehearsal.run()).exitsWith(0).wroteNothing();
		rehearsal.tenant().rename("e1@contoso.com", "emergency@contoso.com");
		rehearsal.tenant().removeGroup("Board");
		rehearsal.tenant().removeGroup("Emptied");
		assertThat(rehearsal.feed(rows(3)).run()).exitsWith(0)
			.wroteExactly("e3 mobile")
			.decided("E1", "protected", "excluded")
			.decided("E2", "protected", "excluded")
			.checked("exclusions", "warn");
		assertThat(rehearsal.with("scope.exclude", "[]").feed(rows(2)).run()).exitsWith(0)
			.wroteExactly("e1 mobile", "e2 mobile");
	}

	@Test
	void leavesMembersAloneWhoSignInAtAnotherOrganisation() {
		SimulatedUser external = SimulatedUser.of("e1_example.org#EXT#@contoso.com")
			.withEmployeeId("E1")
			.withLicences("SPE_E3");
		Rehearsal rehearsal = Rehearsal.of(tenant(external, user("E2"))).feed(rows(2));
		assertThat(rehearsal.run()).exitsWith(0).wroteExactly("e2 mobile").decided("E1", "out-of-scope", "external");
	}

	private static String[] rows(int people) {
		String[] rows = new String[people];
		for (int i = 1; i <= people; i++) {
			rows[i - 1] = "E" + i + ";06 1234562" + i + ";";
		}
		return rows;
	}

}
