package org.ssprprefill.probe;

import java.time.Duration;
import java.util.Optional;

import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.tenant.ProbeAnswer;
import org.ssprprefill.tenant.ProbeRequest;
import org.ssprprefill.tenant.Registration;

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
	 * Asks for the account's row of the registration report, and remembers the answer.
	 * @return the row; nothing where the report does not list it, or cannot be read
	 */
	Optional<Registration> look();

	/** Remembers that the account holds a method of the probe. */
	void holdsMethod();

	/**
	 * Waits.
	 * @param length how long
	 */
	void pause(Duration length);

}
