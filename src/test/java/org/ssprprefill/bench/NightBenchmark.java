package org.ssprprefill.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.simulator.Journal;
import org.ssprprefill.simulator.SimulatedUser;
import org.ssprprefill.simulator.Simulator;
import org.ssprprefill.simulator.SimulatorSettings;
import org.ssprprefill.simulator.TenantDescription;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tables c, d and g: a night on which nothing changed, how soon a small one is over, and,
 * with {@code -Dbench.baseline=JAR}, what a quiet one costs beside an earlier build. The
 * program runs in a process of its own, the tenant in this one.
 */
class NightBenchmark {

	private static final int USERS = Integer.getInteger("bench.users", 200_000);

	private static final String JAVA = ProcessHandle.current().info().command().orElse("java");

	private static final int SMALL_NIGHTS = 3;

	@TempDir
	private Path folder;

	private static String row(int person) {
		return person + ";+3161%07d;person%d@example.org".formatted(person, person);
	}

	private static Simulator tenant(int users, boolean served) {
		List<SimulatedUser> people = new ArrayList<>();
		for (int i = 0; i < users; i++) {
			SimulatedUser one = SimulatedUser.of(TenantProcess.name(i))
				.withEmployeeId(String.valueOf(i))
				.withLicences("SPE_E3");
			people.add(served ? one.withMethod(MethodKind.MOBILE, PlainCalls.number(i))
				.withMethod(MethodKind.EMAIL, "person" + i + "@example.org") : one);
		}
		return Simulator.start(TenantDescription.contoso(people), SimulatorSettings.defaults());
	}

	@Test
	void tableC() throws Exception {
		Night.Course small = quiet(USERS / 10);
		Night.Course large = quiet(USERS);
		System.out.printf("""

				c. a night on which nothing changed, -Xmx512m (%s)
				   %,9d users and rows: %6.1f s, %4d MB of the heap in use at most, %d round trips
				   %,9d users and rows: %6.1f s, %4d MB of the heap in use at most, %d round trips
				   ten times the tenant: %.1f times the time, %.2f times the heap
				""", Processes.machine(), USERS / 10, small.seconds(), small.megabytes(),
				small.graph().path("roundTrips").asInt(), USERS, large.seconds(), large.megabytes(),
				large.graph().path("roundTrips").asInt(), large.seconds() / small.seconds(),
				(double) large.megabytes() / small.megabytes());
	}

	private Night.Course quiet(int users) throws Exception {
		try (Simulator tenant = tenant(users, true)) {
			Night night = new Night(Files.createDirectories(this.folder.resolve("c" + users)), tenant);
			List<String> program = Programs.compiled(JAVA, "-Xmx512m");
			night.run(program, false, IntStream.range(0, users).mapToObj(NightBenchmark::row));
			int before = tenant.journal().entries().size();
			Night.Course course = night.run(program, true,
					IntStream.range(0, users).map((i) -> users - 1 - i).mapToObj(NightBenchmark::row));
			assertThat(tenant.journal().entries().stream().skip(before).map(Journal.Entry::path))
				.as("requests that name a single user")
				.noneMatch((path) -> path.matches("/users/(?!delta).*"));
			return course;
		}
	}

	@Test
	void tableG() throws Exception {
		Path baseline = Path.of(System.getProperty("bench.baseline", ""));
		if (!Files.isRegularFile(baseline) || !Files.exists(Programs.JAR)) {
			return;
		}
		System.out.printf(Locale.ROOT, "%ng. a quiet night of %,d users and rows beside an earlier build (%s)%n", USERS,
				Processes.machine());
		try (Simulator tenant = tenant(USERS, true)) {
			new NightAgainstJar(this.folder, tenant, JAVA, baseline).print(
					(order) -> IntStream.range(0, USERS).map((i) -> (i + order) % USERS).mapToObj(NightBenchmark::row),
					Integer.getInteger("bench.turns", 3));
		}
	}

	@Test
	void tableD() throws Exception {
		System.out.printf("%nd. a night of 60 rows, embedded PostgreSQL included (%s)%n", Processes.machine());
		for (String java : System.getProperty("bench.java", JAVA).split(",")) {
			for (Programs.Way way : Programs.ways(Path.of(java), this.folder)) {
				small(way);
			}
		}
	}

	/** The best of a few, because the machine may do other things as well. */
	private void small(Programs.Way way) throws Exception {
		try (Simulator tenant = tenant(71 + 60 * SMALL_NIGHTS, false)) {
			Night night = new Night(Files.createTempDirectory(this.folder, "d"), tenant);
			night.run(way.first(), false, IntStream.range(0, 5).mapToObj(NightBenchmark::row));
			double first = Double.MAX_VALUE;
			double all = Double.MAX_VALUE;
			for (int again = 0; again < SMALL_NIGHTS; again++) {
				int from = 5 + 60 * again;
				int before = tenant.journal().entries().size();
				Instant start = Instant.now();
				Night.Course course = night.run(way.program(), false,
						IntStream.range(from, from + 60).mapToObj(NightBenchmark::row));
				Instant asked = tenant.journal().entries().get(before).at();
				first = Math.min(first, Duration.between(start, asked).toMillis() / 1000.0);
				all = Math.min(all, course.seconds());
			}
			System.out.printf(Locale.ROOT, "   %-48s %4.1f s to the first request, %5.1f s in all (best of %d)%n",
					way.words(), first, all, SMALL_NIGHTS);
		}
	}

}
