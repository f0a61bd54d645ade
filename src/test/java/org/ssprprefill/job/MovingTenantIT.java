package org.ssprprefill.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.database.TenantLease;
import org.ssprprefill.definition.Connection;
import org.ssprprefill.definition.JobDefinition;
import org.ssprprefill.definition.JobDefinitions;
import org.ssprprefill.definition.Loaded;
import org.ssprprefill.graph.GraphTenant;
import org.ssprprefill.ledger.ChangeEntry;
import org.ssprprefill.ledger.Ledger;
import org.ssprprefill.ledger.Runs;
import org.ssprprefill.ledger.SharedDatabase;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.simulator.Fault;
import org.ssprprefill.simulator.FaultScript;
import org.ssprprefill.simulator.FaultTrigger;
import org.ssprprefill.simulator.SimulatedUser;
import org.ssprprefill.simulator.Simulator;
import org.ssprprefill.simulator.SimulatorSettings;
import org.ssprprefill.simulator.TenantDescription;
import org.ssprprefill.simulator.TenantDescription.Company;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whole nights over real HTTP in which the tenant changes between two writes and minutes
 * pass.
 */
class MovingTenantIT {

	private static final int PEOPLE = 60;

	private static final String CHOSEN = "+31 698765432";

	@TempDir
	private Path folder;

	private final Runs runs = new Runs();

	private volatile Duration ahead = Duration.ZERO;

	@ParameterizedTest
	@EnumSource(names = { "RUN", "APPLY" })
	void writesToNoneWhoChangedAfterTheFirstWrites(RunMode mode) throws IOException {
		TenantDescription description = description();
		try (Simulator simulator = Simulator.start(description, SimulatorSettings.defaults());
				TenantLease lease = TenantLease.acquire(SharedDatabase.dataSource(), SharedDatabase.home(),
						description.organization().id())) {
			Work work = new Work(simulator, this.runs.ledger().under(lease), job(simulator, description));
			feed(0);
			List<String> last = lastFour(work.night(RunMode.RUN, Optional.empty()));
			feed(1);
			Optional<String> plan = (mode == RunMode.APPLY)
					? Optional.of(work.night(RunMode.PLAN, Optional.empty()).id()) : Optional.empty();
			simulator.rehearse(FaultScript.none()
				.on(FaultTrigger.on("PATCH", "phoneMethods").batchItems().nth(5),
						Fault.afterApplying(() -> change(simulator, last))));
			RunRecord night = work.night(mode, plan);
			Map<String, Long> writes = writes(simulator);
			assertThat(last).allSatisfy((user) -> assertThat(writes).containsEntry(user, 1L));
			assertThat(writes.values().stream().filter((times) -> times == 2)).hasSize(PEOPLE - 4);
			assertThat(simulator.methodsOf(last.get(0))).containsEntry(MethodKind.MOBILE, CHOSEN);
			assertThat(this.runs.changes(night)).hasSize(PEOPLE - 4);
			assertThat(this.runs.ledger().audit().verify(night.tenant()).findings()).isEmpty();
		}
	}

	private void change(Simulator simulator, List<String> users) {
		simulator.setMethod(users.get(0), MethodKind.MOBILE, CHOSEN);
		simulator.grantRole(users.get(1), "Global Administrator");
		simulator.disable(users.get(2));
		simulator.number("newcomer@contoso.com", simulatedNumber(users.get(3)));
		simulator.number(users.get(3), "gone");
		this.ahead = Duration.ofMinutes(3);
	}

	private static String simulatedNumber(String user) {
		return IntStream.range(0, PEOPLE)
			.mapToObj("E%02d"::formatted)
			.filter((id) -> SimulatedUser.idOf(id + "@contoso.com").equals(user))
			.findFirst()
			.orElseThrow();
	}

	private static Map<String, Long> writes(Simulator simulator) {
		Map<String, Long> writes = new HashMap<>();
		simulator.journal().writes().forEach((target, times) -> writes.merge(target.userId(), times, Long::sum));
		return writes;
	}

	/** They are written to in the last of three JSON batches. */
	private List<String> lastFour(RunRecord night) {
		return this.runs.changes(night)
			.stream()
			.sorted(Comparator.comparing(ChangeEntry::id))
			.skip(PEOPLE - 4)
			.map(ChangeEntry::user)
			.map(ObjectId::value)
			.toList();
	}

	private static TenantDescription description() {
		List<SimulatedUser> users = Stream
			.concat(IntStream.range(0, PEOPLE)
				.mapToObj("E%02d"::formatted)
				.map((id) -> SimulatedUser.of(id + "@contoso.com").withEmployeeId(id).withLicences("SPE_E3")),
					Stream.of(SimulatedUser.of("newcomer@contoso.com")))
			.toList();
		TenantDescription contoso = TenantDescription.contoso(users);
		Company company = contoso.organization();
		return contoso.with(new Company(UUID.randomUUID().toString(), company.name(), company.domains(),
				company.synchronised(), company.premium(), company.pim(), company.reportLag()));
	}

	private void feed(int series) throws IOException {
		StringBuilder rows = new StringBuilder("Nr;Mobile\n");
		for (int person = 0; person < PEOPLE; person++) {
			rows.append("E%02d;06 12345%d%02d\n".formatted(person, series, person));
		}
		Files.writeString(Files.createDirectories(this.folder.resolve("drop")).resolve("hr" + series + ".csv"), rows);
	}

	private JobDefinition job(Simulator simulator, TenantDescription description) throws IOException {
		Path file = Files.writeString(this.folder.resolve("job.yaml"), """
				name: %s
				tenant:
				  id: %s
				  access-token: ${TOKEN}
				  endpoint: %s
				  login: %s
				feed:
				  drop: drop
				  settled-for: 0s
				  default-country: NL
				  columns: {employee-id: Nr, mobile: Mobile}
				methods: {mobile: own, email: off}
				limits: {changes-percent: 400}
				pace: {in-flight: 1, requests-per-second: 10000}
				report: {directory: reports}
				""".formatted(this.runs.name(), description.organization().id(), simulator.endpoint(),
				simulator.login()));
		return ((Loaded.Valid) JobDefinitions.load(file, (variable) -> Optional.of(simulator.accessToken())))
			.definition();
	}

	/** Works through nights by a clock that can be put forward. */
	private final class Work {

		private final GraphTenant tenant;

		private final Ledger ledger;

		private final JobDefinition job;

		Work(Simulator simulator, Ledger ledger, JobDefinition job) {
			this.ledger = ledger;
			this.job = job;
			this.tenant = GraphTenant.connect(((Connection.Graph) job.connection()).settings());
		}

		RunRecord night(RunMode mode, Optional<String> concerns) {
			Clock clock = new AheadClock();
			String tenantId = ((Connection.Graph) this.job.connection()).settings().tenantId();
			RunRecord run = new RunRegister(this.ledger, this.job, tenantId, clock).take(mode, concerns).get(0);
			RunResult result = new RunLauncher(new RunContext(run.id(), this.job, this.tenant, this.ledger, clock),
					(line) -> {
					})
				.run();
			assertThat(result.failure()).isEmpty();
			return MovingTenantIT.this.runs.now(run.id());
		}

	}

	/** Real time, put forward. */
	private final class AheadClock extends Clock {

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return Instant.now().plus(MovingTenantIT.this.ahead);
		}

	}

}
