package org.ssprprefill.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.database.BrittleDatabase;
import org.ssprprefill.database.DatabaseTrouble;
import org.ssprprefill.database.LeaseLostException;
import org.ssprprefill.database.ModelLease;
import org.ssprprefill.database.TenantLease;
import org.ssprprefill.definition.JobDefinition;
import org.ssprprefill.ledger.Ledger;
import org.ssprprefill.ledger.Runs;
import org.ssprprefill.report.Assembly;
import org.ssprprefill.report.RunReport;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.tenant.FakeTenant.Reaction;
import org.ssprprefill.tenant.MethodWrite;
import org.ssprprefill.tenant.TenantUnavailableException;
import org.ssprprefill.tenant.WriteAnswer;
import org.ssprprefill.vault.AlteredLedgerException;

import static org.assertj.core.api.Assertions.assertThat;

/** A few runs over people who are never left in peace. */
final class ModelHistory {

	/** Two JSON batches, so that something may happen between them. */
	private static final int PEOPLE = 23;

	/** How often a run is started again before the world comes to rest. */
	private static final int UNREST = 4;

	private static final ObjectId GROUP = new ObjectId(UUID.randomUUID().toString());

	private final String name;

	private final Random random;

	private final Path folder;

	private final Runs runs = new Runs();

	private final ChangingTenant tenant = new ChangingTenant();

	private final String policy;

	private JobDefinition job;

	/** Every value that any file has said of a person, and what a person had chosen. */
	private final Map<String, Set<ContactValue>> sayable = new HashMap<>();

	/** What the file that lies there said before it was replaced. */
	private final Set<ContactValue> withdrawn = new HashSet<>();

	private final List<RunRecord> written = new ArrayList<>();

	private BrittleDatabase database = new BrittleDatabase();

	private int series;

	private long fence;

	/** Nothing happens at all, so that there is something to lose later. */
	private boolean peaceful;

	/** Processes live, and roles can be read. */
	private boolean calm;

	private boolean tampered;

	private boolean clockWasSet;

	ModelHistory(Path folder, String policy, int seed) {
		this.name = policy + " " + seed;
		this.random = new Random(seed);
		this.folder = folder.resolve(policy + "-" + seed);
		this.policy = policy;
		this.tenant.beforeEachWrite(this::insideTheApply);
		this.tenant.objectsTo(this::objection);
	}

	private JobDefinition job() {
		return SmallJobs.job(this.folder, this.runs.name(),
				String.join("\n", "  settled-for: 0s", "  default-country: NL",
						"scope: {exclude: [" + GROUP.value() + "]}",
						"methods: {mobile: " + this.policy + ", email: off}",
						"limits: {changes-percent: 400, rejected-percent: 100, feed-shrink-percent: 100}",
						"pace: {in-flight: 1}"));
	}

	private static String person(int number) {
		return "p%02d".formatted(number);
	}

	/** Laws: what was planned for one person reaches no other, and one holder sends. */
	private Optional<String> objection(MethodWrite write) {
		if (ModelLease.fence(this.runs.name()) != this.fence) {
			return Optional.of("by a holder that has lost its right to write");
		}
		if (write.verb() == MethodWrite.Verb.REMOVE) {
			return Optional.empty();
		}
		String person = write.user().value().replace("newcomer-", "");
		if (!this.sayable.getOrDefault(person, Set.of()).contains(write.value())) {
			return Optional.of("the value of another");
		}
		return this.withdrawn.contains(write.value()) ? Optional.of("a value of a file that is replaced")
				: Optional.empty();
	}

	void play() throws Exception {
		Files.createDirectories(this.folder.resolve("drop"));
		this.job = job();
		for (int person = 0; person < PEOPLE; person++) {
			this.tenant.settle(person(person));
		}
		if (this.policy.equals("replace")) {
			this.tenant.mayReplace();
		}
		drop();
		if (this.random.nextInt(4) > 0) {
			this.peaceful = true;
			context(RunMode.RUN, Optional.empty());
			this.peaceful = false;
			drop();
		}
		int nights = 1 + this.random.nextInt(2);
		for (int context = 0; context < nights && !this.tampered; context++) {
			switch (this.random.nextInt(4)) {
				case 0 -> planAndApply();
				case 1 -> undo();
				default -> context(RunMode.RUN, Optional.empty());
			}
			if (this.random.nextInt(4) > 0) {
				drop();
			}
		}
		assertThat(this.tenant.wrongs()).as(this.name).isEmpty();
	}

	private void planAndApply() throws Exception {
		Optional<RunRecord> plan = context(RunMode.PLAN, Optional.empty());
		if (plan.isPresent() && !plan.get().refused()) {
			context(RunMode.APPLY, plan.map(RunRecord::id));
		}
	}

	private void undo() throws Exception {
		context(RunMode.RUN, Optional.empty());
		if (!this.written.isEmpty() && !this.tampered) {
			RunRecord undone = this.written.get(this.random.nextInt(this.written.size()));
			this.tenant.takesBack(true);
			context(RunMode.UNDO, Optional.of(undone.id()));
			this.tenant.takesBack(false);
		}
	}

	/** The command is given again until the run has ended. */
	private Optional<RunRecord> context(RunMode mode, Optional<String> concerns) throws Exception {
		this.tenant.beginRun();
		for (int start = 0; start <= 2 * UNREST; start++) {
			this.calm = this.peaceful || start >= UNREST;
			if (this.calm) {
				this.tenant.rolesReadable(true);
				this.tenant.loseConnection(0, () -> false);
			}
			this.database = new BrittleDatabase();
			try (TenantLease lease = ModelLease.acquire(this.runs.name(), this.tenant::nanos,
					this.tenant.clock()::instant)) {
				this.fence = ModelLease.fence(this.runs.name());
				return Optional.of(begin(mode, concerns, this.database.ledger().under(lease)));
			}
			catch (AlteredLedgerException ex) {
				assertThat(this.tampered).as(this.name + ": " + ex.getMessage()).isTrue();
				return Optional.empty();
			}
			catch (RuntimeException ex) {
				if (!endsACommand(ex) || start == 2 * UNREST) {
					throw new AssertionError(this.name + " does not end: " + ex, ex);
				}
			}
		}
		throw new AssertionError(this.name + " does not end");
	}

	private static boolean endsACommand(RuntimeException ex) {
		return ex instanceof Death || ex instanceof RunStoppedException || ex instanceof LeaseLostException
				|| ex instanceof TenantUnavailableException || DatabaseTrouble.isLost(ex);
	}

	private RunRecord begin(RunMode mode, Optional<String> concerns, Ledger ledger) throws Exception {
		for (RunRecord run : new RunRegister(ledger, this.job, this.runs.name(), this.tenant.clock()).take(mode,
				concerns)) {
			int before = this.tenant.accepted();
			withdrawEarlierFiles(run);
			work(run, ledger);
			RunRecord ended = end(run, ledger);
			new HistoryLaws(this.name, this.runs, this.tenant, ended).check(before);
			if (ended.writing() && mode != RunMode.UNDO) {
				this.written.add(ended);
			}
		}
		return this.runs.ledger().runs().history(this.runs.name(), this.runs.name(), 1).get(0);
	}

	/**
	 * A run that begins, or is taken up, sends what the file says that lies there by now,
	 * unless the clocks make it too young to be taken.
	 */
	private void withdrawEarlierFiles(RunRecord run) {
		this.withdrawn.clear();
		if (run.mode() == RunMode.RUN && Files.exists(this.folder.resolve("drop/hr.csv")) && !this.clockWasSet) {
			this.sayable.values()
				.forEach((values) -> values.stream()
					.filter((value) -> series(value) < this.series)
					.forEach(this.withdrawn::add));
		}
	}

	/** What a person chose is in no file. */
	private static int series(ContactValue value) {
		String number = value.inClear();
		return number.startsWith("+31 612") ? Integer.parseInt(number.substring(7, 10)) : Integer.MAX_VALUE;
	}

	private void work(RunRecord run, Ledger ledger) throws Exception {
		RunContext context = new RunContext(run.id(), this.job, this.tenant, ledger,
				new RunClock(this.tenant.clock(), this.tenant::nanos, (stopped, length) -> {
					this.tenant.advance(length);
					return false;
				}));
		for (NightStep step : steps(run, context)) {
			betweenSteps(run);
			step.work();
		}
		betweenSteps(run);
	}

	private List<NightStep> steps(RunRecord run, RunContext context) {
		List<NightStep> steps = new ArrayList<>(List.of(new PreflightStep(context)));
		switch (run.mode()) {
			case RUN, PLAN -> {
				steps.addAll(List.of(new ReceiveFeedStep(context), new StageRowsStep(context),
						new SnapshotTenantStep(context)));
				MatchRows match = new MatchRows(context);
				steps.add(() -> chunk(match.reader(), match));
				PlanChanges plan = new PlanChanges(context);
				steps.add(() -> {
					plan.beforeStep(null);
					return chunk(plan.reader(), plan);
				});
			}
			case APPLY -> {
				ReviewPlan review = new ReviewPlan(context);
				steps.add(new SnapshotTenantStep(context));
				steps.add(() -> {
					if (this.runs.now(run.id()).planHash().isEmpty()) {
						review.beforeStep(null);
						return chunk(review.reader(), review);
					}
					return 0;
				});
			}
			default -> steps.addAll(List.of(new SnapshotTenantStep(context), new PlanUndoStep(context)));
		}
		boolean repeated = run.mode() == RunMode.RUN || run.mode() == RunMode.PLAN;
		steps
			.add(() -> (repeated || this.runs.now(run.id()).planHash().isEmpty()) ? new LimitsStep(context).work() : 0);
		if (run.mode() != RunMode.PLAN) {
			steps.addAll(List.of(new ApplyChangesStep(context), new VerifyChangesStep(context)));
		}
		steps.add(new ArchiveFeedStep(context));
		return steps;
	}

	private static <T> long chunk(LedgerReader<T> reader, ItemWriter<T> writer) throws Exception {
		List<T> items = new ArrayList<>();
		reader.open(new ExecutionContext());
		for (T item = reader.read(); item != null; item = reader.read()) {
			items.add(item);
		}
		reader.close();
		writer.write(new Chunk<>(items));
		return items.size();
	}

	private RunRecord end(RunRecord run, Ledger ledger) {
		RunReport report = new Assembly(ledger, this.runs.now(run.id())).finished(List.of(),
				this.tenant.clock().instant());
		ledger.runs()
			.finish(run.id(), report.run().outcome().word(), report.run().exitCode(), this.tenant.clock().instant());
		return this.runs.now(run.id());
	}

	/** HR drops a file of other numbers, some of them for people who are not there. */
	private void drop() {
		this.series++;
		StringBuilder rows = new StringBuilder("Nr;Mobile\n");
		for (int number = 0; number <= PEOPLE; number++) {
			String person = person(number);
			String value = "+31 612%03d%03d".formatted(this.series, number);
			this.sayable.computeIfAbsent(person, (unused) -> new HashSet<>())
				.add(ContactValue.held(MethodKind.MOBILE, value));
			rows.append(person).append(';').append(value).append('\n');
		}
		try {
			Path file = Files.writeString(this.folder.resolve("drop/hr.csv"), rows);
			Files.setLastModifiedTime(file, FileTime.from(this.tenant.clock().instant().minusSeconds(1)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** HR takes the file back, so that the last accepted one counts again. */
	private void withdraw() {
		this.withdrawn.clear();
		try {
			Files.deleteIfExists(this.folder.resolve("drop/hr.csv"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void betweenSteps(RunRecord run) {
		change();
		if (this.calm) {
			return;
		}
		switch (this.random.nextInt(60)) {
			case 0, 1 -> throw new Death();
			case 2 -> loseTheRightToWrite();
			case 3 -> drop();
			case 4 -> withdraw();
			case 5 -> {
				ModelLease.misplaceValue(run.id());
				this.tampered = true;
			}
			case 6, 7 -> loseTheLedger(60);
			case 8, 9 -> loseTheTenant();
			default -> {
				// Only people change
			}
		}
	}

	private void insideTheApply() {
		change();
		if (this.calm) {
			return;
		}
		switch (this.random.nextInt(24)) {
			case 0 -> throw new Death();
			case 1 -> loseTheRightToWrite();
			case 2 -> this.tenant.cue((tenant, write) -> {
				tenant.store(write);
				throw new Death();
			});
			case 3 -> this.tenant.cue(Reaction.says(new WriteAnswer.Unanswered(504, "")),
					Reaction.storesButSays(new WriteAnswer.Unanswered(0, "")),
					Reaction.storesButSays(new WriteAnswer.Refused(409, "phoneNumberNotUnique")),
					Reaction.says(new WriteAnswer.Refused(400, "invalidPhoneNumber")),
					Reaction.says(new WriteAnswer.Postponed(Duration.ofSeconds(30))));
			case 4 -> drop();
			case 5 -> loseTheLedger(12);
			case 6 -> loseTheTenant();
			default -> {
				// Only people change
			}
		}
	}

	private void loseTheLedger(int statements) {
		this.database.loseAfter(this.random.nextInt(statements), this.random.nextBoolean(), this.random.nextBoolean());
	}

	private void loseTheTenant() {
		this.tenant.loseConnection(1 + this.random.nextInt(6), this.random::nextBoolean);
	}

	/**
	 * The process stands still for longer than a lease lasts, and another one takes it.
	 */
	private void loseTheRightToWrite() {
		this.tenant.advance(Duration.ofMinutes(5));
		ModelLease.takeOver(this.runs.name());
	}

	private void change() {
		if (this.peaceful) {
			return;
		}
		if (this.random.nextBoolean()) {
			this.tenant.rolesReadable(true);
		}
		for (int times = this.random.nextInt(4); times > 0; times--) {
			somethingHappensTo(person(this.random.nextInt(PEOPLE)));
		}
		int pace = this.random.nextInt(10);
		this.tenant.advance(Duration.ofSeconds((pace < 6) ? this.random.nextInt(30) : this.random.nextInt(300)));
	}

	private void somethingHappensTo(String person) {
		switch (this.random.nextInt(30)) {
			case 0 -> this.tenant.grantRole(person);
			case 1 -> this.tenant.disable(person);
			case 2 -> this.tenant.delete(person);
			case 3 -> this.tenant.turnExternal(person);
			case 4 -> this.tenant.moveEmployeeId(person, Optional.of("newcomer-" + person));
			case 5 -> this.tenant.exclude(person);
			case 6 -> this.tenant.take(person);
			case 7 -> this.tenant.rolesReadable(this.calm || this.random.nextInt(4) > 0);
			case 8 -> {
				this.tenant.setClock(Duration.ofMinutes(this.random.nextInt(21) - 10));
				this.clockWasSet = true;
			}
			case 9, 10, 11, 12, 13, 14, 15, 16, 17, 18 -> choose(person);
			default -> {
				// Nothing, this time
			}
		}
	}

	private void choose(String person) {
		ContactValue own = ContactValue.held(MethodKind.MOBILE,
				"+31 698%06d".formatted(this.random.nextInt(1_000_000)));
		this.tenant.choose(person, own);
		// An undo of a replacement may put it back
		this.sayable.computeIfAbsent(person, (unused) -> new HashSet<>()).add(own);
	}

	@Override
	public String toString() {
		return this.name;
	}

	/** The process is gone, with all it knew. */
	private static final class Death extends RuntimeException {

		private static final long serialVersionUID = 1L;

	}

}
