package org.ssprprefill.cli;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.report.RunReport;
import org.ssprprefill.simulator.SimulatedGroup;
import org.ssprprefill.simulator.SimulatedPolicies;
import org.ssprprefill.simulator.SimulatedPolicies.MethodPolicy;
import org.ssprprefill.simulator.SimulatorSettings;
import org.ssprprefill.simulator.TenantDescription;
import org.ssprprefill.simulator.TenantDescription.RoleGrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssprprefill.cli.Contoso.tenant;
import static org.ssprprefill.cli.Contoso.user;
import static org.ssprprefill.cli.OutcomeAssert.assertThat;

/**
 * An app that lacks a permission: exactly the checks and figures that need it say so, and
 * where it guards writing nothing is written.
 */
@ExtendWith(Rehearsals.class)
class MissingPermissionIT {

	/** The README's table. */
	private static final Set<String> ALL = Set.of("User.Read.All", "RoleManagement.Read.Directory",
			"RoleEligibilitySchedule.Read.Directory", "PrivilegedEligibilitySchedule.Read.AzureADGroup",
			"GroupMember.Read.All", "UserAuthMethod-Phone.ReadWrite.All", "UserAuthMethod-Email.ReadWrite.All",
			"AuditLog.Read.All", "Policy.Read.All", "Policy.Read.AuthenticationMethod", "LicenseAssignment.Read.All");

	private static @Nullable Answers healthy;

	/** E1 has nothing yet, E2 one method, E3 two, and a role through a group. */
	private static TenantDescription contoso() {
		return tenant(user("E1"), user("E2").withMethod(MethodKind.MOBILE, "+31 612345602"),
				user("E3").withMethod(MethodKind.MOBILE, "+31 612345603")
					.withMethod(MethodKind.EMAIL, "three@example.org"))
			.withGroups(SimulatedGroup.of("Operators", "e3@contoso.com").forRoles(), SimulatedGroup.of("No SMS"))
			.withRoles(List.of(new RoleGrant("Helpdesk Administrator", "Operators")), List.of())
			.with(SimulatedPolicies.defaults().with(new MethodPolicy("Sms", true, List.of(), List.of("No SMS"))));
	}

	private static Rehearsal without(String... permissions) {
		Set<String> granted = new HashSet<>(ALL);
		granted.removeAll(Set.of(permissions));
		return Rehearsal.of(contoso(), SimulatorSettings.defaults().withPermissions(granted))
			.with("sspr.password-writeback", "on")
			.feed("E1;06 12345601;one@example.org");
	}

	private static Answers doctor(Rehearsal rehearsal, int exitCode) {
		Outcome outcome = rehearsal.launch("doctor", rehearsal.jobFile());
		assertThat(outcome).exitsWith(exitCode).wroteNothing();
		return Answers.of(outcome);
	}

	/** What an app with every permission hears, asked once. */
	private static Answers healthy() {
		Answers known = healthy;
		if (known == null) {
			known = doctor(without(), 0);
			healthy = known;
		}
		return known;
	}

	/** Permissions, what changes in doctor, and what becomes of a night. */
	@ParameterizedTest(name = "{0}")
	@CsvSource(delimiter = '|', nullValues = "-",
			textBlock = """
					User.Read.All                          | tenant:fail password-writeback:skipped users:fail exclusions:skipped methods-readable:skipped permission-users:fail | 7 | tenant
					RoleManagement.Read.Directory          | roles:fail pim:skipped permission-roles:fail                                                                        | 7 | roles
					RoleEligibilitySchedule.Read.Directory | roles:fail pim:skipped permission-eligible-roles:fail                                                               | 7 | roles
					PrivilegedEligibilitySchedule.Read.AzureADGroup | roles:fail pim:skipped permission-eligible-groups:warn                                             | 7 | roles
					GroupMember.Read.All                   | roles:fail pim:skipped permission-groups:warn methods-policy:skipped                                                | 7 | roles
					UserAuthMethod-Phone.ReadWrite.All     | write-permissions:fail methods-readable:fail                                                                        | 7 | write-permissions
					UserAuthMethod-Email.ReadWrite.All     | write-permissions:fail methods-readable:fail                                                                        | 7 | write-permissions
					AuditLog.Read.All                      | permission-report:warn registration-report:skipped sspr-scope:skipped methods-required:skipped administrator-methods:skipped administrator-prompts:skipped phone-only:skipped | 0 | registration-report
					Policy.Read.All                        | permission-authorization-policy:warn administrator-reset:skipped administrator-prompts:skipped                      | 0 | administrator-reset
					Policy.Read.AuthenticationMethod       | -                                                                                                                   | 0 | -
					Policy.Read.All Policy.Read.AuthenticationMethod | permission-authorization-policy:warn administrator-reset:skipped administrator-prompts:skipped registration-campaign:skipped permission-methods-policy:warn methods-policy:skipped policy-migration:skipped policy-sms:skipped policy-voice:skipped policy-email:skipped | 0 | methods-policy
					LicenseAssignment.Read.All             | permission-licences:warn licences:skipped licences-present:skipped                                                  | 0 | licences
					""")
	void changesWhatNeedsItAndNothingElse(String permissions, String changes, int exitCode, String check) {
		String[] missing = permissions.split(" ");
		Rehearsal rehearsal = without(missing);
		Answers answers = doctor(rehearsal, exitCode);
		assertThat(answers.since(healthy())).isEqualTo(table(changes));
		Outcome night = rehearsal.run();
		assertThat(night).exitsWith(exitCode);
		if (exitCode == 7) {
			assertThat(night).wroteNothing().says("Refused: ");
		}
		else {
			assertThat(night).wroteExactly("e1 mobile", "e1 email");
		}
		if (check != null) {
			assertThat(night).checked(check, answers.status(check));
			assertThat(answers.words(check)).contains(missing[missing.length - 1]);
			assertThat(night.err()).contains(missing[missing.length - 1]);
		}
	}

	private static Map<String, String> table(String changes) {
		Map<String, String> table = new TreeMap<>();
		if (changes != null) {
			for (String change : changes.split(" ")) {
				table.put(change.replaceFirst(":.*", ""), change.replaceFirst(".*:", ""));
			}
		}
		return table;
	}

	/** Three people, of whom nobody knows anything. */
	@Test
	void neverSaysZeroForWhatCannotBeMeasured() {
		RunReport report = without("AuditLog.Read.All").verify().report();
		assertThat(report.coverage().measurable()).isFalse();
		assertThat(report.coverage().percent()).isEqualTo(OptionalDouble.empty());
		assertThat(report.coverage().reasons()).isEqualTo(Map.of("not-measurable", 3));
		assertThat(report.licence().measurable()).isTrue();
	}

	@Test
	void knowsWhoIsLicensedWithoutKnowingTheProducts() {
		RunReport report = without("LicenseAssignment.Read.All").verify().report();
		assertThat(report.licence().measurable()).isFalse();
		assertThat(report.licence().entitled()).isEqualTo(3);
		assertThat(report.coverage().measurable()).isTrue();
	}

	@Test
	void doesNotJudgeAdministratorsByAPolicyItCannotRead() {
		RunReport report = without("Policy.Read.All").verify().report();
		assertThat(report.coverage().canReset()).isEqualTo(1);
		assertThat(report.coverage().reasons()).isEqualTo(Map.of("no-method", 1, "not-measurable", 1));
	}

	/** The tenant itself is readable, its users are not. */
	@Test
	void takesUsersItCannotReadForUnknownRatherThanForNone() {
		Set<String> granted = new HashSet<>(ALL);
		granted.remove("User.Read.All");
		granted.add("Organization.Read.All");
		Rehearsal rehearsal = Rehearsal.of(contoso(), SimulatorSettings.defaults().withPermissions(granted))
			.with("scope.exclude", "[e2@contoso.com]")
			.feed("E1;06 12345601;one@example.org");
		Outcome night = rehearsal.run();
		assertThat(night).exitsWith(7).wroteNothing().checked("users", "fail").checked("exclusions", "skipped");
		assertThat(night.report().coverage().measurable()).isFalse();
		assertThat(night.report().licence().measurable()).isFalse();
	}

}
