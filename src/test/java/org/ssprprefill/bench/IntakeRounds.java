package org.ssprprefill.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import com.sun.management.OperatingSystemMXBean;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.ssprprefill.check.FeedCheck;
import org.ssprprefill.check.FeedVerdict;
import org.ssprprefill.check.Sharing;
import org.ssprprefill.contact.Country;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.feed.FeedSettings;
import org.ssprprefill.feed.Field;
import org.ssprprefill.feed.MatchingAttribute;
import org.ssprprefill.feed.RowRules;
import org.ssprprefill.report.CheckWords;
import org.ssprprefill.report.Language;

/**
 * Looks at one file in turns: by a bare loop that does no more than Commons CSV and
 * libphonenumber, and by everything that {@code check} does between reading the job
 * definition and printing its answer. Runs in a process of its own, which says how many
 * processors and how much heap there are.
 */
final class IntakeRounds {

	private static final int ROUNDS = 4;

	private static final RowRules RULES = new RowRules(List.of(MatchingAttribute.EMPLOYEE_ID),
			EnumSet.of(MethodKind.MOBILE, MethodKind.EMAIL), Set.of("contoso.com"));

	private static final Map<Field, List<String>> COLUMNS = Map.of(Field.EMPLOYEE_ID, List.of("Personeelsnummer"),
			Field.MOBILE, List.of("Mobiel"), Field.EMAIL, List.of("Privé e-mail"), Field.COUNTRY, List.of("Land"),
			Field.NAME, List.of("Naam"), Field.GROUP, List.of("Afdeling"));

	private IntakeRounds() {
	}

	/**
	 * Prints each round and the best of them.
	 * @param args the file and its rows
	 * @throws IOException if it cannot be read
	 */
	public static void main(String[] args) throws IOException {
		Path file = Path.of(args[0]);
		int rows = Integer.parseInt(args[1]);
		System.out.printf(Locale.ROOT, "   %d processor(s), heap at most %d MB%n",
				Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory() >> 20);
		Rate bare = new Rate(0, 0);
		Rate check = new Rate(0, 0);
		long peak = 0;
		for (int round = 0; round < ROUNDS; round++) {
			bare = bare.best(rate("bare loop", rows, () -> bare(file)));
			forgetPeaks();
			check = check.best(rate("check", rows, () -> check(file)));
			peak = Math.max(peak, peak());
		}
		System.out.printf(Locale.ROOT,
				"   best of %d: check %.0f rows/s, %.2f of the bare loop by the clock, %.2f by processor time;"
						+ " peak heap %d MB%n",
				ROUNDS, check.byClock(), check.byClock() / bare.byClock(), check.byProcessor() / bare.byProcessor(),
				peak >> 20);
	}

	/** Something to be timed, which answers how many mobile numbers it took. */
	private interface Work {

		long run() throws IOException;

	}

	/** Rows per second that passed, and per second that the processors worked for us. */
	private record Rate(double byClock, double byProcessor) {

		Rate best(Rate other) {
			return new Rate(Math.max(this.byClock, other.byClock), Math.max(this.byProcessor, other.byProcessor));
		}

	}

	private static Rate rate(String name, int rows, Work work) throws IOException {
		OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
		long start = System.nanoTime();
		long worked = system.getProcessCpuTime();
		long taken = work.run();
		double clock = (System.nanoTime() - start) / 1e9;
		double processor = (system.getProcessCpuTime() - worked) / 1e9;
		System.out.printf(Locale.ROOT, "   %-10s %8.0f rows/s, %8.0f a processor second, %d mobile numbers%n", name,
				rows / clock, rows / processor, taken);
		return new Rate(rows / clock, rows / processor);
	}

	private static long bare(Path file) throws IOException {
		PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
		CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(';').setHeader().setSkipHeaderRecord(true).get();
		long taken = 0;
		try (BufferedReader text = Files.newBufferedReader(file);
				CSVParser parser = CSVParser.builder().setReader(text).setFormat(format).get()) {
			for (CSVRecord row : parser) {
				try {
					Phonenumber.PhoneNumber number = plans.parse(row.get("Mobiel"), "NL");
					boolean mobile = plans.isValidNumber(number)
							&& plans.getNumberType(number) == PhoneNumberType.MOBILE;
					taken += (mobile && plans.format(number, PhoneNumberFormat.E164).startsWith("+")) ? 1 : 0;
				}
				catch (NumberParseException ex) {
					// Not taken, and so not counted
					continue;
				}
			}
		}
		return taken;
	}

	private static long check(Path file) {
		FeedSettings settings = new FeedSettings(file.getParent(), "*.csv", Duration.ZERO, false, Duration.ofDays(1),
				Optional.empty(), Optional.empty(), COLUMNS, Optional.of(new Country("NL")));
		FeedVerdict verdict = FeedCheck.of(List.of(file), Map.of(), settings, RULES, 0, new Sharing(1, 1));
		CheckWords words = new CheckWords(verdict, Language.EN);
		boolean answered = words.lines(true).size() > 1 && !words.closing().isEmpty();
		if (!answered || !verdict.rejectsSomething() || verdict.refusesFiles()) {
			throw new IllegalStateException(words.closing());
		}
		return verdict.taken().getOrDefault(MethodKind.MOBILE, 0);
	}

	private static void forgetPeaks() {
		System.gc();
		ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
	}

	private static long peak() {
		return ManagementFactory.getMemoryPoolMXBeans()
			.stream()
			.filter((pool) -> pool.getType() == MemoryType.HEAP)
			.mapToLong((pool) -> pool.getPeakUsage().getUsed())
			.sum();
	}

}
