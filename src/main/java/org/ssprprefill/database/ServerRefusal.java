package org.ssprprefill.database;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

import org.postgresql.util.GT;
import org.postgresql.util.PSQLException;

/**
 * What a PostgreSQL server means when it refuses, told by the SQL state
 * (postgresql.org/docs/current/errcodes-appendix) and, for TLS, by the driver's own
 * errors, which all come under states of a lost connection.
 *
 * @param happened what happened, without a full stop
 * @param remedy what to do next, in whole sentences
 */
record ServerRefusal(String happened, String remedy) {

	private static final String LIMIT = " for the ledger's user, as in: alter role sspr set ";

	/**
	 * Explains an error.
	 * @param failure what the driver threw
	 * @param server how to call the server, at the beginning of a sentence
	 * @param silent what to say where no server answers
	 * @return the explanation; nothing for errors of statements, which no administrator
	 * can mend
	 */
	static Optional<ServerRefusal> of(SQLException failure, String server, String silent) {
		return tls(failure, server).or(() -> pooler(failure, server))
			.or(() -> byState(state(failure), server))
			.or(() -> state(failure).startsWith("08")
					? Optional.of(new ServerRefusal(silent,
							"Check ledger.url, that the server runs, and that no firewall is in between."))
					: Optional.empty());
	}

	/** The SQL state, empty where the driver gives none. */
	static String state(SQLException failure) {
		return Optional.ofNullable(failure.getSQLState()).orElse("");
	}

	/**
	 * PgBouncer gives nearly everything it refuses one state, so that only its words tell
	 * what that is. They name no more than a user and a database.
	 */
	private static Optional<ServerRefusal> pooler(SQLException failure, String server) {
		return causes(failure).filter(PSQLException.class::isInstance)
			.flatMap((cause) -> Optional.ofNullable(((PSQLException) cause).getServerErrorMessage()).stream())
			.filter((said) -> "08P01".equals(said.getSQLState()))
			.findFirst()
			.flatMap((said) -> refusal(server + " or a pooler in front of it says \"" + said.getMessage() + "\"",
					"Check ledger.url, ledger.user and ledger.password, and what the pooler's settings"
							+ " say of this database and user."));
	}

	private static Stream<Throwable> causes(SQLException failure) {
		return Stream.<Throwable>iterate(failure, (cause) -> cause != null, Throwable::getCause).limit(20);
	}

	private static Optional<ServerRefusal> byState(String state, String server) {
		return switch (state) {
			case "08004" -> refusal(server + " and this program agree on no way to sign in",
					"Check that ledger.user and ledger.password are set, and the method in the server's pg_hba.conf.");
			case "28P01" -> refusal(server + " refused the password of the ledger's user",
					"Check ledger.user and ledger.password.");
			case "28000" -> refusal(server + " refused the ledger's user",
					"Check ledger.user, and that a line of the server's pg_hba.conf admits this user from this machine;"
							+ " where it admits encrypted connections only, write sslmode=require into ledger.url.");
			case "3D000" -> refusal(server + " has no such database", "Create it, or correct the name in ledger.url.");
			case "55000" -> refusal(server + " takes no connections to this database",
					"Set allow_connections for it, or correct the name in ledger.url.");
			case "42501" -> refusal(server + " denies the ledger's user a right",
					"Grant CONNECT and CREATE on the database, and let the user own what is in the schema "
							+ LedgerSettings.USUAL_SCHEMA + ".");
			case "25006" -> refusal(server + " only reads: it is a standby, or set to read only",
					"Let ledger.url name the server that writes (among several hosts: targetServerType=primary),"
							+ " or set default_transaction_read_only to off.");
			case "53300" -> refusal(server + " has no connection left to give",
					"Raise max_connections or the limit of the ledger's user or database, or end idle sessions;"
							+ " a run takes up to " + LedgerSettings.USUAL_CONNECTIONS + ".");
			case "57014" -> refusal(server + " broke off a statement that took longer than it allows",
					"Set statement_timeout" + LIMIT + "statement_timeout = 0.");
			case "55P03" -> refusal(server + " broke off a statement that waited for a lock longer than it allows",
					"Set lock_timeout" + LIMIT + "lock_timeout = 0.");
			case "25P03" -> refusal(server + " ended a session that was idle in a transaction",
					"Set idle_in_transaction_session_timeout" + LIMIT + "idle_in_transaction_session_timeout = 0.");
			case "25P04" -> refusal(server + " ended a transaction that took longer than it allows",
					"Set transaction_timeout" + LIMIT + "transaction_timeout = 0.");
			case "57P05" -> refusal(server + " ended a session that was idle",
					"Set idle_session_timeout" + LIMIT + "idle_session_timeout = 0.");
			default -> byResources(state, server);
		};
	}

	private static Optional<ServerRefusal> byResources(String state, String server) {
		return switch (state) {
			case "53100" ->
				refusal(server + " has no disk space left: its disk is full", "Free space on it, or enlarge it.");
			case "53200" -> refusal(server + " has no memory left", "Give it more, or lower its work_mem.");
			case "57P01", "57P02" -> refusal(server + " was lost: it is shutting down", "Wait until it runs again.");
			case "57P03" ->
				refusal(server + " takes no connections: it is starting up, or shutting down", "Wait until it runs.");
			case "57P04" -> refusal(server + " was lost: the database was dropped",
					"Restore it, or correct the name in ledger.url.");
			default -> Optional.empty();
		};
	}

	private static Optional<ServerRefusal> refusal(String happened, String remedy) {
		return Optional.of(new ServerRefusal(happened, remedy));
	}

	private static Optional<ServerRefusal> tls(SQLException failure, String server) {
		String said = String.valueOf(failure.getMessage());
		if (said.equals(GT.tr("The server does not support SSL."))) {
			return refusal(server + " offers no TLS, which sslmode in ledger.url demands",
					"Switch ssl on at the server, or choose another sslmode on a network that you trust.");
		}
		if (isLike(said, GT.tr("The hostname {0} could not be verified by hostnameverifier {1}.", "\0", "\0"))) {
			return refusal(server + " shows a certificate for another host name",
					"Write the name in ledger.url as the certificate has it, or have a certificate made for this name.");
		}
		if (isLike(said, GT.tr("Could not open SSL root certificate file {0}.", "\0"))
				|| isLike(said, GT.tr("Could not read SSL root certificate file {0}.", "\0"))
				|| isLike(said, GT.tr("Loading the SSL root certificate {0} into a TrustManager failed.", "\0"))) {
			return refusal("The authority that " + server + " must be signed by cannot be read from a file",
					"Name a readable PEM file with sslrootcert in ledger.url.");
		}
		boolean handshake = causes(failure).anyMatch(SSLException.class::isInstance);
		return handshake ? refusal(server + " shows a certificate that is not trusted, or TLS failed",
				"Name the authority that signed it with sslrootcert in ledger.url, and see that the certificate"
						+ " has not expired.")
				: Optional.empty();
	}

	/** Whether a message is made from a template; the driver translates both alike. */
	private static boolean isLike(String said, String template) {
		String[] parts = template.split("\0", -1);
		return said.startsWith(parts[0]) && said.endsWith(parts[parts.length - 1]);
	}

}
