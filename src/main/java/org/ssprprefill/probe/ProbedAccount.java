package org.ssprprefill.probe;

import java.time.Duration;

import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.tenant.ProbeAnswer;
import org.ssprprefill.tenant.ProbeRequest;

/** The one account of a probe, and the way to it. */
public interface ProbedAccount {

	/**
	 * {@return the account's object id}
	 */
	ObjectId id();

	/**
	 * Sends a request once. A write is noted in the ledger before it leaves, and leaves
	 * only while the account may be written to.
	 * @param request the request
	 * @return the answer, whatever it is
	 * @throws ProbeStoppedException if the account may not be written to any more
	 */
	ProbeAnswer send(ProbeRequest request);

	/**
	 * {@return the verified domain of the account's user principal name}
	 */
	String domain();

	/**
	 * Remembers what the registration report said of the account.
	 * @param row the answer; 404 where the report does not list the account
	 */
	void looked(ProbeAnswer row);

	/** Remembers that the account holds a method of the probe. */
	void holdsMethod();

	/**
	 * Waits.
	 * @param length how long
	 */
	void pause(Duration length);

}
