package org.ssprprefill.database;

import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.ssprprefill.ledger.SharedDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** Tables that another build of the program has changed. */
class LedgerTablesIT {

	private static final String NAME = "other_build";

	private final DataSource source = source();

	private static DataSource source() {
		List<String> access = SharedDatabase.access();
		PGSimpleDataSource source = new PGSimpleDataSource();
		source.setUrl(access.get(0).replaceFirst("/[^/]*$", "/" + NAME));
		source.setUser("postgres");
		source.setPassword(access.get(1));
		source.setCurrentSchema(LedgerSettings.USUAL_SCHEMA);
		return source;
	}

	@BeforeEach
	void make() throws SQLException {
		Sql.run(SharedDatabase.dataSource(), "create database " + NAME);
		LedgerTables.migrate(this.source, LedgerSettings.USUAL_SCHEMA);
	}

	@AfterEach
	void drop() throws SQLException {
		Sql.run(SharedDatabase.dataSource(), "drop database " + NAME);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					insert into sspr_prefill.flyway_schema_history select 900, '99', 'a later table', 'SQL', 'V99__later.sql', 7, 'x', now(), 1, true | newer version of this program (99)
					insert into sspr_prefill.flyway_schema_history select 900, '99', 'a later table', 'SQL', 'V99__later.sql', 7, 'x', now(), 1, false | (99)
					insert into sspr_prefill.flyway_schema_history select 900, '9.5', 'a branch', 'SQL', 'V9_5__branch.sql', 7, 'x', now(), 1, true | newer version of this program (9.5)
					update sspr_prefill.flyway_schema_history set success = false where version = '9' | (9) failed half-way
					update sspr_prefill.flyway_schema_history set checksum = checksum + 1 where version = '9' | its update 9 is not the same
					""")
	void areRefusedAsWhatTheyAre(String change, String said) throws SQLException {
		Sql.run(this.source, change);
		String before = Sql.ask(this.source, "select count(*) from sspr_prefill.flyway_schema_history");
		assertThatExceptionOfType(LedgerTablesException.class)
			.isThrownBy(() -> LedgerTables.migrate(this.source, LedgerSettings.USUAL_SCHEMA))
			.withMessageContaining(said)
			.withMessageEndingWith("Nothing was touched.");
		assertThat(Sql.ask(this.source, "select count(*) from sspr_prefill.flyway_schema_history")).isEqualTo(before);
	}

	@Test
	void areKnownWithoutFlywayOnceItMadeThem() throws SQLException {
		KnownMigrations known = KnownMigrations.of("db/migration", new SpringBatchTables());
		assertThat(known.areAllIn(this.source, LedgerSettings.USUAL_SCHEMA)).isTrue();
		assertThat(known.areAllIn(this.source, "other")).isFalse();
		Sql.run(this.source, "delete from sspr_prefill.flyway_schema_history where version = '9'");
		assertThat(known.areAllIn(this.source, LedgerSettings.USUAL_SCHEMA)).isFalse();
	}

	@Test
	void passWhereNothingIsOdd() {
		assertThatNoException().isThrownBy(() -> LedgerTables.migrate(this.source, LedgerSettings.USUAL_SCHEMA));
	}

}
