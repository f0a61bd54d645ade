package org.ssprprefill.ledger;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What to do about a database that fails in the middle of a run, told by its SQL state
 * (postgresql.org/docs/current/errcodes-appendix).
 */
public final class DatabaseTrouble {

	private static final String AGAIN = " Then start the same command again; it goes on where it was.";

	private DatabaseTrouble() {
	}

	/**
	 * Explains a failure.
	 * @param failure what went wrong
	 * @return what happened and the remedy; nothing if it was not for want of the
	 * database
	 */
	public static Optional<String> of(Throwable failure) {
		return Stream.<Throwable>iterate(failure, (cause) -> cause != null, Throwable::getCause)
			.limit(20)
			.filter(SQLException.class::isInstance)
			.map((cause) -> ((SQLException) cause).getSQLState())
			.flatMap((state) -> words(String.valueOf(state)).stream())
			.findFirst();
	}

	private static Optional<String> words(String state) {
		String told = " (SQL state " + state + ").";
		if (state.equals("53100")) {
			return Optional
				.of("The disk of the ledger's database is full" + told + " Free space on it, or enlarge it." + AGAIN);
		}
		if (state.startsWith("08") || state.startsWith("57P0")) {
			return Optional.of("The ledger's database was lost" + told
					+ " Check that it runs, and that it can be reached." + AGAIN);
		}
		return Optional.empty();
	}

}
