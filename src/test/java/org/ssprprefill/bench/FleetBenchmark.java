package org.ssprprefill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Table g: a quiet night of many small tenants, one process per tenant and as a fleet;
 * and what the verbs of a large fleet cost. One PostgreSQL, tenants simulated in this
 * process; its processor time and theirs is not counted.
 */
class FleetBenchmark {

	private static final int TENANTS = Integer.getInteger("bench.tenants", 200);

	/** One process after another takes as long for each of many as for each of a few. */
	private static final int ALONE = Integer.getInteger("bench.alone", Math.min(TENANTS, 20));

	private static final int PEOPLE = Integer.getInteger("bench.people", 60);

	private static final int SIDE_BY_SIDE = 16;

	private static final int LARGE = 2_000;

	/** As a scheduler starts it. */
	private static final List<String> HEAP = List.of("-Xmx512m");

	@TempDir
	private Path folder;

	/** Seconds, processor seconds and the most resident megabytes of a process. */
	private record Cost(double seconds, double processor, long megabytes) {

		private static final Cost NONE = new Cost(0, 0, 0);

		Cost plus(Cost other) {
			return new Cost(this.seconds + other.seconds, this.processor + other.processor,
					Math.max(this.megabytes, other.megabytes));
		}

		String line(String way, int tenants) {
			return String.format(Locale.ROOT, "   %-34s %8.1f s %8.1f tenants/min %8.2f processor s/tenant %6d MB%n",
					way, this.seconds, tenants * 60 / this.seconds, this.processor / tenants, this.megabytes);
		}

	}

	@Test
	void tableG() throws Exception {
		try (FleetServerProcess server = FleetServerProcess.start();
				FleetOfSimulators fleet = new FleetOfSimulators(this.folder, TENANTS, PEOPLE, true)) {
			String file = fleet.fleet(server, SIDE_BY_SIDE, -1).toString();
			alone(fleet, server, 1);
			Cost alone = alone(fleet, server, 1);
			Cost pairs = alone(fleet, server, 2);
			assertThat(fleet.give("fleet", "migrate", file)).isZero();
			LocalDate today = LocalDate.now(ZoneOffset.UTC);
			night(fleet, server, file, today.minusDays(1));
			Cost together = night(fleet, server, file, today);
			System.out.printf("%ng. A quiet night of %d tenants of %d people (%s); alone: %d of them%n%s%s%s", TENANTS,
					PEOPLE, Processes.machine(), ALONE, alone.line("a process per tenant, one by one", ALONE),
					pairs.line("a process per tenant, two at a time", ALONE),
					together.line("a fleet, " + SIDE_BY_SIDE + " at a time", TENANTS));
			System.out.printf(Locale.ROOT,
					"   %.1f and %.1f times the tenants per minute, 1/%.1f of the processor time%n",
					alone.seconds() / ALONE * TENANTS / together.seconds(),
					pairs.seconds() / ALONE * TENANTS / together.seconds(),
					alone.processor() / ALONE * TENANTS / together.processor());
			assertThat(server.rows("select count(distinct run) from sspr_fleet.tenant_night"))
				.containsExactly(List.of(String.valueOf(2 * TENANTS)));
			assertThat(server.rows("select distinct outcome, exit_code from sspr_fleet.tenant_night"))
				.isSubsetOf(List.of(List.of("done", "0")));
		}
	}

	/** A process for each of some tenants, of which a few run side by side. */
	private Cost alone(FleetOfSimulators fleet, FleetServerProcess server, int sideBySide) throws Exception {
		ExecutorService starters = Executors.newFixedThreadPool(sideBySide);
		try {
			long start = System.nanoTime();
			List<Future<Cost>> runs = new ArrayList<>();
			for (int i = 0; i < ALONE; i++) {
				List<String> command = List.of("run", fleet.job(server, i).toString());
				runs.add(starters.submit(() -> run(fleet, command)));
			}
			Cost cost = Cost.NONE;
			for (Future<Cost> run : runs) {
				cost = cost.plus(run.get());
			}
			return new Cost((System.nanoTime() - start) / 1e9, cost.processor(), cost.megabytes());
		}
		finally {
			starters.shutdownNow();
		}
	}

	private Cost night(FleetOfSimulators fleet, FleetServerProcess server, String file, LocalDate date)
			throws Exception {
		IntStream.range(0, fleet.size()).forEach((tenant) -> {
			try {
				fleet.drop(tenant);
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		});
		assertThat(fleet.give("fleet", "dispatch", file, "--night", date.toString())).isZero();
		// As if it were due now, or the run of the night before would be taken as its
		// result
		server.rows("update sspr_fleet.tenant_night set planned_at = now() where ended_at is null returning 1");
		return run(fleet, List.of("fleet", "work", file, "--until-empty"));
	}

	/** Runs the program, and looks at the process while it lives. */
	private Cost run(FleetOfSimulators fleet, List<String> command) throws Exception {
		List<String> words = new ArrayList<>(command);
		words.addAll(List.of("--home", fleet.home(), "--quiet"));
		long start = System.nanoTime();
		Process process = fleet.start("org.ssprprefill.Application", HEAP, words.toArray(String[]::new));
		double processor = 0;
		long megabytes = 0;
		while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
			processor = Math.max(processor,
					process.info().totalCpuDuration().map((cpu) -> cpu.toMillis() / 1e3).orElse(0.0));
			megabytes = Math.max(megabytes, resident(process.pid()));
		}
		assertThat(process.exitValue()).as(String.join(" ", command)).isZero();
		return new Cost((System.nanoTime() - start) / 1e9, processor, megabytes);
	}

	private static long resident(long pid) {
		try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
			return lines.filter((line) -> line.startsWith("VmHWM:"))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
				.findFirst()
				.orElse(0);
		}
		catch (IOException | RuntimeException ex) {
			return 0;
		}
	}

	@Test
	void tableH() throws Exception {
		try (FleetServerProcess server = FleetServerProcess.start();
				FleetOfSimulators fleet = new FleetOfSimulators(this.folder, 1, 1, true)) {
			Path file = fleet.fleet(server, SIDE_BY_SIDE, -1);
			assertThat(fleet.give("fleet", "migrate", file.toString())).isZero();
			String head = Files.readString(file).replaceFirst("(?s)\n  - .*", "\n");
			String entry = Files.readString(file).replaceFirst("(?s).*\n(?=  - )", "");
			System.out.printf("%nh. The verbs of a large fleet (%s), the start of Java included%n",
					Processes.machine());
			for (int tenants : List.of(1, LARGE / 10, LARGE)) {
				StringBuilder entries = new StringBuilder(head);
				for (int i = 0; i < tenants; i++) {
					entries.append(entry.replaceFirst("id: [^,]+", "id: t" + i + ".example.org")
						.replaceFirst("name: [^,]+", "name: T" + i)
						.replaceFirst("drop: [^,]+", "drop: drop/" + i));
				}
				Files.writeString(file, entries.toString().replace("fleet: bench", "fleet: bench-" + tenants));
				StringBuilder line = new StringBuilder();
				for (String verb : List.of("check", "dispatch", "status", "report")) {
					long start = System.nanoTime();
					fleet.give("fleet", verb, file.toString());
					line.append(String.format(Locale.ROOT, "  %s %.1f s", verb, (System.nanoTime() - start) / 1e9));
				}
				System.out.printf(Locale.ROOT, "   %,5d tenants: %s%n", tenants, line);
			}
		}
	}

}
