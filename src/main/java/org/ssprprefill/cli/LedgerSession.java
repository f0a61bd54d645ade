package org.ssprprefill.cli;

import java.util.function.ToIntFunction;

import org.ssprprefill.database.Home;
import org.ssprprefill.database.HomeBusyException;
import org.ssprprefill.database.LedgerException;
import org.ssprprefill.database.TenantBusyException;
import org.ssprprefill.definition.JobDefinition;
import org.ssprprefill.ledger.Ledger;

/** Opens the ledger for verbs that only look into it. */
final class LedgerSession {

	private LedgerSession() {
	}

	static int look(JobDefinition definition, Home home, ToIntFunction<Ledger> work) {
		try (Ledger ledger = Ledger.open(definition.ledger(), home)) {
			return work.applyAsInt(ledger);
		}
		catch (HomeBusyException | TenantBusyException ex) {
			throw new Refusal(ExitCode.BUSY, String.valueOf(ex.getMessage()));
		}
		catch (LedgerException ex) {
			throw new Refusal(ExitCode.FAILED, String.valueOf(ex.getMessage()));
		}
	}

}
