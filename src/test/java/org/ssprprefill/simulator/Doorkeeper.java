package org.ssprprefill.simulator;

/** Stands between a simulated tenant and whoever calls it. */
public interface Doorkeeper {

	/**
	 * Whether a call may be applied.
	 * @param batchItem whether it came inside a JSON batch
	 * @return {@code false} for a call that the tenant never sees
	 */
	boolean letsIn(boolean batchItem);

	/**
	 * Whether the answer to a call that was applied may be heard.
	 * @return {@code false} for an answer that nobody hears
	 */
	boolean letsOut();

	/**
	 * A tenant behind a doorkeeper. Whoever is not let in or out hears a refusal that
	 * nobody repeats a call for.
	 * @param keeper the doorkeeper
	 * @return a script for one simulation
	 */
	static FaultScript before(Doorkeeper keeper) {
		return FaultScript.none().on(FaultTrigger.on("*", ""), new Fault((call, genuine, stage) -> {
			if (!keeper.letsIn(call.batchItem())) {
				return Refusal.of(403, "accessDenied", "Nobody is listening.");
			}
			Reply reply = genuine.get();
			return keeper.letsOut() ? reply : Refusal.of(403, "accessDenied", "Nobody is listening.");
		}));
	}

}
