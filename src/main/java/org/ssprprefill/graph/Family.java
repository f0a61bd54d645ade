package org.ssprprefill.graph;

/**
 * The groups of requests that Graph may throttle separately (learn.microsoft.com,
 * graph/throttling-limits). Which limit a call of an authentication method falls under is
 * not known: read literally 5 in 10 seconds, or else 8,000 units in 10 seconds and, for
 * writes, 3,000 in 150 seconds besides. So each group finds its own pace.
 */
enum Family {

	/** Reading phone and e-mail methods. */
	METHODS,

	/** Registering or changing them: Graph counts writes apart. */
	WRITES,

	/** Users, groups, roles, licences and policies. */
	DIRECTORY,

	/** The registration report: 5 requests in 10 seconds per app and tenant. */
	REPORTS;

	/** Whether a wait that one family was told to keep is for another one too. */
	boolean sharesWaitsWith(Family other) {
		return this == other || isOfMethods() && other.isOfMethods();
	}

	/** Whether the limit may be as low as five requests. */
	boolean beginsGently() {
		return isOfMethods();
	}

	/** Where its limit is looked for from below, in requests a second. */
	double slowest() {
		return isOfMethods() ? 0.5 : JsonBatch.LARGEST;
	}

	private boolean isOfMethods() {
		return this == METHODS || this == WRITES;
	}

}
