package org.ssprprefill.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ssprprefill.database.TenantLease;
import org.ssprprefill.ledger.SharedDatabase;
import org.ssprprefill.simulator.SimulatedGroup;
import org.ssprprefill.simulator.SimulatedPolicies;
import org.ssprprefill.simulator.SimulatedPolicies.MethodPolicy;
import org.ssprprefill.simulator.SimulatedUser;
import org.ssprprefill.simulator.SimulatedUser.Trait;
import org.ssprprefill.simulator.SimulatorSettings;
import org.ssprprefill.simulator.TenantDescription;
import org.ssprprefill.simulator.TenantDescription.RoleGrant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssprprefill.cli.Contoso.tenant;
import static org.ssprprefill.cli.Contoso.user;
import static org.ssprprefill.cli.OutcomeAssert.assertThat;
import static org.ssprprefill.contact.MethodKind.EMAIL;
import static org.ssprprefill.contact.MethodKind.MOBILE;

/** {@code explain}: one person's answer, the same as the night's. */
@ExtendWith(Rehearsals.class)
class ExplainIT {

	private static final String NUMBER = "+31 612345601";

	private static final TenantDescription CONTOSO = tenant(user("ABLE").withMethod(EMAIL, "one@example.org"),
			user("PHONE").withMethod(MOBILE, NUMBER), user("UNLICENSED").withLicences().withMethod(MOBILE, NUMBER),
			user("EMPTY"), user("LEFTOUT").withMethod(MOBILE, NUMBER).with(Trait.NO_SSPR),
			user("SYNCED").withMethod(MOBILE, NUMBER).with(Trait.SYNCHRONISED),
			user("ADMIN").withMethod(MOBILE, NUMBER), user("NEW").with(Trait.NOT_IN_REPORT),
			user("BARRED").withMethod(MOBILE, NUMBER), user("GUEST").with(Trait.GUEST),
			user("GONE").with(Trait.DISABLED), user("TWIN"),
			SimulatedUser.of("twin.other@contoso.com").withEmployeeId("TWIN"), user("HELP"))
		.withGroups(SimulatedGroup.of("No phones", "barred@contoso.com"))
		.withRoles(List.of(new RoleGrant("User Administrator", "admin@contoso.com"),
				new RoleGrant("Helpdesk Administrator", "help@contoso.com")), List.of())
		.with(SimulatedPolicies.defaults()
			.with(new MethodPolicy("Sms", true, List.of(), List.of("No phones")))
			.with(new MethodPolicy("Voice", true, List.of(), List.of("No phones"))));

	private static final JsonMapper JSON = new JsonMapper();

	@Test
	void saysOfEverybodyWhatTheNightSays() {
		Rehearsal rehearsal = Rehearsal.of(CONTOSO);
		Outcome night = rehearsal.verify();
		night.people().stream().filter((line) -> !line.get("employee_id").equals("TWIN")).forEach((line) -> {
			JsonNode explained = json(explain(rehearsal, line.get("user_principal_name")));
			String answer = explained.path("canReset").isNull() ? "unknown"
					: explained.path("canReset").asBoolean() ? "yes" : "no";
			assertThat(answer).as(line.toString())
				.isEqualTo(line.get("can_reset").isEmpty() ? "unknown" : line.get("can_reset"));
			assertThat(explained.path("gap").asString("")).as(line.toString()).isEqualTo(line.get("gap"));
		});
	}

	@Test
	void findsAPersonByEachName() {
		Rehearsal rehearsal = Rehearsal.of(CONTOSO);
		for (String name : List.of("Able@contoso.com", "ABLE", SimulatedUser.idOf("able@contoso.com").toUpperCase())) {
			JsonNode explained = json(explain(rehearsal, name));
			assertThat(explained.path("person").path("objectId").asString())
				.isEqualTo(SimulatedUser.idOf("able@contoso.com"));
			assertThat(explained.path("canReset").asBoolean()).isTrue();
			assertThat(explained.propertyNames()).containsExactlyInAnyOrder("person", "canReset", "gap", "complaints",
					"steps", "remedy");
			assertThat(explained.path("steps").path(0).propertyNames()).containsExactlyInAnyOrder("id", "verdict",
					"value", "source", "asOf");
		}
	}

	@Test
	void refusesToGuessWhoIsMeant() {
		Rehearsal rehearsal = Rehearsal.of(CONTOSO);
		assertThat(explain(rehearsal, "nobody@contoso.com")).exitsWith(2)
			.says("No user in the tenant has the user principal name nobody@contoso.com");
		assertThat(explain(rehearsal, "TWIN")).exitsWith(2)
			.says("2 people have the employee id TWIN", "twin@contoso.com", "twin.other@contoso.com");
		assertThat(explain(rehearsal, " ")).exitsWith(2).says("USER is empty");
		assertThat(explain(rehearsal, "ABLE", "--operator", "nobody@contoso.com")).exitsWith(2)
			.says("No user in the tenant");
	}

	@Test
	void looksAtTheOperatorToo() {
		Rehearsal rehearsal = Rehearsal.of(CONTOSO);
		assertThat(json(explain(rehearsal, "EMPTY", "--operator", "help@contoso.com")).path("complaints").toString())
			.doesNotContain("operator-not-allowed");
		assertThat(json(explain(rehearsal, "ADMIN", "--operator", "help@contoso.com")).path("complaints").toString())
			.contains("operator-not-allowed");
	}

	@Test
	void tellsWhatTheLedgerKnowsAndLeavesNoTrace() {
		Rehearsal rehearsal = Rehearsal.of(tenant(user("E1"))).feed("E1;06 12345601;one@example.org");
		String run = rehearsal.run().report().run().id();
		Outcome told = rehearsal.command("explain", rehearsal.jobFile(), "E1");
		assertThat(told).exitsWith(0).wroteNothing();
		assertThat(told.out().replaceAll("\\s+", " "))
			.contains("mobile +31 6••••••01, confirmed", "mobile add (not-registered)", "hr.csv line 2", run,
					"e1@contoso.com can reset the password today")
			.doesNotContain("12345601", "one@example.org");
		Outcome history = rehearsal.launch("history", rehearsal.jobFile());
		assertThat(json(history).path("runs").size()).isOne();
		assertThat(rehearsal.tenant().journal().writes().values()).containsOnly(1L);
	}

	@Test
	void answersWhileANightIsActive() {
		Rehearsal rehearsal = Rehearsal.of(CONTOSO);
		try (TenantLease lease = TenantLease.acquire(SharedDatabase.dataSource(), SharedDatabase.home(),
				CONTOSO.organization().id())) {
			assertThat(lease.holds()).isTrue();
			assertThat(explain(rehearsal, "ABLE")).exitsWith(0);
		}
	}

	@Test
	void waitsForNobodyWhoUsesTheHomeFolder() throws IOException {
		Rehearsal rehearsal = Rehearsal.of(CONTOSO)
			.without("ledger.url")
			.without("ledger.user")
			.without("ledger.password");
		try (FileChannel channel = FileChannel.open(rehearsal.folder().resolve("home/lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE); FileLock lock = channel.lock(Integer.MAX_VALUE, 1, false)) {
			assertThat(lock.isValid()).isTrue();
			assertThat(explain(rehearsal, "ABLE")).exitsWith(6);
		}
	}

	@Test
	void endsWhereTheTenantDoesNotAnswer() {
		assertThat(explain(Rehearsal.of(CONTOSO)
			.secret("stale-token", "e30.e30.c2lnbmF0dXJl")
			.with("tenant.access-token", "${file:stale-token}"), "ABLE")).exitsWith(7);
		assertThat(explain(Rehearsal.of(CONTOSO).with("tenant.id", "00000000-0000-4000-8000-00000000abcd"), "ABLE"))
			.exitsWith(7)
			.says("The tenant that answers has id");
		assertThat(explain(Rehearsal.of(CONTOSO, SimulatorSettings.defaults().without("User.Read.All")), "ABLE"))
			.exitsWith(7)
			.says("User.Read.All");
	}

	/** What a missing permission costs: one line, named, and never a silent no. */
	@ParameterizedTest
	@CsvSource({ "AuditLog.Read.All, allowed-by-policy", "RoleManagement.Read.Directory, roles",
			"GroupMember.Read.All, methods-policy" })
	void namesTheLineThatCannotBeRead(String permission, String line) {
		Outcome told = explain(Rehearsal.of(CONTOSO, SimulatorSettings.defaults().without(permission)), "ABLE");
		assertThat(told).exitsWith(0);
		json(told).path("steps").forEach((step) -> {
			if (step.path("id").asString().equals(line)) {
				assertThat(step.path("verdict").asString()).isEqualTo("unknown");
			}
			assertThat(step.path("verdict").asString()).as(step.toString())
				.satisfiesAnyOf((verdict) -> assertThat(verdict).isNotEqualTo("no"),
						(verdict) -> assertThat(step.path("id").asString()).isEqualTo("this-program"));
		});
	}

	private static Outcome explain(Rehearsal rehearsal, String... arguments) {
		String[] all = new String[arguments.length + 2];
		all[0] = "explain";
		all[1] = rehearsal.jobFile();
		System.arraycopy(arguments, 0, all, 2, arguments.length);
		Outcome outcome = rehearsal.launch(all);
		assertThat(outcome).wroteNothing();
		return outcome;
	}

	private static JsonNode json(Outcome outcome) {
		assertThat(outcome).exitsWith(0);
		return JSON.readTree(outcome.out());
	}

}
