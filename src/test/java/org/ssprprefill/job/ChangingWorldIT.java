package org.ssprprefill.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.database.Cursor;
import org.ssprprefill.database.TenantLease;
import org.ssprprefill.definition.JobDefinition;
import org.ssprprefill.ledger.ChangeEntry;
import org.ssprprefill.ledger.ChangeState;
import org.ssprprefill.ledger.Ledger;
import org.ssprprefill.ledger.ModelNight;
import org.ssprprefill.ledger.PersonRows;
import org.ssprprefill.ledger.ReportStore.MethodEntry;
import org.ssprprefill.ledger.ReportStore.PersonEntry;
import org.ssprprefill.ledger.Runs;
import org.ssprprefill.ledger.SharedDatabase;
import org.ssprprefill.ledger.Wishes;
import org.ssprprefill.plan.Pilot;
import org.ssprprefill.proposal.Proposal;
import org.ssprprefill.proposal.Proposer;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.verify.Verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** People, roles and values change while changes are applied. */
class ChangingWorldIT {

	private static final int PEOPLE = 60;

	private static final String GROUP = "3f2b8f9a-0c55-4f0e-9d5e-6a1b2c3d4e5f";

	@TempDir
	Path folder;

	private final List<TenantLease> leases = new ArrayList<>();

	@AfterEach
	void giveUpTheRightToWrite() {
		this.leases.forEach(TenantLease::close);
	}

	/** A tenant, a ledger and a job, over several runs. */
	private final class World {

		private final Runs runs = new Runs();

		private final ChangingTenant tenant = new ChangingTenant();

		private final Ledger ledger;

		private final JobDefinition job;

		private final List<String> people;

		private Runnable whileWaiting = () -> {
		};

		World(String policy, int people) {
			TenantLease lease = TenantLease.acquire(SharedDatabase.dataSource(), SharedDatabase.home(),
					this.runs.name());
			ChangingWorldIT.this.leases.add(lease);
			this.ledger = this.runs.ledger().under(lease);
			this.people = IntStream.range(0, people).mapToObj("p%02d"::formatted).toList();
			this.people.forEach(this.tenant::settle);
			try {
				Files.createDirectories(ChangingWorldIT.this.folder.resolve("drop"));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			this.job = SmallJobs.job(ChangingWorldIT.this.folder, this.runs.name(), "scope: {exclude: [" + GROUP
					+ "]}\nmethods: {mobile: " + policy + ", email: off}\npace: {in-flight: 1}");
		}

		private RunContext context(RunRecord run) {
			return new RunContext(run.id(), this.job, this.tenant, this.ledger,
					new RunClock(this.tenant.clock(), this.tenant::nanos, this::passesWhileWaiting));
		}

		private boolean passesWhileWaiting(CountDownLatch stopped, Duration length) {
			this.tenant.advance(length);
			this.whileWaiting.run();
			return stopped.getCount() == 0;
		}

		/** Plans one number for all people, as far as the rules go. */
		private RunRecord plan(int value) {
			RunRecord run = this.runs.begin(RunMode.RUN, this.tenant.clock().instant(), Optional.empty());
			read(context(run));
			Map<String, Map<MethodKind, ContactValue>> feed = new HashMap<>();
			this.people.forEach(
					(person) -> feed.put(person, Map.of(MethodKind.MOBILE, Wishes.value(MethodKind.MOBILE, value))));
			List<PersonRows> rows = ModelNight.people(this.runs, this.runs.now(run.id()), feed);
			Proposer proposer = new Proposer(this.tenant, context(run).methodRules(), Pilot.of(OptionalInt.empty()));
			for (Proposal proposal : proposer.propose(rows)) {
				this.runs.ledger().decisions().keep(run.id(), proposal.rows(), this.job.matchBy());
				this.runs.ledger().changes().plan(run, proposal.changes());
			}
			return this.runs.now(run.id());
		}

		private void read(RunContext context) {
			new PreflightStep(context).work();
			new SnapshotTenantStep(context).work();
		}

		private void undo(RunRecord undone) throws InterruptedException {
			RunRecord run = this.runs.begin(RunMode.UNDO, this.tenant.clock().instant(), Optional.of(undone.id()));
			RunContext context = context(run);
			read(context);
			new PlanUndoStep(context).work();
			this.tenant.takesBack(true);
			apply(context);
			this.tenant.takesBack(false);
		}

		private void apply(RunRecord run) throws InterruptedException {
			RunContext context = context(run);
			read(context);
			apply(context);
		}

		private void apply(RunContext context) throws InterruptedException {
			new ApplyChangesStep(context).work();
			new Verifier(this.tenant, this.runs.ledger().changes(), 1, (wait) -> {
			}).verify(context.runId());
			this.runs.finish(this.runs.now(context.runId()));
		}

		/** Writes a number for all people, so that it is ours. */
		private RunRecord written(int value) throws InterruptedException {
			RunRecord run = plan(value);
			apply(run);
			this.tenant.writtenTo().clear();
			return run;
		}

		/** What is told of a person in the end. */
		private String told(RunRecord run, String person) {
			try (Cursor<PersonEntry> people = this.runs.ledger().reports().people(run.id())) {
				for (Optional<PersonEntry> one = people.next(); one.isPresent(); one = people.next()) {
					if (one.get().userPrincipalName().equals(person + "@contoso.com")) {
						MethodEntry mobile = one.get().methods().get(MethodKind.MOBILE);
						return (one.get().decision() + " " + one.get().reason()
								+ ((mobile != null) ? " " + mobile : ""))
							.strip();
					}
				}
			}
			return "";
		}

	}

	/** Twenty minutes between two JSON batches, as where the tenant throttles. */
	private static void changeAfterTheFirstBatch(World world, Runnable change) {
		AtomicInteger batches = new AtomicInteger();
		world.tenant.beforeEachWrite(() -> {
			if (batches.incrementAndGet() == 2) {
				change.run();
				world.tenant.advance(Duration.ofMinutes(20));
			}
		});
	}

	private static void fourPeopleChange(World world) {
		world.tenant.choose("p50", Wishes.value(MethodKind.MOBILE, 77));
		world.tenant.grantRole("p51");
		world.tenant.disable("p52");
		world.tenant.moveEmployeeId("p53", Optional.of("p99"));
	}

	@Test
	void writesToNoneOfThoseWhoChangedAfterTheFirstWrites() throws InterruptedException {
		World world = new World("own", PEOPLE);
		world.written(1);
		RunRecord run = world.plan(2);
		changeAfterTheFirstBatch(world, () -> fourPeopleChange(world));
		world.apply(run);
		assertThat(world.tenant.wrongs()).isEmpty();
		assertThat(untouched(world)).containsExactly("p50", "p51", "p52", "p53");
		assertThat(world.tenant.held(new ObjectId("p50"), MethodKind.MOBILE))
			.contains(Wishes.value(MethodKind.MOBILE, 77));
		assertThat(List.of("p50", "p51", "p52", "p53")).map((person) -> world.told(run, person))
			.satisfiesExactly((kept) -> assertThat(kept).startsWith("matched").contains("none", "registered-by-user"),
					(administrator) -> assertThat(administrator).isEqualTo("protected admin-role"),
					(disabled) -> assertThat(disabled).isEqualTo("out-of-scope disabled"),
					(moved) -> assertThat(moved).isEqualTo("unmatched"));
		assertThat(world.runs.changes(run)).hasSize(PEOPLE - 4)
			.allMatch((change) -> change.state() == ChangeState.CONFIRMED);
	}

	@Test
	void takesNothingBackFromThoseWhoChangedAfterTheFirstWrites() throws InterruptedException {
		World world = new World("own", PEOPLE);
		world.written(1);
		RunRecord run = world.written(2);
		changeAfterTheFirstBatch(world, () -> fourPeopleChange(world));
		world.undo(run);
		assertThat(world.tenant.wrongs()).isEmpty();
		assertThat(untouched(world)).containsExactly("p50", "p51", "p52");
	}

	@Test
	void decidesAgainOverWhatAPersonChoseWhereTheJobReplaces() throws InterruptedException {
		World world = new World("replace", PEOPLE);
		world.written(1);
		world.tenant.mayReplace();
		RunRecord run = world.plan(2);
		changeAfterTheFirstBatch(world, () -> {
			world.tenant.choose("p50", Wishes.value(MethodKind.MOBILE, 77));
			world.tenant.choose("p51", Wishes.value(MethodKind.MOBILE, 2));
		});
		world.apply(run);
		assertThat(untouched(world)).containsExactly("p51");
		ChangeEntry again = world.runs.changes(run)
			.stream()
			.filter((change) -> change.user().equals(new ObjectId("p50")))
			.findFirst()
			.orElseThrow();
		assertThat(again.previous()).contains(Wishes.value(MethodKind.MOBILE, 77));
		assertThat(again.state()).isEqualTo(ChangeState.CONFIRMED);
	}

	@Test
	void writesNothingMoreOnceRolesCannotBeRead() throws InterruptedException {
		World world = new World("own", PEOPLE);
		RunRecord run = world.plan(1);
		RunContext context = world.context(run);
		world.read(context);
		changeAfterTheFirstBatch(world, () -> {
			world.tenant.rolesReadable(false);
			// No wait in real time: the run leaves off instead
			context.stop();
		});
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> new ApplyChangesStep(context).work());
		assertThat(untouched(world)).hasSize(PEOPLE - 20);
		assertThatExceptionOfType(RunStoppedException.class).isThrownBy(() -> world.apply(run));
		assertThat(untouched(world)).hasSize(PEOPLE - 20);
		world.tenant.rolesReadable(true);
		world.tenant.grantRole("p58");
		world.apply(run);
		assertThat(untouched(world)).containsExactly("p58");
		assertThat(world.tenant.wrongs()).isEmpty();
	}

	/**
	 * What is asked again while changes are applied, and whom a newer answer protects.
	 */
	enum Question {

		ROLES(ChangingTenant::rolesReadable, ChangingTenant::grantRole),
		GROUPS(ChangingTenant::groupsReadable, ChangingTenant::exclude),
		USERS(ChangingTenant::usersReadable, ChangingTenant::disable);

		private final BiConsumer<ChangingTenant, Boolean> readable;

		private final BiConsumer<ChangingTenant, String> protect;

		Question(BiConsumer<ChangingTenant, Boolean> readable, BiConsumer<ChangingTenant, String> protect) {
			this.readable = readable;
			this.protect = protect;
		}

	}

	@ParameterizedTest
	@EnumSource
	void takesAReadingThatFailedForNoKnowledge(Question question) throws InterruptedException {
		World world = new World("missing", PEOPLE);
		RunRecord run = world.plan(1);
		RunContext context = world.context(run);
		world.read(context);
		AtomicInteger batches = new AtomicInteger();
		List<Integer> whileUnread = new ArrayList<>();
		world.tenant.beforeEachWrite(() -> {
			if (batches.incrementAndGet() == 2) {
				question.readable.accept(world.tenant, false);
				question.protect.accept(world.tenant, "p58");
				world.tenant.advance(Duration.ofMinutes(3));
			}
		});
		world.whileWaiting = () -> {
			whileUnread.add(world.tenant.writtenTo().size());
			if (whileUnread.size() == 5) {
				question.readable.accept(world.tenant, true);
			}
		};
		world.apply(context);
		assertThat(whileUnread).as("written to at each attempt in vain").containsExactly(20, 20, 20, 20, 20);
		assertThat(untouched(world)).as("once it can be read").containsExactly("p58");
		assertThat(world.tenant.wrongs()).isEmpty();
	}

	@Test
	void readsAValueAgainBeforeItOverwritesItThoughPeopleWereReadMeanwhile() throws InterruptedException {
		World world = new World("own", PEOPLE);
		world.written(1);
		RunRecord run = world.plan(2);
		RunContext context = world.context(run);
		world.read(context);
		AtomicInteger batches = new AtomicInteger();
		world.tenant.beforeEachWrite(() -> {
			if (batches.incrementAndGet() == 2) {
				world.tenant.choose("p25", Wishes.value(MethodKind.MOBILE, 77));
				world.tenant.advance(Duration.ofMinutes(3));
				context.knowledge().again();
			}
		});
		world.apply(context);
		assertThat(world.tenant.wrongs()).isEmpty();
		assertThat(untouched(world)).containsExactly("p25");
	}

	@Test
	void plansOnWhereItDiedWhileItPlannedAnew() throws InterruptedException {
		World world = new World("missing", 1);
		RunRecord run = world.plan(1);
		world.ledger.runs().planned(run.id(), "hash");
		world.apply(run);
		assertThat(plansNoMore(world, run)).isTrue();
		world.ledger.runs().plansAnew(run.id());
		assertThat(plansNoMore(world, run)).isFalse();
	}

	private static boolean plansNoMore(World world, RunRecord run) {
		RunContext context = world.context(run);
		new ReceiveFeedStep(context).work();
		return context.plansNoMore();
	}

	private static Set<String> untouched(World world) {
		Set<String> untouched = new TreeSet<>(world.people);
		world.tenant.writtenTo().forEach((user) -> untouched.remove(user.value()));
		return untouched;
	}

}
