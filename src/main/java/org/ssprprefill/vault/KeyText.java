package org.ssprprefill.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

import org.ssprprefill.contact.Secret;
import org.ssprprefill.database.Home;
import org.ssprprefill.database.LedgerException;
import org.ssprprefill.database.LedgerSettings;
import org.ssprprefill.database.OwnerOnly;

/** The secret all keys derive from: the job definition's, or the home folder's own. */
final class KeyText {

	private static final int SHORTEST = 32;

	private KeyText() {
	}

	/**
	 * Finds the secret.
	 * @param mayMake whether a missing key file is made: only for a ledger nothing was
	 * written to yet
	 */
	static Secret find(LedgerSettings settings, Home home, boolean mayMake) {
		Secret key = settings.key().orElseGet(() -> ofHome(home.keyFile(), mayMake));
		if (lines(key).isEmpty() || lines(key).stream().anyMatch((line) -> line.inClear().length() < SHORTEST)) {
			throw new LedgerException("The ledger's key ("
					+ settings.key().map((given) -> "ledger.key").orElseGet(() -> home.keyFile().toString())
					+ ") is too short: it must have at least 32 characters, and so must each earlier key on a line below it.");
		}
		return key;
	}

	/** The key of new values, then the earlier ones. */
	static List<Secret> lines(Secret key) {
		return key.inClear().lines().map(String::strip).filter((line) -> !line.isEmpty()).map(Secret::of).toList();
	}

	private static Secret ofHome(Path file, boolean mayMake) {
		try {
			if (!Files.exists(file)) {
				refuseLoss(file, mayMake);
				make(file);
			}
			refuseReaders(file);
			return Secret.of(Files.readString(file).strip());
		}
		catch (IOException ex) {
			throw new LedgerException("The ledger's key " + file + " cannot be read or made. "
					+ "Check that your user owns the file and the home folder.", ex);
		}
	}

	private static void make(Path file) throws IOException {
		byte[] random = new byte[32];
		new SecureRandom().nextBytes(random);
		OwnerOnly.write(file, Base64.getEncoder().encode(random));
	}

	private static void refuseLoss(Path file, boolean mayMake) {
		if (!mayMake) {
			throw new LedgerException("The ledger's key is missing: " + file + ". The ledger was written under it; "
					+ "put the file back from a backup of the home folder, or set ledger.key to its content.");
		}
	}

	private static void refuseReaders(Path file) throws IOException {
		if (OwnerOnly.isOpenToOthers(file)) {
			throw new LedgerException("The ledger's key " + file + " is open to other users of this machine. "
					+ "Allow its owner alone to read it: chmod 600 " + file);
		}
	}

}
