package org.ssprprefill.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;

/**
 * The fingerprint of a plan: equal for the same changes in the same order, so that what
 * is applied can be proved to be what was planned.
 */
public final class PlanHash {

	private final MessageDigest digest;

	/** Starts with an empty plan. */
	public PlanHash() {
		try {
			this.digest = MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("This Java runtime has no SHA-256, which every Java runtime must have", ex);
		}
	}

	/**
	 * Adds the next change.
	 * @param person the person's object id
	 * @param kind the method
	 * @param decision what is to be done and why
	 * @param fingerprint the keyed fingerprint of the value; never the value itself
	 * @return this
	 */
	public PlanHash add(ObjectId person, MethodKind kind, Decision decision, String fingerprint) {
		String line = String.join("\t", person.value(), kind.word(), decision.action().word(), decision.reason().word(),
				fingerprint);
		// What takes a change back has its words, and is another plan
		String end = decision.reason().takesBack() ? "\tback\n" : "\n";
		this.digest.update((line + end).getBytes(StandardCharsets.UTF_8));
		return this;
	}

	/**
	 * Ends the plan; nothing can be added afterwards.
	 * @return 64 lower-case hexadecimal digits
	 */
	public String hex() {
		return HexFormat.of().formatHex(this.digest.digest());
	}

}
