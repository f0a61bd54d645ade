package org.ssprprefill.ledger;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.PhoneNumber;
import org.ssprprefill.plan.Reason;

/**
 * How contact values go into the vault: sealed together with what they are for, so that
 * one which was moved to another run, person, method or action cannot be opened; one
 * fingerprint for all phones.
 */
final class SealedValues {

	private SealedValues() {
	}

	/** A value of HR's row; whom it is for is in the row's keys. */
	static String staged(String run, String file, long number, MethodKind kind, String keys) {
		return String.join("\n", "staged", run, String.valueOf(number), kind.word(), keys, file);
	}

	/** A value to register, or to take away. */
	static String change(String run, String user, String kind, Reason reason) {
		return String.join("\n", "change", run, user, kind, reason.name(), "value");
	}

	/** The value that is registered before a change. */
	static String previous(String run, String user, String kind, Reason reason) {
		return String.join("\n", "change", run, user, kind, reason.name(), "previous");
	}

	/**
	 * How versions until 1.0 sealed. A value in this context may be for any person, and
	 * is believed only where something else proves whom it is for.
	 */
	static String unbound(String kind) {
		return "method:" + kind;
	}

	/** The same number has the same fingerprint as mobile and as office phone. */
	static String fingerprint(Vault vault, ContactValue value) {
		MethodKind family = (value instanceof PhoneNumber) ? MethodKind.MOBILE : MethodKind.EMAIL;
		return vault.fingerprint(family, value.normalForm());
	}

	static ContactValue open(Vault vault, MethodKind kind, byte[] sealed, String context) {
		return opened(vault, kind, sealed, context)
			.orElseThrow(() -> new AlteredLedgerException("A stored contact value does not belong where it stands."));
	}

	static Optional<ContactValue> opened(Vault vault, MethodKind kind, byte[] sealed, String context) {
		return vault.opened(sealed, context).map((clear) -> ContactValue.held(kind, clear));
	}

	/**
	 * Opens a value that is remembered as ours, or as taken back. Those of versions until
	 * 1.0 do not say for which run they were sealed; they decide whether a registered
	 * value is ours, and are never written.
	 */
	static ContactValue remembered(Vault vault, String user, MethodKind kind, byte[] sealed, Origin origin) {
		if (origin.run() == null || origin.reason() == null) {
			return open(vault, kind, sealed, unbound(kind.word()));
		}
		Reason reason = Reason.valueOf(origin.reason());
		return open(vault, kind, sealed, origin.previous() ? previous(origin.run(), user, kind.word(), reason)
				: change(origin.run(), user, kind.word(), reason));
	}

	/**
	 * The change that a remembered value was copied from.
	 *
	 * @param run its run
	 * @param reason its reason's name
	 * @param previous whether it is the value from before that change
	 */
	record Origin(@Nullable String run, @Nullable String reason, boolean previous) {
	}

}
