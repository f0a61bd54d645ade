package org.ssprprefill.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.ssprprefill.contact.ObjectId;

/**
 * A probe as the ledger remembers it.
 *
 * @param run its id, which is also that of its run
 * @param account the test account
 * @param name the account's user principal name when it was probed
 * @param finished whether it came to its end; if not, something is left, on purpose or
 * not
 * @param waits whether methods are left until the registration report counts them
 * @param registeredAt when the first method was registered
 * @param sheet the answer sheet, once there is one
 * @param looks what the registration report said, oldest first
 */
public record ProbeRecord(String run, ObjectId account, String name, boolean finished, boolean waits,
		Optional<Instant> registeredAt, Optional<String> sheet, List<Look> looks) {

	/** Copies the list. */
	public ProbeRecord {
		looks = List.copyOf(looks);
	}

	/**
	 * Whether methods are left on purpose, because the registration report has not
	 * counted them yet.
	 * @return {@code true} from the last answer on, until they are taken away
	 */
	public boolean isWaiting() {
		return !this.finished && this.waits && this.sheet.isPresent();
	}

	/**
	 * Whether the registration report has said {@code isSsprRegistered}.
	 * @return {@code true} once it has
	 */
	public boolean isCounted() {
		return this.looks.stream().anyMatch(Look::registered);
	}

	/**
	 * One look into the registration report.
	 *
	 * @param at when
	 * @param listed whether the account is in the report
	 * @param registered {@code isSsprRegistered}
	 * @param methods {@code methodsRegistered}, a space between the words
	 * @param secondFactor the preferred second factor, or empty
	 */
	public record Look(Instant at, boolean listed, boolean registered, String methods, String secondFactor) {

		/**
		 * How long after a registration this was.
		 * @param registeredAt when the method was registered
		 * @return whole hours
		 */
		public long hoursSince(Instant registeredAt) {
			return Duration.between(registeredAt, this.at).toHours();
		}

	}

}
