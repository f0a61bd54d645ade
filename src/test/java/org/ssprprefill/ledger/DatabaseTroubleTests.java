package org.ssprprefill.ledger;

import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseTroubleTests {

	@ParameterizedTest
	@CsvSource({ "53100, is full", "08006, was lost", "57P01, was lost" })
	void saysWhatToDoWhereverInTheCausesTheDatabaseSpeaks(String state, String said) {
		SQLException sql = new SQLException("could not extend file", state);
		assertThat(
				DatabaseTrouble.of(new IllegalStateException("step failed", new RuntimeException(sql))).orElseThrow())
			.contains(said, "SQL state " + state, "start the same command again");
	}

	@Test
	void leavesOtherFailuresToOthers() {
		assertThat(DatabaseTrouble.of(new SQLException("duplicate key", "23505"))).isEmpty();
		assertThat(DatabaseTrouble.of(new SQLException("Connection is closed"))).isEmpty();
		assertThat(DatabaseTrouble.of(new IllegalStateException("no database in sight"))).isEmpty();
	}

}
