package org.ssprprefill.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import org.postgresql.ds.PGSimpleDataSource;
import org.ssprprefill.contact.Secret;

/**
 * A real PostgreSQL server of this program's own, kept in the home folder: durable,
 * behind a password, reachable from this machine only.
 */
final class EmbeddedServer implements AutoCloseable {

	/** Replaying the write-ahead log after a crash takes longer than a clean start. */
	private static final Duration STARTUP = Duration.ofMinutes(2);

	private static final int USUAL_CONNECTIONS = 40;

	private final ProcessLock lock;

	private final EmbeddedPostgres postgres;

	private final Secret password;

	private EmbeddedServer(ProcessLock lock, EmbeddedPostgres postgres, Secret password) {
		this.lock = lock;
		this.postgres = postgres;
		this.password = password;
	}

	static EmbeddedServer start(Home home) {
		return start(home, USUAL_CONNECTIONS);
	}

	/** The same for more connections than one job takes. */
	static EmbeddedServer start(Home home, int connections) {
		ProcessLock lock = ProcessLock.take(home.lockFile())
			.orElseThrow(() -> new HomeBusyException(home.folder(), ProcessLock.holder(home.lockFile())));
		try {
			return startLocked(lock, home, Math.max(connections, USUAL_CONNECTIONS));
		}
		catch (IOException | RuntimeException ex) {
			lock.close();
			throw (ex instanceof LedgerException known) ? known : cannotStart(home, ex);
		}
		catch (ExceptionInInitializerError ex) {
			// The library throws this when it cannot unpack the server's programs
			lock.close();
			throw cannotStart(home, ex);
		}
	}

	private static EmbeddedServer startLocked(ProcessLock lock, Home home, int connections) throws IOException {
		refuseRootWithoutNamespaces();
		OwnerOnly.createFolder(home.postgres());
		DataFolder folder = new DataFolder(home);
		folder.retireOrphans();
		folder.wipeIfHalfMade();
		Path passwordFile = home.postgres().resolve("password");
		Secret password = password(passwordFile, folder.isComplete());
		EmbeddedPostgres postgres = builder(folder, passwordFile, password)
			.setServerConfig("max_connections", String.valueOf(connections))
			.start();
		folder.markComplete();
		return new EmbeddedServer(lock, postgres, password);
	}

	private static EmbeddedPostgres.Builder builder(DataFolder folder, Path passwordFile, Secret password) {
		EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
			.setDataDirectory(folder.path())
			.setOverrideWorkingDirectory(folder.programs().toFile())
			.setCleanDataDirectory(false)
			.setRegisterShutdownHook(false)
			.setPGStartupWait(STARTUP)
			.setConnectConfig("password", password.inClear());
		firstStart(builder, passwordFile);
		everyStart(builder);
		return builder;
	}

	// One order and one notion of upper and lower case on every operating system
	private static void firstStart(EmbeddedPostgres.Builder builder, Path passwordFile) {
		builder.setLocaleConfig("pwfile", passwordFile.toString())
			.setLocaleConfig("auth", "scram-sha-256")
			.setLocaleConfig("locale", "C")
			.setLocaleConfig("locale-provider", "builtin")
			.setLocaleConfig("builtin-locale", "C.UTF-8");
	}

	// The library is made for tests: its defaults trade safety for speed
	private static void everyStart(EmbeddedPostgres.Builder builder) {
		builder.setServerConfig("fsync", "on")
			.setServerConfig("synchronous_commit", "on")
			.setServerConfig("unix_socket_directories", "")
			// A small machine has none to spare, and the system's own cache holds the
			// rest
			.setServerConfig("shared_buffers", "32MB")
			.setServerConfig("listen_addresses", "127.0.0.1")
			.setServerConfig("timezone", "UTC")
			.setServerConfig("log_timezone", "UTC");
	}

	private static Secret password(Path file, boolean expected) throws IOException {
		if (!Files.exists(file)) {
			if (expected) {
				throw new LedgerException("The password of the embedded database is missing: " + file
						+ ". Put the file back from a backup of the home folder.");
			}
			byte[] random = new byte[24];
			new SecureRandom().nextBytes(random);
			OwnerOnly.write(file,
					Base64.getUrlEncoder().withoutPadding().encodeToString(random).getBytes(StandardCharsets.UTF_8));
		}
		return Secret.of(Files.readString(file).strip());
	}

	// PostgreSQL refuses to run as root; the library steps aside into a user namespace
	private static void refuseRootWithoutNamespaces() {
		if ("root".equals(System.getProperty("user.name")) && !LinuxUtils.isUnshareAvailable()) {
			throw new LedgerException("The embedded database cannot run as root on this machine: "
					+ "user namespaces are switched off. Run as an ordinary user, or set ledger.url "
					+ "to a PostgreSQL server of your own.");
		}
	}

	private static LedgerException cannotStart(Home home, Throwable cause) {
		return new LedgerException("The embedded database in " + home.postgres()
				+ " did not start. Check free space and the right to write there, or set ledger.url "
				+ "to a PostgreSQL server of your own. The server's own words are in the log.", cause);
	}

	/** Lets other processes be told what this one does. */
	void sign(String work) {
		this.lock.sign(work);
	}

	PGSimpleDataSource connections() {
		PGSimpleDataSource source = new PGSimpleDataSource();
		source.setServerNames(new String[] { "127.0.0.1" });
		source.setPortNumbers(new int[] { this.postgres.getPort() });
		source.setDatabaseName("postgres");
		source.setUser("postgres");
		source.setPassword(this.password.inClear());
		return source;
	}

	@Override
	public void close() {
		try (this.lock) {
			this.postgres.close();
		}
		catch (IOException ex) {
			throw new LedgerException("The embedded database did not stop cleanly. "
					+ "Nothing that was committed is lost; the next start recovers it.", ex);
		}
	}

}
