package org.ssprprefill.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.database.TenantLease;
import org.ssprprefill.ledger.SharedDatabase;
import org.ssprprefill.simulator.Fault;
import org.ssprprefill.simulator.FaultScript;
import org.ssprprefill.simulator.FaultTrigger;
import org.ssprprefill.simulator.SimulatorSettings;
import org.ssprprefill.simulator.TenantDescription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssprprefill.cli.Contoso.tenant;
import static org.ssprprefill.cli.Contoso.user;
import static org.ssprprefill.cli.OutcomeAssert.assertThat;

@ExtendWith(Rehearsals.class)
class RefusedNightIT {

	private static final String[] ROWS = { "E1;06 12345601;one@example.org" };

	private final TenantDescription contoso = tenant(user("E1"));

	@ParameterizedTest
	@CsvSource({ "UserAuthMethod-Phone.ReadWrite.All, write-permissions", "RoleManagement.Read.Directory, roles",
			"RoleEligibilitySchedule.Read.Directory, roles", "User.Read.All, users" })
	void writesNothingWithoutThePermission(String permission, String check) {
		Outcome night = Rehearsal.of(this.contoso, SimulatorSettings.defaults().without(permission)).feed(ROWS).run();
		assertThat(night).exitsWith(7).wroteNothing().checked(check, "fail").says("Refused: ", permission);
		assertThat(night.report().checks()).filteredOn((line) -> line.id().equals(check))
			.allSatisfy((line) -> assertThat(line.remedy()).hasValueSatisfying(
					(remedy) -> assertThat(remedy).asString().startsWith("Grant").contains("admin consent")));
	}

	@Test
	void keepsTheFilesOfARefusedNightForTheNextOne() {
		Rehearsal rehearsal = Rehearsal.of(this.contoso).feed(ROWS);
		rehearsal.suffering(FaultScript.none()
			.on(FaultTrigger.on("GET", "^/roleManagement"), Fault.refuse(403, "Authorization_RequestDenied")));
		assertThat(rehearsal.run()).exitsWith(7).wroteNothing();
		assertThat(rehearsal.folder().resolve("drop/hr.csv")).exists();
		assertThat(rehearsal.suffering(FaultScript.none()).run()).exitsWith(0).wroteExactly("e1 mobile", "e1 email");
	}

	@Test
	void finishesARunWhoseReportCouldNotBeWritten() throws IOException {
		Rehearsal rehearsal = Rehearsal.of(this.contoso).feed(ROWS);
		Path inTheWay = rehearsal.folder().resolve("reports");
		rehearsal.suffering(FaultScript.none()
			.on(FaultTrigger.on("POST", "phoneMethods").nth(1), Fault.beforeApplying(() -> putAFileAt(inTheWay))));
		assertThat(rehearsal.command("run", rehearsal.jobFile())).exitsWith(1)
			.wroteExactly("e1 mobile", "e1 email")
			.says("Cannot make the report folder", "Failed: ", "start the same command again");
		Files.delete(inTheWay);
		assertThat(rehearsal.run()).exitsWith(0).wroteNothing().confirmed(MethodKind.MOBILE, 1);
	}

	/** The answer of a gateway that filters, or of an app whose consent was narrowed. */
	private static FaultScript noRoleHolder() {
		return FaultScript.none()
			.on(FaultTrigger.on("GET", "^/roleManagement/directory/role(Assignments|EligibilityScheduleInstances)"),
					Fault.emptyList());
	}

	private static void assertBarred(Outcome barred) {
		assertThat(barred).exitsWith(7)
			.wroteNothing()
			.checked("roles", "fail")
			.says("Refused: ", "no account holds or may activate an administrator role, which cannot be true");
	}

	@Test
	void writesNothingWhereNoAccountIsSaidToHoldARole() {
		Rehearsal rehearsal = Rehearsal.of(this.contoso).feed(ROWS);
		Outcome plan = rehearsal.plan();
		rehearsal.suffering(noRoleHolder());
		assertBarred(rehearsal.apply(plan));
		assertBarred(rehearsal.run());
		Outcome night = rehearsal.suffering(FaultScript.none()).run();
		assertThat(night).exitsWith(0).wroteExactly("e1 mobile", "e1 email");
		rehearsal.suffering(noRoleHolder());
		assertBarred(rehearsal.undo(night));
		assertBarred(rehearsal.run());
	}

	@Test
	void writesNothingMoreInARunThatIsTakenUpWhereNoAccountIsSaidToHoldARole() throws IOException {
		Rehearsal rehearsal = Rehearsal.of(this.contoso).feed(ROWS);
		Path inTheWay = rehearsal.folder().resolve("reports");
		rehearsal.suffering(FaultScript.none()
			.on(FaultTrigger.on("POST", "phoneMethods").nth(1), Fault.beforeApplying(() -> putAFileAt(inTheWay))));
		assertThat(rehearsal.command("run", rehearsal.jobFile())).exitsWith(1);
		Files.delete(inTheWay);
		Outcome barred = rehearsal.suffering(noRoleHolder()).run();
		assertBarred(barred);
		assertThat(barred).says("Nothing was written but what had been sent", "start the same command again");
		Outcome finished = rehearsal.suffering(FaultScript.none()).run();
		assertThat(finished).exitsWith(0).wroteNothing().confirmed(MethodKind.MOBILE, 1);
		assertThat(finished.report().run().id()).isEqualTo(barred.report().run().id());
	}

	@Test
	void endsWhereTheTokenIsRefused() {
		Rehearsal rehearsal = Rehearsal.of(this.contoso)
			.secret("stale-token", "e30.e30.c2lnbmF0dXJl")
			.with("tenant.access-token", "${file:stale-token}")
			.feed(ROWS);
		Outcome night = rehearsal.run();
		assertThat(night).exitsWith(7).wroteNothing().says("Refused: ", "Nothing was written.");
		assertThat(night.err()).doesNotContain("e30.e30");
	}

	@Test
	void endsWhereAnotherTenantAnswers() {
		String other = UUID.randomUUID().toString();
		assertThat(Rehearsal.of(this.contoso).with("tenant.id", other).feed(ROWS).run()).exitsWith(7)
			.wroteNothing()
			.says("The tenant that answers has id " + this.contoso.organization().id(), other);
	}

	@Test
	void endsWhereNobodyAnswers() {
		Rehearsal rehearsal = Rehearsal.of(this.contoso).feed(ROWS);
		rehearsal.tenant().close();
		assertThat(rehearsal.run()).exitsWith(7).wroteNothing().checked("sign-in", "fail").says("Nothing was written.");
		assertThat(rehearsal.folder().resolve("drop/hr.csv")).exists();
	}

	@Test
	void signsInWithAClientSecret() {
		assertThat(withSecret().run()).exitsWith(0).wroteExactly("e1 mobile", "e1 email");
	}

	@Test
	void endsWhereTheClientSecretIsRefused() {
		Outcome night = withSecret()
			.suffering(FaultScript.none().on(FaultTrigger.on("POST", "oauth2"), Fault.refuse(401, "invalid_client")))
			.run();
		assertThat(night).exitsWith(7).wroteNothing().says("Refused: ", "7000215");
		assertThat(night.err()).doesNotContain("fictional-secret");
	}

	private Rehearsal withSecret() {
		return Rehearsal.of(this.contoso)
			.without("tenant.access-token")
			.with("tenant.client-id", "00000000-0000-4000-8000-00000000a001")
			.with("tenant.client-secret", "${file:client-secret}")
			.secret("client-secret", "fictional-secret")
			.feed(ROWS);
	}

	@Test
	void waitsForNobodyWhileAnotherRunIsActive() {
		Rehearsal rehearsal = Rehearsal.of(this.contoso).feed(ROWS);
		try (TenantLease lease = TenantLease.acquire(SharedDatabase.dataSource(), SharedDatabase.home(),
				this.contoso.organization().id().toUpperCase())) {
			assertThat(lease.holds()).isTrue();
			assertThat(rehearsal.run()).exitsWith(6).wroteNothing().says("Another run is active on this tenant");
		}
		assertThat(rehearsal.run()).exitsWith(0).wroteExactly("e1 mobile", "e1 email");
	}

	@Test
	void measuresAsFarAsThePermissionsReach() {
		Outcome night = Rehearsal.of(this.contoso, SimulatorSettings.defaults().without("AuditLog.Read.All"))
			.feed(ROWS)
			.run();
		assertThat(night).exitsWith(0).wroteExactly("e1 mobile", "e1 email").checked("registration-report", "skipped");
		assertThat(night.person("E1")).containsEntry("can_reset", "unknown").containsEntry("gap", "not-measurable");
	}

	private static void putAFileAt(Path path) {
		try {
			Files.deleteIfExists(path);
			Files.writeString(path, "");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
