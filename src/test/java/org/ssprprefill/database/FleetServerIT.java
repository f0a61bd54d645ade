package org.ssprprefill.database;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.ssprprefill.contact.Secret;
import org.ssprprefill.ledger.Ledger;
import org.ssprprefill.ledger.SharedDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The schemas and roles of a fleet's tenants. */
class FleetServerIT {

	private final String suffix = UUID.randomUUID().toString().substring(0, 8);

	private final String user = "fleet_" + this.suffix;

	private final String one = "t_one_" + this.suffix;

	private final String two = "t_two_" + this.suffix;

	private FleetServer open(String password) {
		return FleetServer.open(
				new LedgerSettings(Optional.of(SharedDatabase.access().get(0)), Optional.of(this.user),
						Optional.of(Secret.of(password)), Optional.empty(), "sspr_fleet_" + this.suffix, 2),
				SharedDatabase.home(), 1);
	}

	private static JdbcTemplate administrator() {
		List<String> access = SharedDatabase.access();
		PGSimpleDataSource source = new PGSimpleDataSource();
		source.setUrl(access.get(0));
		source.setUser("postgres");
		source.setPassword(access.get(1));
		return new JdbcTemplate(source);
	}

	@Test
	void renewsTheRolesAfterAChangeOfThePasswordAndForgetsATenantWithItsSchema() {
		JdbcTemplate administrator = administrator();
		administrator.execute("create role " + this.user + " login createrole password 'first'");
		administrator.execute("grant create on database postgres to " + this.user);
		try (FleetServer server = open("first")) {
			server.migrate();
			server.provide(this.one);
			server.provide(this.two);
		}
		administrator.execute("alter role " + this.user + " password 'second'");
		try (FleetServer server = open("second")) {
			assertThatExceptionOfType(LedgerException.class).isThrownBy(() -> OwnServer
				.check(OwnServer.connections(SharedDatabase.access().get(0), ledger(server)), this.one));
			server.provide(this.one);
			Ledger.open(ledger(server), SharedDatabase.home().tenant(this.one)).close();
			administrator.execute("drop schema " + this.one + " cascade");
			assertThat(server.provides(this.one)).isFalse();
			assertThat(server.provides(this.two)).isTrue();
			administrator.execute("drop role " + this.one);
			server.provide(this.one);
			Ledger.open(ledger(server), SharedDatabase.home().tenant(this.one)).close();
		}
	}

	private LedgerSettings ledger(FleetServer server) {
		return server.ledgerOf(this.one, Optional.empty());
	}

}
