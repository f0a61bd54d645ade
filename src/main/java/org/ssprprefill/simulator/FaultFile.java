package org.ssprprefill.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;

import org.ssprprefill.simulator.TenantDescriptionException.Problem;

/**
 * A bad run as an administrator writes it down, for {@code simulate --faults}: a limit, a
 * latency, a storm, and single faults on cue. {@code sample-data/bad-night.yaml} is an
 * example with every key.
 */
final class FaultFile {

	static final String CALL = "(GET|POST|PATCH|DELETE|\\*) \\S+";

	private FaultFile() {
	}

	/** The settings as the file changes them; all problems at once. */
	static SimulatorSettings apply(Path yaml, SimulatorSettings settings) {
		List<Problem> problems = new ArrayList<>();
		Section root = new Section("", Yaml.read(yaml), problems);
		Limits limits = LimitsReader.read(root);
		Duration latency = Duration.ofMillis(root.number("latency-ms", 0, 0, 60_000));
		FaultScript script = FaultScript.none();
		for (Section fault : root.sections("faults")) {
			script = script.on(cue(fault), fault(fault));
			fault.refuseOthers();
		}
		Section storm = root.section("storm");
		int percent = storm.number("percent", 0, 0, 100);
		int seed = storm.number("seed", 1, 0, 99_999_999);
		storm.refuseOthers();
		root.refuseOthers();
		if (!problems.isEmpty()) {
			throw new TenantDescriptionException(yaml, problems);
		}
		return settings.with((percent > 0) ? script.thenStorm(seed, percent) : script)
			.with(limits)
			.withLatency(latency);
	}

	private static FaultTrigger cue(Section fault) {
		String call = fault.required("on", "POST phoneMethods");
		if (!call.matches(CALL) || !isPattern(call)) {
			fault.problem("on", call, "write a verb and a part of a path, for example POST phoneMethods");
			return FaultTrigger.on("*", "^$");
		}
		FaultTrigger cue = FaultTrigger.on(call.substring(0, call.indexOf(' ')), call.substring(call.indexOf(' ') + 1));
		int nth = fault.number("nth", 0, 0, 99_999_999);
		int every = fault.number("every", 0, 0, 99_999_999);
		int first = fault.number("first", 0, 0, 99_999_999);
		if (IntStream.of(nth, every, first).filter((number) -> number > 0).count() > 1) {
			fault.problem("on", call, "write only one of nth, every and first");
		}
		if (nth > 0) {
			return cue.nth(nth);
		}
		return (every > 0) ? cue.everyNth(every) : (first > 0) ? cue.first(first) : cue;
	}

	static boolean isPattern(String call) {
		try {
			Pattern.compile(call.substring(call.indexOf(' ') + 1));
			return true;
		}
		catch (PatternSyntaxException ex) {
			// The remedy is the same as for a missing verb
			return false;
		}
	}

	private static Fault fault(Section section) {
		String wait = section.text("retry-after").orElse("");
		if (!wait.matches("(\\d{1,5}(\\.\\d{1,3})?)?")) {
			section.problem("retry-after", wait, "write seconds, for example 10 or 2.128");
		}
		int delay = section.number("ms", 1000, 1, 600_000);
		String word = section.required("fault", "throttle");
		return switch (word) {
			case "throttle" -> Fault.throttle(wait);
			case "unavailable" -> wait.isEmpty() ? Fault.refuse(503, "serviceNotAvailable")
					: Fault.refuse(503, "serviceNotAvailable", wait);
			case "gateway-timeout" -> Fault.refuse(504, "gatewayTimeout");
			case "unauthenticated" -> Fault.refuse(401, "InvalidAuthenticationToken");
			case "forbidden" -> Fault.refuse(403, "accessDenied");
			case "not-found" -> Fault.refuse(404, "itemNotFound");
			case "drop-before" -> Fault.dropBeforeApplying();
			case "drop-after" -> Fault.dropAfterApplying();
			case "fail-after" -> Fault.refuseAfterApplying(500, "generalException");
			case "number-not-unique" -> Fault.numberNotUnique();
			case "stale-reads" -> Fault.staleReads(1);
			case "delay" -> Fault.delay(Duration.ofMillis(delay));
			default -> {
				section.problem("fault", word, "use throttle, unavailable, gateway-timeout, unauthenticated,"
						+ " forbidden, not-found, drop-before, drop-after, fail-after, number-not-unique, stale-reads"
						+ " or delay");
				yield Fault.throttle("");
			}
		};
	}

}
