package org.ssprprefill.cli;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.ssprprefill.ledger.SharedDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssprprefill.cli.Contoso.tenant;
import static org.ssprprefill.cli.Contoso.user;
import static org.ssprprefill.cli.OutcomeAssert.assertThat;
import static org.ssprprefill.contact.MethodKind.MOBILE;

/** One tenant is one memory, by whatever name; two tenants are two, in one ledger. */
@ExtendWith(Rehearsals.class)
class OneTenantIT {

	private static Rehearsal company(String job) {
		return Rehearsal.of(tenant(user("E1"), user("E2"), user("E3"))).with("name", job).with("methods.mobile", "own");
	}

	/** Two nights, and what is told of them. */
	private static List<Map<String, String>> nights(Rehearsal company) {
		company.feed("E1;06 12345611;one@example.org", "E2;06 12345612;", "E7;06 12345617;").run();
		company.feed("E1;06 12345621;one@example.org", "E3;06 12345613;");
		return company.run().people();
	}

	@Test
	void tellsTheSameOfATenantWhoeverElseIsInTheLedger() {
		String job = "shared-" + UUID.randomUUID();
		Rehearsal other = company(job);
		other.feed("E1;06 12345611;one@example.org", "E2;06 12345612;", "E3;06 12345613;");
		Outcome planned = other.plan();
		Outcome night = other.run();
		Rehearsal company = company(job);
		List<Map<String, String>> people = nights(company);
		assertThat(people).isEqualTo(nights(company("alone-" + UUID.randomUUID())));
		String id = night.report().run().id();
		assertThat(company.command("history", company.jobFile()).out()).doesNotContain(id);
		assertThat(company.launch("report", id, "--job", company.jobFile())).exitsWith(2);
		assertThat(company.launch("undo", id, "--job", company.jobFile())).exitsWith(2).wroteNothing();
		assertThat(company.launch("apply", planned.report().run().id(), "--job", company.jobFile())).exitsWith(2)
			.wroteNothing();
	}

	@Test
	void knowsATenantByItsDomainAsByItsId() {
		Rehearsal company = company("domain-" + UUID.randomUUID());
		String id = company.id();
		company.feed("E1;06 12345611;");
		Outcome byDomain = company.with("tenant.id", "Contoso.com").run();
		assertThat(byDomain).exitsWith(0).wroteExactly("e1 mobile");
		assertThat(byDomain.report().run().tenantId()).isEqualTo(id);
		company.feed("E1;06 12345621;");
		Outcome byId = company.with("tenant.id", id).run();
		assertThat(byId).changed("E1", MOBILE, "own-value-changed", "confirmed");
		assertThat(company.with("tenant.id", "contoso.com").command("history", company.jobFile()).out())
			.contains(byDomain.report().run().id(), byId.report().run().id());
	}

	@Test
	void carriesOverWhatWasEnteredUnderADomain() throws SQLException {
		Rehearsal company = company("carried-" + UUID.randomUUID());
		company.feed("E1;06 12345611;", "E2;06 12345612;");
		Outcome first = company.run();
		rename(company.id(), "contoso.onmicrosoft.com");
		company.feed("E1;06 12345621;");
		Outcome next = company.run();
		assertThat(next).exitsWith(0).changed("E1", MOBILE, "own-value-changed", "confirmed");
		assertThat(company.undo(first)).exitsWith(0).wroteExactly("e2 mobile");
	}

	/** As if only the domain had ever been known, as it was until 1.0. */
	private static void rename(String id, String domain) throws SQLException {
		try (Connection connection = SharedDatabase.dataSource().getConnection();
				Statement statement = connection.createStatement()) {
			for (String table : List.of("run", "change", "written_method", "taken_back", "audit", "entra_user",
					"registration", "role_holder", "user_mark")) {
				statement.execute(
						"update sspr_prefill." + table + " set tenant = '" + domain + "' where tenant = '" + id + "'");
			}
			statement.execute("delete from sspr_prefill.tenant_name where tenant = '" + id + "'");
		}
	}

}
