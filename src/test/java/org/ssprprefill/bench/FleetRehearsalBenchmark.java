package org.ssprprefill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A bad night of a fleet: workers are killed one after another, one is paused for a
 * minute, one has a wrong clock, the database is restarted as after a crash, one tenant's
 * night kills its process each time, and one entry is wrong. Workers that die twice
 * during a night are the end of it, so random kills spare a night during which one died.
 */
class FleetRehearsalBenchmark {

	private static final int TENANTS = Integer.getInteger("bench.tenants", 40);

	private static final int PEOPLE = Integer.getInteger("bench.people", 12);

	private static final int DEADLY = 7;

	private static final int WRONG = 11;

	private static final Duration LONGEST = Duration.ofMinutes(Integer.getInteger("bench.minutes", 25));

	/** Ten on a machine of its own; nights must be able to end in between. */
	private static final int KILL_SECONDS = Integer.getInteger("bench.kill-seconds", 10);

	private static final List<String> HEAP = List.of("-Xmx400m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

	@TempDir
	private Path folder;

	private final Random random = new Random(20261130);

	private final List<Process> workers = new ArrayList<>();

	private int kills;

	private int deadly;

	private Path file = Path.of("");

	@Test
	void everyNightEndsAndEveryChangeIsMadeOnce() throws Exception {
		try (FleetServerProcess server = FleetServerProcess.start();
				FleetOfSimulators fleet = new FleetOfSimulators(this.folder, TENANTS, PEOPLE, false)) {
			this.file = fleet.fleet(server, 2, WRONG);
			assertThat(fleet.give("fleet", "migrate", this.file.toString())).isZero();
			dispatchFiveTimesAtOnce(fleet);
			Instant begin = Instant.now();
			for (int offset : List.of(0, 0, 20)) {
				this.workers.add(worker(fleet, offset));
			}
			try {
				trouble(fleet, server, begin);
			}
			finally {
				this.workers.forEach(Process::destroyForcibly);
			}
			tell(fleet, server, begin);
		}
	}

	private void dispatchFiveTimesAtOnce(FleetOfSimulators fleet) throws IOException, InterruptedException {
		List<Process> dispatchers = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			dispatchers.add(fleet.start("org.ssprprefill.Application", HEAP, "fleet", "dispatch", this.file.toString(),
					"--home", fleet.home() + (i % 2)));
		}
		for (Process dispatcher : dispatchers) {
			assertThat(dispatcher.waitFor()).isZero();
		}
	}

	private Process worker(FleetOfSimulators fleet, int offset) throws IOException {
		return fleet.start("org.ssprprefill.cli.FleetWorkerProcess", HEAP, this.file.toString(), fleet.home(),
				String.valueOf(offset));
	}

	private void trouble(FleetOfSimulators fleet, FleetServerProcess server, Instant begin) throws Exception {
		Instant nextKill = begin.plusSeconds(2L * KILL_SECONDS);
		boolean restarted = false;
		Process paused = null;
		Instant goOn = Instant.MAX;
		while (Duration.between(begin, Instant.now()).compareTo(LONGEST) < 0) {
			TimeUnit.MILLISECONDS.sleep(200);
			List<List<String>> running = rows(server, "outcome = 'running'");
			for (List<String> night : running) {
				if (night.get(0).equals(fleet.id(DEADLY))) {
					this.deadly += kill(night.get(1)) ? 1 : 0;
				}
			}
			if (!restarted && Duration.between(begin, Instant.now()).toSeconds() > 45) {
				restarted = true;
				server.restart();
			}
			if (paused == null && Duration.between(begin, Instant.now()).toSeconds() > 30) {
				paused = this.workers.get(1);
				signal(paused, "STOP");
				goOn = Instant.now().plusSeconds(60);
			}
			if (Instant.now().isAfter(goOn) && paused != null) {
				signal(paused, "CONT");
				goOn = Instant.MAX;
			}
			if (Instant.now().isAfter(nextKill)) {
				nextKill = Instant.now().plusSeconds(KILL_SECONDS);
				killOne(running, (goOn != Instant.MAX) ? paused : null);
			}
			for (int i = 0; i < this.workers.size(); i++) {
				if (!this.workers.get(i).isAlive()) {
					this.workers.set(i, worker(fleet, (i == 2) ? 20 : 0));
				}
			}
			if (rows(server, "ended_at is null").isEmpty()) {
				return;
			}
		}
	}

	/** Worker names end in the number of their process. */
	private boolean kill(String worker) {
		long pid = Long.parseLong(worker.split("/")[1]);
		return this.workers.stream()
			.filter((process) -> process.pid() == pid && process.isAlive())
			.peek((process) -> process.toHandle().destroyForcibly())
			.findFirst()
			.isPresent();
	}

	private void killOne(List<List<String>> running, Process paused) {
		Set<Long> spared = new HashSet<>();
		running.stream()
			.filter((night) -> !night.get(2).equals("0"))
			.forEach((night) -> spared.add(Long.parseLong(night.get(1).split("/")[1])));
		List<Process> candidates = this.workers.stream()
			.filter((process) -> process.isAlive() && process != paused && !spared.contains(process.pid())
					&& running.stream().anyMatch((night) -> night.get(1).contains("/" + process.pid() + "/")))
			.toList();
		if (!candidates.isEmpty()) {
			candidates.get(this.random.nextInt(candidates.size())).toHandle().destroyForcibly();
			this.kills++;
		}
	}

	private static void signal(Process process, String signal) throws IOException, InterruptedException {
		new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();
	}

	/** Tenant, worker and deaths of nights; nothing while the database restarts. */
	private static List<List<String>> rows(FleetServerProcess server, String where) {
		try {
			return server
				.rows("select tenant, coalesce(worker, ''), deaths from sspr_fleet.tenant_night where " + where);
		}
		catch (SQLException ex) {
			return List.of(List.of("", "-/0/-", "0"));
		}
	}

	private void tell(FleetOfSimulators fleet, FleetServerProcess server, Instant begin) throws Exception {
		long seconds = Duration.between(begin, Instant.now()).toSeconds();
		List<List<String>> outcomes = server
			.rows("select outcome, count(*), sum(deaths) from sspr_fleet.tenant_night group by outcome order by 1");
		int exitCode = fleet.give("fleet", "report", this.file.toString());
		List<String> wrongly = new ArrayList<>();
		for (int i = 0; i < fleet.size(); i++) {
			List<Long> writes = fleet.writes(i);
			if (i != DEADLY && i != WRONG && !writes.equals(List.of(2L * PEOPLE, 1L)) || writes.get(1) > 1) {
				wrongly.add("tenant " + i + ": " + writes);
			}
		}
		System.out.printf("%nf. A bad night of %d tenants of %d people (%s): %d s; outcomes with their deaths %s;"
				+ " %d random kills, one each %d s, %d deaths of the deadly night; exit code %d; tenants with other writes than one a"
				+ " change: %s%n", TENANTS, PEOPLE, Processes.machine(), seconds, outcomes, this.kills, KILL_SECONDS,
				this.deadly, exitCode, wrongly);
		String named = report();
		assertThat(wrongly).isEmpty();
		assertThat(exitCode).isOne();
		assertThat(named).contains("Tenant " + DEADLY + ",", "given-up", "Tenant " + WRONG + ",", "misconfigured");
		assertThat(server.rows("select count(*) from sspr_fleet.tenant_night where exit_code = 0"))
			.containsExactly(List.of(String.valueOf(TENANTS - 2)));
	}

	private String report() throws IOException {
		try (Stream<Path> files = Files.walk(this.folder.resolve("reports/fleet"))) {
			return Files.readString(files.filter((path) -> path.endsWith("tenants.csv")).findFirst().orElseThrow());
		}
	}

}
