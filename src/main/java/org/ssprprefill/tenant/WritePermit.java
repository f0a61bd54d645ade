package org.ssprprefill.tenant;

/**
 * The right to write, asked right before an exchange leaves: after every wait for pace,
 * throttle, token and connection, and again before every retry. Answers at once, from
 * what is known already, and may be asked from several threads.
 */
@FunctionalInterface
public interface WritePermit {

	/**
	 * Whether the right to write still holds.
	 * @return {@code false} if nothing may leave now
	 */
	boolean holds();

	/**
	 * Joins two permits.
	 * @param other the other permit
	 * @return a permit that holds while both hold
	 */
	default WritePermit and(WritePermit other) {
		return () -> holds() && other.holds();
	}

}
