package org.ssprprefill.database;

import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.ErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.migration.JavaMigration;
import org.flywaydb.core.api.output.ValidateOutput;

/**
 * The tables of the ledger. They are brought up to date only where every migration that
 * the database has seen is one of this program's, went well, and was the same.
 */
final class LedgerTables {

	private static final String LEDGER = "db/migration";

	private static final String UNTOUCHED = " Nothing was touched.";

	private static final String RIGHTS = ". Check the rights of the ledger's user on the ledger's schema.";

	private LedgerTables() {
	}

	/**
	 * Brings the tables up to date.
	 * @param source the database
	 * @param schema the schema they are in
	 * @throws LedgerTablesException if the tables are a newer program's, a half-made or
	 * an altered one's, or cannot be brought up to date; with the remedy
	 */
	static void migrate(DataSource source, String schema) {
		migrate(source, schema, LEDGER, new SpringBatchTables());
	}

	/** The same for the tables of another folder, which are SQL alone. */
	static void migrate(DataSource source, String schema, String folder) {
		migrate(source, schema, folder, new JavaMigration[0]);
	}

	private static void migrate(DataSource source, String schema, String folder, JavaMigration... code) {
		// Flyway needs half a second of processor time to find that nothing is to be done
		if (!KnownMigrations.of(folder, code).areAllIn(source, schema)) {
			migrate(flyway(source, schema, folder, code));
		}
	}

	/** Whether there is nothing to bring up to date. */
	static boolean isUpToDate(DataSource source, String schema, String folder) {
		Flyway flyway = flyway(source, schema, folder);
		return flyway.info().current() != null && flyway.info().pending().length == 0
				&& flyway.validateWithResult().validationSuccessful;
	}

	private static void migrate(Flyway flyway) {
		try {
			List<ValidateOutput> odd = flyway.validateWithResult().invalidMigrations;
			if (!odd.isEmpty()) {
				throw new LedgerTablesException(refusal(odd.get(0)));
			}
			flyway.migrate();
		}
		catch (FlywayException ex) {
			throw new LedgerTablesException("The tables of the ledger cannot be brought up to date: " + reason(ex), ex);
		}
	}

	private static Flyway flyway(DataSource source, String schema, String folder, JavaMigration... java) {
		return Flyway.configure()
			.loggers("slf4j")
			.dataSource(source)
			.schemas(schema)
			.createSchemas(true)
			.locations("classpath:" + folder)
			.javaMigrations(java)
			.placeholderReplacement(false)
			// Flyway would let pass what a newer program did
			.ignoreMigrationPatterns("*:pending")
			.load();
	}

	private static String refusal(ValidateOutput odd) {
		ErrorCode code = odd.errorDetails.errorCode;
		if (code == CoreErrorCode.APPLIED_VERSIONED_MIGRATION_NOT_RESOLVED) {
			return "The tables of the ledger are of a newer version of this program (" + odd.version
					+ "), which this one does not know. Run that newer version." + UNTOUCHED;
		}
		if (code == CoreErrorCode.FAILED_VERSIONED_MIGRATION) {
			return "An update of the ledger's tables (" + odd.version
					+ ") failed half-way. Restore the database from before it, then start the version of this program"
					+ " that began it." + UNTOUCHED;
		}
		return "The tables of the ledger were made by another build of this program: its update " + odd.version
				+ " is not the same as this one's. Run the build that made them, or restore the database." + UNTOUCHED;
	}

	private static String reason(FlywayException failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException sql) {
				return ServerRefusal.of(sql, "its server", "its server was lost")
					.map((refusal) -> refusal.happened() + ". " + refusal.remedy())
					.orElse("SQL state " + ServerRefusal.state(sql) + RIGHTS);
			}
		}
		return String.valueOf(failure.getMessage()).lines().findFirst().orElse("no reason given") + RIGHTS;
	}

}
