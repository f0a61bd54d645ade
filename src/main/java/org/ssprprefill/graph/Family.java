package org.ssprprefill.graph;

/**
 * The groups of requests that Graph throttles separately (learn.microsoft.com,
 * graph/throttling-limits).
 */
enum Family {

	/** Phone and e-mail methods. */
	METHODS,

	/** Users, groups, roles, licences and policies. */
	DIRECTORY,

	/** The registration report: 5 requests in 10 seconds per app and tenant. */
	REPORTS

}
