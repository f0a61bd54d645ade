package org.ssprprefill.cli;

import java.io.UncheckedIOException;
import java.util.Optional;

import org.ssprprefill.database.DatabaseTrouble;
import org.ssprprefill.database.LedgerException;
import org.ssprprefill.job.RunStoppedException;
import org.ssprprefill.tenant.TenantRefusedException;
import org.ssprprefill.tenant.TenantUnavailableException;

/** Failures that say themselves what happened and what to do, so that no log need. */
final class FailureText {

	private FailureText() {
	}

	/** What to say of a failure; nothing if it was not expected. */
	static Optional<String> of(Throwable failure) {
		return DatabaseTrouble.of(failure)
			.or(() -> isToldByItself(failure) ? Optional.ofNullable(failure.getMessage()) : Optional.empty());
	}

	private static boolean isToldByItself(Throwable failure) {
		return failure instanceof TenantUnavailableException || failure instanceof TenantRefusedException
				|| failure instanceof LedgerException || failure instanceof RunStoppedException
				|| failure instanceof InterruptedException || failure instanceof UncheckedIOException;
	}

}
