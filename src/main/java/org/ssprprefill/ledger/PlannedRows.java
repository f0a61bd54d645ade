package org.ssprprefill.ledger;

import java.util.List;

import org.ssprprefill.database.CopyWriter;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.tenant.MethodAnswer;
import org.ssprprefill.vault.SealedValues;
import org.ssprprefill.vault.Vault;

/** Planned changes as rows of the table {@code change}, their values sealed. */
final class PlannedRows {

	static final String COLUMNS = "change (run, tenant, object_id, kind, action, reason, state, value,"
			+ " fingerprint, previous, status, code)";

	private PlannedRows() {
	}

	static CopyWriter of(Vault vault, RunRecord run, List<PlannedChange> changes) {
		CopyWriter copy = new CopyWriter();
		for (PlannedChange change : changes) {
			String context = SealedValues.change(run.id(), change.user().value(), change.kind().word(),
					change.reason());
			String before = SealedValues.previous(run.id(), change.user().value(), change.kind().word(),
					change.reason());
			copy.column(run.id()).column(run.tenant()).column(change.user().value()).column(change.kind().word());
			copy.column(change.reason().action().word()).column(change.reason().name());
			copy.column(change.unread().isPresent() ? ChangeState.REJECTED : ChangeState.PLANNED);
			copy.column(vault.seal(change.value().inClear(), context));
			copy.column(SealedValues.fingerprint(vault, change.value()));
			copy.column(change.previous().map((value) -> vault.seal(value.inClear(), before)).orElse(null));
			copy.column(change.unread().map(MethodAnswer.Unread::status).orElse(null));
			copy.column(change.unread().map(MethodAnswer.Unread::code).orElse(null)).end();
		}
		return copy;
	}

}
