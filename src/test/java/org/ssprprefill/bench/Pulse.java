package org.ssprprefill.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.ssprprefill.tenant.Traffic;

/**
 * What went to a tenant in the course of time. A limit's reserve goes at once, and until
 * it has gone nothing can be learned; so windows are counted from the first refusal.
 */
final class Pulse implements AutoCloseable {

	private final List<Beat> beats = new ArrayList<>();

	private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

	/** What had been sent and refused by a time. */
	private record Beat(double at, long sent, long refused) {
	}

	/**
	 * Some time under a limit.
	 *
	 * @param used the share of what the limit allows in that time
	 * @param refused the share of requests answered 429
	 */
	record Window(double used, double refused) {
	}

	Pulse(Supplier<Traffic> traffic) {
		long start = System.nanoTime();
		this.timer.scheduleAtFixedRate(() -> beat((System.nanoTime() - start) / 1e9, traffic.get()), 0, 100,
				TimeUnit.MILLISECONDS);
	}

	private synchronized void beat(double at, Traffic traffic) {
		this.beats.add(new Beat(at, traffic.requests(), traffic.throttled()));
	}

	/**
	 * The windows since the first refusal, as far as they are over.
	 * @param seconds how long each is
	 * @param perSecond what the limit allows
	 */
	synchronized List<Window> windows(double seconds, double perSecond) {
		List<Window> windows = new ArrayList<>();
		double last = this.beats.get(this.beats.size() - 1).at();
		double first = this.beats.stream()
			.filter((beat) -> beat.refused() > 0)
			.mapToDouble(Beat::at)
			.min()
			.orElse(last);
		for (double from = first; from + seconds <= last; from += seconds) {
			Beat begin = at(from);
			Beat end = at(from + seconds);
			double sent = end.sent() - begin.sent();
			double refused = end.refused() - begin.refused();
			windows.add(new Window((sent - refused) / (perSecond * seconds), refused / Math.max(1, sent)));
		}
		return windows;
	}

	private Beat at(double time) {
		return this.beats.stream().filter((beat) -> beat.at() >= time - 0.001).findFirst().orElseThrow();
	}

	static String words(List<Window> windows) {
		return windows.isEmpty() ? "over before a window was"
				: "used " + percentages(windows.stream().map(Window::used).toList()) + "; answered 429 "
						+ percentages(windows.stream().map(Window::refused).toList());
	}

	private static String percentages(List<Double> shares) {
		return shares.stream()
			.map((share) -> String.format(Locale.ROOT, "%.1f %%", 100 * share))
			.collect(Collectors.joining(", "));
	}

	@Override
	public void close() {
		this.timer.shutdownNow();
	}

}
