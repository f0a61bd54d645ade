package org.ssprprefill.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.ssprprefill.message.Message;

/**
 * How a file opens: what precedes the header, and how its cells are written.
 *
 * @param dialect how cells are written
 * @param line the number of the header's line
 */
record HeaderLocator(Dialect dialect, long line) {

	/** The hint that spreadsheets understand in a first line. */
	private static final Pattern HINT = Pattern.compile("\"?sep=(.)\"?\\1*", Pattern.CASE_INSENSITIVE);

	static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

	private static final int SAMPLE = 1 << 16;

	/** A title, a date, a filter, a blank line: no export has more above its table. */
	private static final int MOST_LINES_ABOVE = 30;

	/**
	 * Reads up to the header, which is left to be read next. Where the first line has
	 * none of the columns we look for, a later one with more of them than any other is
	 * the header, and what stands above it is no part of the table.
	 * @param known the folded names of the columns we look for, in every language
	 * @param named those of them that the job names
	 */
	static HeaderLocator read(BufferedReader text, Optional<Character> configured, Set<String> known, Set<String> named)
			throws IOException, RefusedExportException {
		String sample = sample(text);
		List<Line> lines = lines(sample);
		if (lines.isEmpty()) {
			throw new RefusedExportException(Message.of("refused.empty").then("refused.empty.next"));
		}
		Matcher hint = HINT.matcher(lines.get(0).text().strip());
		boolean hinted = hint.matches();
		if (hinted) {
			lines.remove(0);
		}
		if (lines.isEmpty()) {
			throw new RefusedExportException(Message.of("refused.empty").then("refused.empty.next"));
		}
		Optional<Message> refusal = FileSignature.ofLine(lines.get(0).text());
		if (refusal.isPresent()) {
			throw new RefusedExportException(refusal.get());
		}
		Optional<Character> given = configured
			.or(() -> hinted ? Optional.of(hint.group(1).charAt(0)) : Optional.empty());
		Header header = header(sample, lines, given, known, named);
		for (long left = header.line().start(); left > 0;) {
			left -= text.skip(left);
		}
		return new HeaderLocator(header.dialect(), header.line().number());
	}

	private static String sample(BufferedReader text) throws IOException {
		char[] sample = new char[SAMPLE];
		text.mark(SAMPLE + 1);
		int length = 0;
		for (int count = 0; count >= 0 && length < SAMPLE;) {
			count = text.read(sample, length, SAMPLE - length);
			length += Math.max(0, count);
		}
		text.reset();
		return new String(sample, 0, length);
	}

	/** A line of the sample that is not blank. */
	private record Line(int start, long number, String text) {
	}

	private static List<Line> lines(String sample) {
		List<Line> lines = new ArrayList<>();
		long number = 1;
		for (int start = 0; start < sample.length() && lines.size() <= MOST_LINES_ABOVE; number++) {
			int end = start;
			while (end < sample.length() && sample.charAt(end) != '\n' && sample.charAt(end) != '\r') {
				end++;
			}
			if (!sample.substring(start, end).isBlank()) {
				lines.add(new Line(start, number, sample.substring(start, end)));
			}
			start = end + (sample.startsWith("\r\n", end) ? 2 : 1);
		}
		return lines;
	}

	/**
	 * A line taken for the header: its filled cells, and how many of them we look for.
	 */
	private record Header(Line line, Dialect dialect, List<String> cells, int width, long known) {

		static Header of(String sample, Line line, Dialect dialect, Set<String> known) {
			List<String> all = dialect.firstRecord(sample.substring(line.start()));
			List<String> cells = all.stream().filter((cell) -> !cell.isEmpty()).toList();
			return new Header(line, dialect, cells, all.size(), cells.stream().filter(known::contains).count());
		}

		long named(Set<String> names) {
			return this.cells.stream().filter(names::contains).count();
		}

		/** What stands above a table is a cell or two, not a row of it. */
		boolean mayStandAbove(Header other) {
			return this.cells.size() * 2 <= other.cells.size() || isTechnical(other);
		}

		/** Technical names above the labels that a job names. */
		private boolean isTechnical(Header other) {
			return this.line.number() + 1 == other.line.number() && this.cells.size() >= other.cells.size()
					&& other.known > 1 && !HeaderFaults.isData(this.cells);
		}

	}

	private static Header header(String sample, List<Line> lines, Optional<Character> given, Set<String> known,
			Set<String> named) {
		Dialect quotes = Dialect.of(sample, given.orElse(','));
		List<Header> candidates = lines.stream().map((line) -> recognise(sample, line, given, quotes, known)).toList();
		Header first = candidates.get(0);
		Header best = candidates.stream().max(Comparator.comparingLong(Header::known)).orElse(first);
		// Of several equally good ones the stream answers the last
		Header earliest = candidates.stream().filter((it) -> it.known() == best.known()).findFirst().orElse(first);
		boolean below = candidates.subList(0, candidates.indexOf(earliest))
			.stream()
			.allMatch((above) -> Header.of(sample, above.line(), earliest.dialect(), known).mayStandAbove(earliest));
		boolean more = 2 * first.known() < earliest.known() || first.known() < earliest.named(named);
		return (more && below) ? earliest : first;
	}

	/**
	 * The delimiter that yields most known headers; among equals, most headers or cells.
	 */
	private static Header recognise(String sample, Line line, Optional<Character> given, Dialect quotes,
			Set<String> known) {
		return given.map(List::of)
			.orElse(DELIMITERS)
			.stream()
			.map((it) -> Header.of(sample, line, quotes.withDelimiter(it), known))
			.max(Comparator.comparingLong(Header::known)
				.thenComparingInt((it) -> it.cells().size())
				.thenComparingInt(Header::width)
				.thenComparingInt((it) -> -DELIMITERS.indexOf(it.dialect().delimiter())))
			.orElseThrow();
	}

}
