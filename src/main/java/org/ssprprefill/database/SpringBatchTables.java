package org.ssprprefill.database;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * The first migration: Spring Batch's own tables, by Spring Batch's own script, so that
 * they and the ledger share one schema and one history.
 */
final class SpringBatchTables implements JavaMigration {

	private static final String SCRIPT = "/org/springframework/batch/core/schema-postgresql.sql";

	@Override
	public MigrationVersion getVersion() {
		return MigrationVersion.fromVersion("1");
	}

	@Override
	public String getDescription() {
		return "spring batch tables";
	}

	/** None: a later Spring Batch may reword its script without changing the tables. */
	@Override
	public @Nullable Integer getChecksum() {
		return null;
	}

	@Override
	public boolean canExecuteInTransaction() {
		return true;
	}

	@Override
	public void migrate(Context context) throws SQLException, IOException {
		try (Statement statement = context.getConnection().createStatement()) {
			statement.execute(script());
		}
	}

	private static String script() throws IOException {
		try (InputStream script = SpringBatchTables.class.getResourceAsStream(SCRIPT)) {
			if (script == null) {
				throw new FileNotFoundException(SCRIPT);
			}
			return new String(script.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
