package org.ssprprefill.database;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/** What to do about a database that fails in the middle of a run. */
public final class DatabaseTrouble {

	private static final SQLException LOST = new SQLException("lost", "08003");

	private DatabaseTrouble() {
	}

	/**
	 * Explains a failure.
	 * @param failure what went wrong
	 * @return what happened and the remedy; nothing if it was not for want of the
	 * database
	 */
	public static Optional<String> of(Throwable failure) {
		return errors(failure).flatMap((cause) -> words(cause).stream())
			.findFirst()
			.or(() -> errors(failure).anyMatch(DatabaseTrouble::isOfThePool) ? words(LOST) : Optional.empty());
	}

	/**
	 * Whether a failure is what a restart of the server looks like, or a session that it
	 * ended while this process was suspended, so that the same work may succeed once the
	 * server answers again.
	 * @param failure what went wrong
	 * @return {@code true} if a connection was lost, or could not be had
	 */
	public static boolean isLost(Throwable failure) {
		return losses(failure).findAny().isPresent();
	}

	private static Stream<SQLException> losses(Throwable failure) {
		return errors(failure)
			.filter((cause) -> isOfThePool(cause) || ServerRefusal.state(cause).matches("08...|57P0[123]|25P03"));
	}

	/**
	 * The same failure without the server's message, which may quote a row with people.
	 */
	static LedgerException unquoted(Exception failure, String otherwise) {
		String words = of(failure).orElse(otherwise);
		return losses(failure).findFirst()
			.map((loss) -> new LedgerException(words,
					isOfThePool(loss) ? LOST : new SQLException("lost", loss.getSQLState())))
			.orElseGet(() -> new LedgerException(words));
	}

	private static Stream<SQLException> errors(Throwable failure) {
		return Stream.<Throwable>iterate(failure, (cause) -> cause != null, Throwable::getCause)
			.limit(20)
			.filter(SQLException.class::isInstance)
			.map(SQLException.class::cast);
	}

	/** The server and its driver give a state; the pool gives none of its own. */
	private static boolean isOfThePool(SQLException cause) {
		return ServerRefusal.state(cause).isEmpty() && !(cause.getCause() instanceof InterruptedException);
	}

	private static Optional<String> words(SQLException cause) {
		return ServerRefusal.of(cause, "The ledger's database", "The ledger's database was lost")
			.map((refusal) -> refusal.happened() + " (SQL state " + ServerRefusal.state(cause) + "). "
					+ refusal.remedy() + " Then start the same command again; it goes on where it was.");
	}

}
