package org.ssprprefill.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
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
import org.ssprprefill.contact.Country;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.feed.FeedSettings;
import org.ssprprefill.feed.Field;
import org.ssprprefill.feed.HrExport;
import org.ssprprefill.feed.HrRow;
import org.ssprprefill.feed.MatchingAttribute;
import org.ssprprefill.feed.RefusedExportException;
import org.ssprprefill.feed.RowRules;

/**
 * How fast an export is read with its verdicts, beside a bare loop over the same file
 * that does no more than Commons CSV and libphonenumber: parse the record, parse the
 * number, ask whether it is valid and mobile, format it. No test; run {@code main}, with
 * {@code -XX:ActiveProcessorCount=1} or {@code taskset} for one core, and {@code -Xmx} to
 * hold it to a heap.
 */
public final class IntakeBenchmark {

	private static final int ROUNDS = 3;

	private static final RowRules RULES = new RowRules(List.of(MatchingAttribute.EMPLOYEE_ID),
			EnumSet.of(MethodKind.MOBILE, MethodKind.EMAIL), Set.of("contoso.com"));

	private IntakeBenchmark() {
	}

	/**
	 * Runs the benchmark.
	 * @param args the number of rows, a million by default
	 * @throws IOException if the file cannot be written
	 * @throws RefusedExportException if the file cannot be read
	 */
	public static void main(String[] args) throws IOException, RefusedExportException {
		int rows = (args.length > 0) ? Integer.parseInt(args[0]) : 1_000_000;
		Path file = Files.createTempFile("intake", ".csv");
		try {
			write(file, rows);
			System.out.printf(Locale.ROOT, "%d rows, %d MB, %d processors, heap at most %d MB%n", rows,
					Files.size(file) >> 20, Runtime.getRuntime().availableProcessors(),
					Runtime.getRuntime().maxMemory() >> 20);
			Rate bare = new Rate(0, 0);
			Rate ours = new Rate(0, 0);
			for (int round = 0; round < ROUNDS; round++) {
				bare = bare.best(rate("bare loop", rows, () -> bare(file)));
				forgetPeaks();
				ours = ours.best(rate("intake", rows, () -> intake(file)));
			}
			System.out.printf(Locale.ROOT,
					"best of %d: %.2f of the bare loop by the clock, %.2f by processor time; peak heap of intake %d MB%n",
					ROUNDS, ours.byClock() / bare.byClock(), ours.byProcessor() / bare.byProcessor(), peak() >> 20);
		}
		finally {
			Files.delete(file);
		}
	}

	private static void write(Path file, int rows) throws IOException {
		Random random = new Random(20261125);
		try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
			out.write("Personeelsnummer;Naam;Mobiel;Privé e-mail;Land;Afdeling\r\n");
			for (int row = 0; row < rows; row++) {
				int subscriber = 10_000_000 + random.nextInt(48_000_000);
				String mobile = switch (row % 4) {
					case 0 -> "06-" + subscriber;
					case 1 -> "06 " + subscriber / 10_000 + " " + String.format("%04d", subscriber % 10_000);
					case 2 -> "+316" + subscriber;
					default -> "0031 6 " + subscriber;
				};
				out.write(String.format("%07d;\"Voorbeeld, René %d\";%s;persoon%d@example.org;%s;Afdeling %d\r\n", row,
						row, mobile, row, (row % 3 == 0) ? "Nederland" : "", row % 40));
			}
		}
	}

	/** Something to be timed, which answers how many values it took. */
	private interface Work {

		long run() throws IOException, RefusedExportException;

	}

	/** Rows per second that passed, and per second that the processors worked for us. */
	private record Rate(double byClock, double byProcessor) {

		Rate best(Rate other) {
			return new Rate(Math.max(this.byClock, other.byClock), Math.max(this.byProcessor, other.byProcessor));
		}

	}

	private static Rate rate(String name, int rows, Work work) throws IOException, RefusedExportException {
		OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
		long start = System.nanoTime();
		long worked = system.getProcessCpuTime();
		long taken = work.run();
		double clock = (System.nanoTime() - start) / 1e9;
		double processor = (system.getProcessCpuTime() - worked) / 1e9;
		System.out.printf(Locale.ROOT, "%-10s %8.0f rows/s, %8.0f a processor second, %d mobile numbers%n", name,
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

	private static long intake(Path file) throws RefusedExportException {
		Map<Field, List<String>> columns = Map.of(Field.EMPLOYEE_ID, List.of("Personeelsnummer"), Field.MOBILE,
				List.of("Mobiel"), Field.EMAIL, List.of("Privé e-mail"), Field.COUNTRY, List.of("Land"), Field.NAME,
				List.of("Naam"), Field.GROUP, List.of("Afdeling"));
		FeedSettings settings = new FeedSettings(file.getParent(), "*.csv", Duration.ZERO, false, Duration.ofDays(1),
				Optional.empty(), Optional.empty(), columns, Optional.of(new Country("NL")));
		long taken = 0;
		try (HrExport export = HrExport.open(file, settings, RULES)) {
			for (Optional<HrRow> row = export.next(); row.isPresent(); row = export.next()) {
				taken += row.get().values().containsKey(MethodKind.MOBILE) ? 1 : 0;
			}
		}
		return taken;
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
