package org.ssprprefill.timeline;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One announced ending; a line of {@code timeline/endings.txt}.
 *
 * @param date the first day without; the first of the month where no day is announced
 * @param dayGiven whether the day is announced
 * @param cloud the cloud, by the word of the job definition
 * @param ends what ends
 * @param audience for whom
 * @param source Microsoft's page
 * @param sourceDate how old that page is
 */
public record Ending(LocalDate date, boolean dayGiven, String cloud, Set<Channel> ends, Audience audience,
		String source, LocalDate sourceDate) {

	private static final int CELLS = 6;

	private static final int LENGTH_OF_DAY = 10;

	/** Keeps a copy of the set. */
	public Ending {
		ends = Set.copyOf(ends);
	}

	/**
	 * The date as far as it is announced.
	 * @return year, month and day, or year and month where no day is given
	 */
	public String day() {
		return this.dayGiven ? this.date.toString() : YearMonth.from(this.date).toString();
	}

	static Ending parse(String line) {
		List<String> cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
		if (cells.size() != CELLS) {
			throw damaged(line, "it needs six cells");
		}
		try {
			boolean dayGiven = cells.get(0).length() == LENGTH_OF_DAY;
			LocalDate date = dayGiven ? LocalDate.parse(cells.get(0)) : YearMonth.parse(cells.get(0)).atDay(1);
			EnumSet<Channel> ends = EnumSet.noneOf(Channel.class);
			Arrays.stream(cells.get(2).split(",")).map((word) -> Channel.valueOf(constant(word))).forEach(ends::add);
			return new Ending(date, dayGiven, cells.get(1), ends, Audience.valueOf(constant(cells.get(3))),
					cells.get(4), LocalDate.parse(cells.get(5)));
		}
		catch (DateTimeParseException | IllegalArgumentException ex) {
			throw damaged(line, String.valueOf(ex.getMessage()));
		}
	}

	private static String constant(String word) {
		return word.strip().toUpperCase(Locale.ROOT).replace('-', '_');
	}

	private static IllegalStateException damaged(String line, String why) {
		return new IllegalStateException("The timeline has a damaged line '" + line + "': " + why);
	}

}
