package org.ssprprefill.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What goes wrong during a simulation: an ordered list of rules, each a cue and a fault.
 * The first rule whose cue comes decides. A script counts as it is played: make a new one
 * for each simulation.
 */
public final class FaultScript {

	private static final FaultTrigger GRAPH_CALL = FaultTrigger.on("*",
			"^/(users|reports|subscribedSkus|policies|role|groups|org|\\$)");

	private final List<Rule> rules;

	/** A fault, when it happens, and how many requests have fitted so far. */
	private record Rule(FaultTrigger cue, Fault fault, AtomicInteger seen) {
	}

	private FaultScript(List<Rule> rules) {
		this.rules = rules;
	}

	/**
	 * Nothing goes wrong.
	 * @return an empty script
	 */
	public static FaultScript none() {
		return new FaultScript(List.of());
	}

	/**
	 * Bad weather: Graph calls and batch items throttled, refused, cut off before or
	 * after they are applied, or read stale. No answer says how long to wait.
	 * @param seed the same seed draws the same faults in the same order
	 * @param percent how many calls of a hundred are struck, 0 to 100
	 * @return a script for one simulation
	 */
	public static FaultScript storm(long seed, int percent) {
		return none().thenStorm(seed, percent);
	}

	/** This script, and bad weather for whatever it spares. */
	FaultScript thenStorm(long seed, int percent) {
		return storm(seed, percent, Fault.throttle("0"), Fault.refuse(503, "serviceNotAvailable", "0"),
				Fault.refuse(504, "gatewayTimeout", "0"), Fault.dropBeforeApplying(), Fault.dropAfterApplying(),
				Fault.refuseAfterApplying(500, "generalException"), Fault.staleReads(1));
	}

	/**
	 * This script, and for whatever it spares weather of these kinds.
	 * @param seed the same seed draws the same faults in the same order
	 * @param percent how many calls of a hundred are struck, 0 to 100
	 * @param kinds what may strike
	 * @return the longer script
	 */
	public FaultScript storm(long seed, int percent, Fault... kinds) {
		Random random = new Random(seed);
		List<Fault> faults = List.of(kinds);
		Fault any = new Fault((call, genuine, stage) -> drawn(random, faults).strike(call, genuine, stage));
		return on(GRAPH_CALL.when((count) -> drawn(random) < percent), any);
	}

	private static int drawn(Random random) {
		synchronized (random) {
			return random.nextInt(100);
		}
	}

	private static Fault drawn(Random random, List<Fault> faults) {
		synchronized (random) {
			return faults.get(random.nextInt(faults.size()));
		}
	}

	/**
	 * This script with one more rule at its end.
	 * @param cue when
	 * @param fault what
	 * @return the longer script
	 */
	public FaultScript on(FaultTrigger cue, Fault fault) {
		List<Rule> longer = new ArrayList<>(this.rules);
		longer.add(new Rule(cue, fault, new AtomicInteger()));
		return new FaultScript(longer);
	}

	/** Counts the call for every rule it fits, and names the fault that strikes it. */
	Optional<Fault> next(Call call) {
		return this.rules.stream()
			.filter((rule) -> rule.cue().fits(call))
			.filter((rule) -> rule.cue().occurrence().test(rule.seen().incrementAndGet()))
			.map(Rule::fault)
			.toList()
			.stream()
			.findFirst();
	}

}
