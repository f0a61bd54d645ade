package org.ssprprefill.undo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ssprprefill.apply.Applier;
import org.ssprprefill.apply.Clearance;
import org.ssprprefill.apply.Clearances;
import org.ssprprefill.apply.Redecision.Redecided;
import org.ssprprefill.apply.RetryPolicy;
import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.ledger.ChangeEntry;
import org.ssprprefill.ledger.ModelNight;
import org.ssprprefill.ledger.PlannedPeopleQuery;
import org.ssprprefill.ledger.PlannedPerson;
import org.ssprprefill.ledger.RunStore.Fact;
import org.ssprprefill.ledger.Runs;
import org.ssprprefill.ledger.Wishes;
import org.ssprprefill.plan.Action;
import org.ssprprefill.plan.MethodPolicy;
import org.ssprprefill.plan.Pilot;
import org.ssprprefill.proposal.MethodRules;
import org.ssprprefill.proposal.Proposal;
import org.ssprprefill.proposal.Proposer;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.tenant.FakeTenant;
import org.ssprprefill.tenant.MethodQuery.Family;
import org.ssprprefill.tenant.MethodWrite;
import org.ssprprefill.tenant.WriteAnswer;
import org.ssprprefill.tenant.WritePermit;
import org.ssprprefill.verify.Verifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds after nights, edits by users, deaths of the process and undos in any order:
 * nobody lost a method, the ledger knows every value it wrote, and taking everything back
 * leaves the tenant as it was before, wherever its users did not intervene.
 */
class UndoLawIT {

	private static final List<String> PEOPLE = List.of("ann", "bob", "cas");

	private static final List<MethodKind> KINDS = List.of(MethodKind.MOBILE, MethodKind.ALTERNATE_MOBILE,
			MethodKind.EMAIL);

	private static final RetryPolicy PATIENCE = new RetryPolicy(List.of(Duration.ZERO, Duration.ZERO), (wait) -> {
	});

	/** One method of one person. */
	private record Slot(ObjectId user, MethodKind kind) {
	}

	/** A list of methods of one person: whoever touches one touches all of them. */
	private record Shelf(ObjectId user, Family family) {

		static Shelf of(Slot slot) {
			return new Shelf(slot.user(), Family.of(slot.kind()));
		}

	}

	@Property(tries = 8)
	void takesEverythingBackAndLosesNothing(@ForAll long seed) {
		new Story(new Random(seed)).happen();
	}

	/** The process dies. */
	private static final class Death extends RuntimeException {

	}

	/** A tenant during whose writes the process may die, and which may not answer. */
	private static final class MortalTenant extends FakeTenant {

		private final Random random;

		private boolean calm;

		MortalTenant(Random random) {
			this.random = random;
		}

		private boolean happens(int inHowMany) {
			return !this.calm && this.random.nextInt(inHowMany) == 0;
		}

		@Override
		public List<WriteAnswer> write(List<MethodWrite> writes, WritePermit permit) {
			List<WriteAnswer> answers = new ArrayList<>();
			for (MethodWrite write : writes) {
				if (happens(8)) {
					throw new Death();
				}
				WriteAnswer answer = store(write);
				answers.add(happens(8) ? new WriteAnswer.Unanswered(504, "") : answer);
			}
			return answers;
		}

	}

	private static final class Story {

		private final Random random;

		private final Runs runs = new Runs();

		private final MortalTenant tenant;

		private final Map<Slot, ContactValue> initial = new HashMap<>();

		private final Set<Shelf> intervened = new HashSet<>();

		private final List<RunRecord> nights = new ArrayList<>();

		private final List<RunRecord> undos = new ArrayList<>();

		private int time;

		Story(Random random) {
			this.random = random;
			this.tenant = new MortalTenant(random);
		}

		void happen() {
			ModelNight.settle(this.runs, PEOPLE);
			for (Slot slot : slots()) {
				boolean possible = slot.kind() != MethodKind.ALTERNATE_MOBILE
						|| this.initial.containsKey(new Slot(slot.user(), MethodKind.MOBILE));
				if (possible && this.random.nextInt(3) == 0) {
					this.initial.put(slot, value(slot, 0));
					this.tenant.hold(slot.user(), slot.kind(), value(slot, 0));
				}
			}
			for (int event = 0; event < 7; event++) {
				switch (this.random.nextInt(5)) {
					case 0 -> edit();
					case 1 -> undoSome();
					default -> night();
				}
				nobodyLostAnything();
			}
			this.tenant.calm = true;
			everythingWrittenIsKnown();
			for (int night = this.nights.size() - 1; night >= 0; night--) {
				undo(this.nights.get(night));
			}
			everythingIsAsItWas();
			assertThat(this.runs.ledger().audit().verify(this.runs.name()).findings()).isEmpty();
		}

		private static List<Slot> slots() {
			List<Slot> slots = new ArrayList<>();
			for (String person : PEOPLE) {
				KINDS.forEach((kind) -> slots.add(new Slot(new ObjectId(person), kind)));
			}
			return slots;
		}

		private static ContactValue value(Slot slot, int variant) {
			int person = PEOPLE.indexOf(slot.user().value());
			return Wishes.value(slot.kind(), person * 30 + slot.kind().ordinal() * 6 + variant);
		}

		/** A user registers, changes or removes something, as Graph lets them. */
		private void edit() {
			Slot slot = slots().get(this.random.nextInt(slots().size()));
			boolean mobile = this.tenant.held(slot.user(), MethodKind.MOBILE).isPresent();
			boolean alternate = this.tenant.held(slot.user(), MethodKind.ALTERNATE_MOBILE).isPresent();
			boolean needed = slot.kind() == MethodKind.MOBILE && alternate;
			if (this.random.nextBoolean() && !needed) {
				this.tenant.remove(slot.user(), slot.kind());
			}
			else if (slot.kind() != MethodKind.ALTERNATE_MOBILE || mobile) {
				this.tenant.hold(slot.user(), slot.kind(), value(slot, 5));
			}
			else {
				return;
			}
			this.intervened.add(Shelf.of(slot));
		}

		private void night() {
			RunRecord run = begin(RunMode.RUN, Optional.empty());
			this.nights.add(run);
			Map<String, Map<MethodKind, ContactValue>> feed = new HashMap<>();
			for (Slot slot : slots()) {
				if (this.random.nextInt(3) > 0) {
					feed.computeIfAbsent(slot.user().value(), (person) -> new HashMap<>())
						.put(slot.kind(), value(slot, 1 + this.random.nextInt(3)));
				}
			}
			Map<MethodKind, MethodPolicy> policies = new HashMap<>();
			KINDS.forEach((kind) -> policies.put(kind, MethodPolicy.values()[1 + this.random.nextInt(3)]));
			Proposer proposer = new Proposer(this.tenant, new MethodRules(policies, Set.copyOf(KINDS)),
					Pilot.of(OptionalInt.empty()));
			for (Proposal proposal : proposer.propose(ModelNight.people(this.runs, run, feed))) {
				this.runs.ledger().decisions().keep(run.id(), proposal.rows(), List.of());
				this.runs.ledger().changes().plan(run, proposal.changes());
			}
			boolean finished = work(run);
			// An administrator leaves some killed runs as they are
			while (!finished && this.random.nextInt(3) > 0) {
				finished = work(run);
			}
			if (finished) {
				this.runs.finish(run);
			}
		}

		private RunRecord begin(RunMode mode, Optional<String> concerns) {
			return this.runs.begin(mode, Runs.START.plusSeconds(60 * this.time++), concerns);
		}

		/** Applies and reads back, as far as it gets. */
		private boolean work(RunRecord run) {
			try {
				this.runs.ledger().runs().note(run.id(), Fact.WRITING, true);
				new Applier(this.tenant, this.runs.ledger().changes(), 1, PATIENCE, () -> false, () -> true,
						clearance(run))
					.apply(run.id());
				verify(run);
				return true;
			}
			catch (Death ex) {
				return false;
			}
		}

		private Clearance clearance(RunRecord run) {
			return run.mode().takesBack() ? Clearances.of(this.tenant, this.runs.ledger(), run,
					(person, change, answers) -> Redecided.leftAlone(InversePlan.leftAlone(person, change, answers)))
					: Clearances.all();
		}

		private void verify(RunRecord run) {
			new Verifier(this.tenant, this.runs.ledger().changes(), 1, (wait) -> {
			}).verify(run.id());
		}

		private void undoSome() {
			List<RunRecord> all = new ArrayList<>(this.nights);
			all.addAll(this.undos);
			if (!all.isEmpty()) {
				undo(all.get(this.random.nextInt(all.size())));
			}
		}

		private void undo(RunRecord night) {
			RunRecord undone = this.runs.now(night.id());
			if (undone.finishedAt().isEmpty()) {
				this.runs.ledger().changes().withdrawAll(undone.id());
				verify(undone);
				this.runs.finish(undone);
			}
			RunRecord run = begin(RunMode.UNDO, Optional.of(undone.id()));
			this.undos.add(run);
			Map<Slot, Optional<ContactValue>> before = held();
			InversePlan inverse = new InversePlan(this.tenant, this.runs.ledger().decisions());
			this.runs.ledger().decisions().inheritChanged(undone.id(), run.id());
			this.runs.ledger().changes().plan(run, inverse.takeBack(run.id(), people(run, undone.id())));
			boolean done = work(run);
			while (!done) {
				done = work(run);
			}
			this.runs.finish(run);
			onlyWhatTheRunLeftHasChanged(undone, before);
		}

		private Map<Slot, Optional<ContactValue>> held() {
			Map<Slot, Optional<ContactValue>> held = new HashMap<>();
			slots().forEach((slot) -> held.put(slot, this.tenant.held(slot.user(), slot.kind())));
			return held;
		}

		private void onlyWhatTheRunLeftHasChanged(RunRecord undone, Map<Slot, Optional<ContactValue>> before) {
			Map<Slot, Optional<ContactValue>> left = new HashMap<>();
			this.runs.changes(undone)
				.forEach((change) -> left.put(new Slot(change.user(), change.kind()),
						(change.action() == Action.REMOVE) ? Optional.empty() : Optional.of(change.value())));
			before.forEach((slot, value) -> {
				if (!value.equals(left.get(slot))) {
					assertThat(this.tenant.held(slot.user(), slot.kind())).as("%s", slot).isEqualTo(value);
				}
			});
		}

		private List<PlannedPerson> people(RunRecord run, String plan) {
			List<PlannedPerson> people = new ArrayList<>();
			try (PlannedPeopleQuery query = this.runs.ledger().peopleOfPlan(run, plan, Optional.empty(), 0)) {
				for (Optional<PlannedPerson> one = query.next(); one.isPresent(); one = query.next()) {
					people.add(one.get());
				}
			}
			return people;
		}

		private void nobodyLostAnything() {
			this.initial.keySet()
				.stream()
				.filter((slot) -> !this.intervened.contains(Shelf.of(slot)))
				.forEach((slot) -> assertThat(this.tenant.held(slot.user(), slot.kind())).isPresent());
		}

		private void everythingWrittenIsKnown() {
			Set<List<Object>> known = new HashSet<>();
			List<RunRecord> all = new ArrayList<>(this.nights);
			all.addAll(this.undos);
			for (RunRecord run : all) {
				for (ChangeEntry change : this.runs.changes(run)) {
					known.add(List.of(change.user(), change.kind(), change.value()));
				}
			}
			for (Slot slot : slots()) {
				Optional<ContactValue> held = this.tenant.held(slot.user(), slot.kind());
				boolean ours = held.isPresent() && !held.equals(Optional.ofNullable(this.initial.get(slot)))
						&& !held.get().equals(value(slot, 5));
				if (ours) {
					assertThat(known).contains(List.of(slot.user(), slot.kind(), held.get()));
				}
			}
		}

		private void everythingIsAsItWas() {
			for (Slot slot : slots()) {
				if (!this.intervened.contains(Shelf.of(slot))) {
					assertThat(this.tenant.held(slot.user(), slot.kind())).as("%s", slot)
						.isEqualTo(Optional.ofNullable(this.initial.get(slot)));
				}
			}
		}

	}

}
