package org.ssprprefill.ledger;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/** What to do about a database that fails in the middle of a run. */
public final class DatabaseTrouble {

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
			.map(SQLException.class::cast)
			.flatMap((cause) -> words(cause).stream())
			.findFirst();
	}

	private static Optional<String> words(SQLException cause) {
		return ServerRefusal.of(cause, "The ledger's database", "The ledger's database was lost")
			.map((refusal) -> refusal.happened() + " (SQL state " + ServerRefusal.state(cause) + "). "
					+ refusal.remedy() + " Then start the same command again; it goes on where it was.");
	}

}
