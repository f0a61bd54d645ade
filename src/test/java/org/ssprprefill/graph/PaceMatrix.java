package org.ssprprefill.graph;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.ssprprefill.simulator.RateLimit;
import org.ssprprefill.simulator.RateLimit.OtherApps;
import org.ssprprefill.simulator.RateLimit.Shape;
import org.ssprprefill.simulator.RetryAfterStyle;

/**
 * Every reading of a limit, as {@code src/docs/pace.md} shows it: the hour that begins 60
 * seconds after the first refusal.
 */
final class PaceMatrix {

	static final double CARRIED = 0.93;

	static final double REFUSED = 0.02;

	static final List<RateLimit> SIZES = List.of(limit(5, 10), limit(300, 15), limit(3000, 150), limit(8000, 10));

	static final List<OtherApps> OTHERS = List.of(OtherApps.NONE, new OtherApps(50, Duration.ZERO),
			new OtherApps(50, Duration.ofMinutes(10)));

	private PaceMatrix() {
	}

	/**
	 * An hour under one limit.
	 *
	 * @param carried the part of what was free for us that was used
	 * @param refused the part of our requests that was refused
	 */
	record Cell(RateLimit limit, double carried, double refused, long early) {

		boolean reached() {
			return this.carried >= CARRIED && this.refused <= REFUSED && this.early == 0;
		}

		@Override
		public String toString() {
			return String.format(Locale.ROOT, "%.1f/%.1f%s", 100 * this.carried, 100 * this.refused,
					reached() ? "" : "!");
		}

	}

	private static RateLimit limit(int most, int seconds) {
		return RateLimit.of(Shape.BUCKET, most, Duration.ofSeconds(seconds));
	}

	/** Every shape, both readings, with and without a reserve, of one size and others. */
	static List<RateLimit> rows(RateLimit size, OtherApps others) {
		List<RateLimit> rows = new ArrayList<>();
		for (Shape shape : Shape.values()) {
			for (boolean counted : List.of(false, true)) {
				for (int reserve : List.of(0, 20)) {
					rows.add(new RateLimit(shape, size.most(), size.window(), counted, RetryAfterStyle.TRUE, reserve,
							others));
				}
			}
		}
		return rows;
	}

	static Cell hour(RateLimit limit) {
		SimulatedHours time = new SimulatedHours(limit).untilRefused().send(60);
		SimulatedHours.Figures before = time.figures();
		SimulatedHours.Figures seen = time.send(3600).figures().since(before);
		// What is kept for others is lost to us where use is forgotten by windows
		double ours = (limit.shape() == Shape.BUCKET) ? 1 : 1 - limit.reserved() / 100.0;
		double free = 3600 * limit.perSecond() * ours - seen.others();
		return new Cell(limit, seen.accepted() / free, seen.shareRefused(), seen.early());
	}

	private static String words(RateLimit limit) {
		return limit.shape().word() + ", " + (limit.refusedCount() ? "counted" : "free")
				+ ((limit.reserved() > 0) ? ", reserve" : "");
	}

	/** The hours of one size and others, in Markdown. */
	static String table(RateLimit size, OtherApps others, Function<RateLimit, Cell> hour) {
		StringBuilder table = new StringBuilder("\n| " + size.most() + " in " + size.window().toSeconds() + " s"
				+ ((others.percent() == 0) ? ""
						: others.every().isZero() ? ", others take half" : ", others take half and nothing in turns")
				+ " |");
		for (RetryAfterStyle style : RetryAfterStyle.values()) {
			table.append(' ').append(style.word()).append(" |");
		}
		table.append("\n|---|").append("---|".repeat(RetryAfterStyle.values().length)).append('\n');
		for (RateLimit row : rows(size, others)) {
			table.append("| ").append(words(row)).append(" |");
			for (RetryAfterStyle style : RetryAfterStyle.values()) {
				table.append(' ').append(hour.apply(row.telling(style))).append(" |");
			}
			table.append('\n');
		}
		return table.toString();
	}

	/** The tables, and how many cells meet the reach. */
	static void print() {
		List<Cell> cells = new ArrayList<>();
		for (OtherApps others : OTHERS) {
			for (RateLimit size : SIZES) {
				System.out.print(table(size, others, (limit) -> {
					Cell cell = hour(limit);
					cells.add(cell);
					return cell;
				}));
			}
			System.out.printf("%n%d of %d cells meet the reach%n", cells.stream().filter(Cell::reached).count(),
					cells.size());
			cells.clear();
		}
	}

}
