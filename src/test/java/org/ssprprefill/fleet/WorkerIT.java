package org.ssprprefill.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ssprprefill.database.FleetServer;
import org.ssprprefill.definition.FleetDefinition;
import org.ssprprefill.definition.FleetDefinitions;
import org.ssprprefill.ledger.SharedDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What becomes of nights, whatever their runs do. */
class WorkerIT {

	private static final Duration SOON = Duration.ofMillis(50);

	private static final WorkerTimes TIMES = new WorkerTimes(SOON, Duration.ofSeconds(20), 6, SOON,
			List.of(SOON, SOON, SOON), Duration.ofSeconds(10));

	@TempDir
	private Path folder;

	private FleetDefinition fleet;

	private FleetServer server;

	private NightStore nights;

	@BeforeEach
	void open() throws IOException {
		Files.writeString(this.folder.resolve("people.yaml"), "tenant: {id: a}");
		Files.writeString(this.folder.resolve("tenant.yaml"), """
				tenant: {simulated: people.yaml}
				feed: {drop: "${tenant.id}", columns: {employee-id: Employee, mobile: Mobile}, default-country: NL}
				""");
		List<String> access = SharedDatabase.access();
		Files.writeString(this.folder.resolve("fleet.yaml"), """
				fleet: f-%s
				database: {url: "%s", user: postgres, password: "${PASSWORD}"}
				template: tenant.yaml
				tenants: [{id: one, zone: UTC}, {id: two, zone: UTC}, {id: wrong, zone: UTC, set: {limits: 1}}]
				""".formatted(UUID.randomUUID(), access.get(0)));
		this.fleet = FleetDefinitions.load(this.folder.resolve("fleet.yaml"), (name) -> Optional.of(access.get(1)))
			.fleet()
			.orElseThrow();
		this.server = FleetServer.open(this.fleet.database(), SharedDatabase.home(), 2);
		this.server.migrate();
		this.nights = new NightStore(this.fleet.name(), this.server);
	}

	@AfterEach
	void close() {
		this.server.close();
	}

	private int dispatch() {
		return new Dispatcher(this.fleet, this.nights, Clock.systemUTC()).dispatch(Optional.empty());
	}

	private void work(NightRun run, Consumer<Worker> wait) {
		try (Worker worker = new Worker(this.fleet, this.nights, run, (night, end, outcome) -> {
		}, TIMES, Clock.systemUTC())) {
			worker.start();
			wait.accept(worker);
		}
	}

	private FleetReport report() {
		return FleetReport.of(this.fleet, this.nights, Optional.empty(), Clock.systemUTC());
	}

	private Map<String, String> outcomes() {
		return this.nights.newest()
			.stream()
			.collect(Collectors.toMap((night) -> night.key().tenant(), (night) -> night.outcome().word()));
	}

	private static NightEnd end(int exitCode) {
		return new NightEnd(exitCode, Optional.of("run"), Optional.empty(), Optional.empty(), Optional.empty());
	}

	@ParameterizedTest
	@CsvSource({ "0, done, 1", "3, held, 1", "4, attention, 1", "5, attention, 1", "7, refused, 1", "8, attention, 1",
			"2, misconfigured, 1", "6 6 6 6 6 0, done, 6", "1 1 1 0, done, 4", "1 1 1 1, failed, 4",
			"1 6 1 6 1 4, attention, 6" })
	void endsANightAsItsRunsDo(String codes, String outcome, int runs) {
		Queue<Integer> left = new ConcurrentLinkedQueue<>(Stream.of(codes.split(" ")).map(Integer::valueOf).toList());
		int given = left.size();
		dispatch();
		work((job, night, stop) -> end(night.key().tenant().equals("one") ? left.remove() : 0), Worker::awaitEmpty);
		assertThat(outcomes()).isEqualTo(Map.of("one", outcome, "two", "done", "wrong", "misconfigured"));
		assertThat(given - left.size()).isEqualTo(runs);
	}

	@Test
	void plansEachNightOnceHoweverOftenItIsAsked() {
		assertThat(Stream.of(1, 2, 3, 4, 5).parallel().mapToInt((time) -> dispatch()).sum()).isEqualTo(3);
		work((job, night, stop) -> end(0), Worker::awaitEmpty);
		assertThat(dispatch()).isZero();
		work((job, night, stop) -> end(7), Worker::awaitEmpty);
		assertThat(outcomes()).containsEntry("one", "done").containsEntry("two", "done");
	}

	@Test
	void leavesOffWhenTheWorkerIsStoppedAndLetsAnotherGoOn() {
		dispatch();
		CountDownLatch begun = new CountDownLatch(2);
		work((job, night, stop) -> {
			CountDownLatch asked = new CountDownLatch(1);
			stop.listen(asked::countDown);
			begun.countDown();
			await(asked);
			return end(1);
		}, (worker) -> await(begun));
		assertThat(outcomes()).containsEntry("one", "waiting").containsEntry("two", "waiting");
		work((job, night, stop) -> {
			assertThat(night.attempts()).isZero();
			return end(0);
		}, Worker::awaitEmpty);
		assertThat(outcomes()).containsEntry("one", "done").containsEntry("two", "done");
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Test
	void givesUpANightDuringWhichWorkersDiedTwice() {
		dispatch();
		NightKey key = this.nights.newest().get(0).key();
		assertThat(this.nights.died(key)).isOne();
		assertThat(this.nights.died(key)).isEqualTo(2);
	}

	@Test
	void runsNightsDuringWhichAWorkerDiedOneByOne() {
		dispatch();
		this.nights.newest().forEach((night) -> this.nights.died(night.key()));
		AtomicInteger inWork = new AtomicInteger();
		Set<Integer> seen = ConcurrentHashMap.newKeySet();
		work((job, night, stop) -> {
			seen.add(inWork.incrementAndGet());
			IntStream.range(0, 50).forEach((time) -> this.nights.newest());
			inWork.decrementAndGet();
			return end(0);
		}, Worker::awaitEmpty);
		assertThat(seen).containsExactly(1);
		assertThat(outcomes()).containsEntry("one", "done").containsEntry("two", "done");
	}

	@Test
	void refusesAWorkerWhoseClockIsFarFromTheDatabases() {
		Clock ahead = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(31));
		try (Worker worker = new Worker(this.fleet, this.nights, (job, night, stop) -> end(0),
				(night, end, outcome) -> {
				}, TIMES, ahead)) {
			assertThatExceptionOfType(WorkerRefusedException.class).isThrownBy(worker::start)
				.withMessageContaining("Set the clock");
		}
	}

	@Test
	void doesANightAgainOnRequest() {
		Dispatcher dispatcher = new Dispatcher(this.fleet, this.nights, Clock.fixed(Instant.now(), ZoneOffset.UTC));
		dispatch();
		assertThat(report().over()).isFalse();
		work((job, night, stop) -> end(7), Worker::awaitEmpty);
		assertThat(report().over()).isTrue();
		assertThat(this.nights.mayTell(report().night())).isTrue();
		assertThat(this.nights.mayTell(report().night())).isFalse();
		assertThat(dispatcher.retry("nobody")).isEmpty();
		assertThat(dispatcher.retry("ONE")).isPresent();
		work((job, night, stop) -> end(0), Worker::awaitEmpty);
		assertThat(outcomes()).containsEntry("one", "done").containsEntry("two", "refused");
	}

}
