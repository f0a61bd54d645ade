package org.ssprprefill.cli;

import java.util.function.ToIntFunction;

import org.ssprprefill.definition.JobDefinition;
import org.ssprprefill.ledger.Home;
import org.ssprprefill.ledger.HomeBusyException;
import org.ssprprefill.ledger.Ledger;
import org.ssprprefill.ledger.LedgerException;
import org.ssprprefill.ledger.TenantBusyException;

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
