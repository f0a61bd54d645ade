package org.ssprprefill.vault;

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
public final class SealedValues {

	private SealedValues() {
	}

	/** A value of HR's row; whom it is for is in the row's keys. */
	public static String staged(String run, String file, long number, MethodKind kind, String keys) {
		return String.join("\n", "staged", run, String.valueOf(number), kind.word(), keys, file);
	}

	/** A value to register, or to take away. */
	public static String change(String run, String user, String kind, Reason reason) {
		return String.join("\n", "change", run, user, kind, reason.name(), "value");
	}

	/** The value that is registered before a change. */
	public static String previous(String run, String user, String kind, Reason reason) {
		return String.join("\n", "change", run, user, kind, reason.name(), "previous");
	}

	/**
	 * How versions until 1.0 sealed. A value in this context may be for any person, and
	 * is believed only where something else proves whom it is for.
	 */
	public static String unbound(String kind) {
		return "method:" + kind;
	}

	/** The same number has the same fingerprint as mobile and as office phone. */
	public static String fingerprint(Vault vault, ContactValue value) {
		MethodKind family = (value instanceof PhoneNumber) ? MethodKind.MOBILE : MethodKind.EMAIL;
		return vault.fingerprint(family, value.normalForm());
	}

	/**
	 * Opens a value in the place it was sealed for.
	 * @param vault the vault
	 * @param kind the method
	 * @param sealed the value
	 * @param context the place
	 * @return the value
	 * @throws AlteredLedgerException if it was sealed for another place
	 */
	public static ContactValue open(Vault vault, MethodKind kind, byte[] sealed, String context) {
		return opened(vault, kind, sealed, context)
			.orElseThrow(() -> new AlteredLedgerException("A stored contact value does not belong where it stands."));
	}

	/**
	 * The value, or nothing if it was sealed for another place.
	 * @param vault the vault
	 * @param kind the method
	 * @param sealed the value
	 * @param context the place
	 * @return the value
	 */
	public static Optional<ContactValue> opened(Vault vault, MethodKind kind, byte[] sealed, String context) {
		return vault.opened(sealed, context).map((clear) -> ContactValue.held(kind, clear));
	}

	/**
	 * Opens a value that is remembered as ours, or as taken back. Those that versions
	 * until 1.0 planned are bound to their method only: they decide whether a registered
	 * value is ours, and are never written.
	 */
	public static ContactValue remembered(Vault vault, String user, MethodKind kind, byte[] sealed, Origin origin) {
		return opened(vault, kind, sealed, origin.context(user, kind))
			.orElseGet(() -> open(vault, kind, sealed, unbound(kind.word())));
	}

	/** Seals such a value again, under the present key. */
	public static byte[] remember(Vault vault, String user, ContactValue value, MethodKind kind, Origin origin) {
		return vault.seal(value.inClear(), origin.context(user, kind));
	}

	/**
	 * The change that a remembered value was copied from.
	 *
	 * @param run its run
	 * @param reason its reason's name
	 * @param previous whether it is the value from before that change
	 */
	public record Origin(@Nullable String run, @Nullable String reason, boolean previous) {

		private String context(String user, MethodKind kind) {
			if (this.run == null || this.reason == null) {
				return unbound(kind.word());
			}
			Reason why = Reason.valueOf(this.reason);
			return this.previous ? SealedValues.previous(this.run, user, kind.word(), why)
					: change(this.run, user, kind.word(), why);
		}

	}

}
