package org.ssprprefill.ledger;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.PhoneNumber;

/**
 * How contact values go into the vault: one context a method, one fingerprint for all
 * phones.
 */
final class SealedValues {

	private SealedValues() {
	}

	static String context(MethodKind kind) {
		return "method:" + kind.word();
	}

	/** The same number has the same fingerprint as mobile and as office phone. */
	static String fingerprint(Vault vault, ContactValue value) {
		MethodKind family = (value instanceof PhoneNumber) ? MethodKind.MOBILE : MethodKind.EMAIL;
		return vault.fingerprint(family, value.normalForm());
	}

	static ContactValue open(Vault vault, MethodKind kind, byte[] sealed) {
		return ContactValue.held(kind, vault.open(sealed, context(kind)));
	}

}
