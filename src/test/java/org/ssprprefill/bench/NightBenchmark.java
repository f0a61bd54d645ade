package org.ssprprefill.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
 * Tables c and d: a night on which nothing changed, and how soon a small one is over. The
 * program runs in a process of its own, the tenant in this one.
 */
class NightBenchmark {

	private static final int USERS = Integer.getInteger("bench.users", 200_000);

	private static final String JAVA = ProcessHandle.current().info().command().orElse("java");

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
				   %,9d users and rows: %6.1f s, %4d MB heap at most, %d round trips
				   %,9d users and rows: %6.1f s, %4d MB heap at most, %d round trips
				   ten times the tenant: %.1f times the time, %.2f times the heap
				""", Processes.machine(), USERS / 10, small.seconds(), small.megabytes(),
				small.graph().path("roundTrips").asInt(), USERS, large.seconds(), large.megabytes(),
				large.graph().path("roundTrips").asInt(), large.seconds() / small.seconds(),
				(double) large.megabytes() / small.megabytes());
	}

	private Night.Course quiet(int users) throws Exception {
		try (Simulator tenant = tenant(users, true)) {
			Night night = new Night(Files.createDirectories(this.folder.resolve("c" + users)), tenant);
			List<String> options = List.of("-Xmx512m");
			night.run(JAVA, options, IntStream.range(0, users).mapToObj(NightBenchmark::row));
			int before = tenant.journal().entries().size();
			Night.Course course = night.run(JAVA, options,
					IntStream.range(0, users).map((i) -> users - 1 - i).mapToObj(NightBenchmark::row));
			assertThat(tenant.journal().entries().stream().skip(before).map(Journal.Entry::path))
				.as("requests that name a single user")
				.noneMatch((path) -> path.matches("/users/(?!delta).*"));
			return course;
		}
	}

	@Test
	void tableD() throws Exception {
		System.out.printf("%nd. a night of 60 rows, embedded PostgreSQL included (%s)%n", Processes.machine());
		List<String> javas = Stream.of(System.getProperty("bench.java", JAVA).split(",")).toList();
		for (String java : javas) {
			small(java);
		}
	}

	private void small(String java) throws Exception {
		try (Simulator tenant = tenant(71, false)) {
			Path home = Files.createTempDirectory(this.folder, "d");
			Night night = new Night(home, tenant);
			night.run(java, List.of(), IntStream.range(0, 5).mapToObj(NightBenchmark::row));
			int before = tenant.journal().entries().size();
			Instant start = Instant.now();
			Night.Course course = night.run(java, List.of(), IntStream.range(5, 65).mapToObj(NightBenchmark::row));
			Instant first = tenant.journal().entries().get(before).at();
			System.out.printf("   %s: %.1f s to the first request, %.1f s in all%n", java,
					Duration.between(start, first).toMillis() / 1000.0, course.seconds());
		}
	}

}
