package org.ssprprefill.apply;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.ledger.ChangeEntry;
import org.ssprprefill.ledger.ChangeState;
import org.ssprprefill.ledger.PlannedChange;
import org.ssprprefill.ledger.Runs;
import org.ssprprefill.ledger.Wishes;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.tenant.FakeTenant;
import org.ssprprefill.tenant.MethodAnswer;
import org.ssprprefill.tenant.MethodQuery;
import org.ssprprefill.tenant.MethodWrite;
import org.ssprprefill.tenant.TenantUnavailableException;
import org.ssprprefill.tenant.WriteAnswer;
import org.ssprprefill.tenant.WritePermit;
import org.ssprprefill.verify.Verifier;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds whatever the tenant says, and whenever the process dies. */
class ApplierLawIT {

	private static final List<MethodKind> KINDS = List.of(MethodKind.MOBILE, MethodKind.OFFICE, MethodKind.EMAIL,
			MethodKind.ALTERNATE_MOBILE);

	@Property(tries = 60)
	void endsEveryChangeAndWritesItAtMostOnce(@ForAll long seed) {
		Random random = new Random(seed);
		Runs runs = new Runs();
		RunRecord run = runs.begin(RunMode.RUN);
		UnsteadyTenant tenant = new UnsteadyTenant(random);
		runs.ledger().changes().plan(run, changes(random, tenant));
		RetryPolicy patience = new RetryPolicy(List.of(Duration.ZERO, Duration.ZERO), (wait) -> {
		});
		boolean finished = false;
		for (int process = 0; process < 100 && !finished; process++) {
			tenant.calmAfter(process, 40);
			finished = attempt(() -> {
				new Applier(tenant, runs.ledger().changes(), 1, patience, () -> false, tenant::permits,
						Clearances.all())
					.apply(run.id());
				new Verifier(tenant, runs.ledger().changes(), 1, (wait) -> {
				}).verify(run.id());
			});
		}
		assertThat(finished).isTrue();
		for (ChangeEntry change : runs.changes(run)) {
			assertThat(change.state().isFinal()).as("%s", change.state()).isTrue();
			assertThat(tenant.stored(change.user(), change.kind())).isLessThanOrEqualTo(1);
			boolean held = tenant.held(change.user(), change.kind()).filter(change.value()::equals).isPresent();
			if (change.state() == ChangeState.CONFIRMED) {
				assertThat(held).isTrue();
			}
			else if (change.state() != ChangeState.UNKNOWN) {
				assertThat(held).as("%s %s", change.action(), change.state()).isFalse();
			}
		}
	}

	private static boolean attempt(Runnable process) {
		try {
			process.run();
			return true;
		}
		catch (Crash | TenantUnavailableException | PermitLapsedException ex) {
			return false;
		}
	}

	private static List<PlannedChange> changes(Random random, FakeTenant tenant) {
		List<PlannedChange> changes = new ArrayList<>();
		for (int person = 0; person < 1 + random.nextInt(4); person++) {
			for (MethodKind kind : KINDS) {
				if (random.nextBoolean()) {
					PlannedChange change = random.nextBoolean() ? Wishes.add("person-" + person, kind, person)
							: Wishes.update("person-" + person, kind, 90, person);
					change.previous().ifPresent((value) -> tenant.hold(change.user(), kind, value));
					changes.add(change);
				}
			}
		}
		return changes;
	}

	/** The process dies. */
	private static final class Crash extends RuntimeException {

	}

	/**
	 * A tenant that does everything Graph was ever seen to do, and lets processes die.
	 */
	private static final class UnsteadyTenant extends FakeTenant {

		private final Random random;

		private boolean calm;

		UnsteadyTenant(Random random) {
			this.random = random;
		}

		void calmAfter(int process, int processes) {
			this.calm = process >= processes;
		}

		private boolean happens(int inHowMany) {
			return !this.calm && this.random.nextInt(inHowMany) == 0;
		}

		/** The right to write lapses now and then, until the next process. */
		boolean permits() {
			return !happens(6);
		}

		private void dieNowAndThen() {
			if (happens(6)) {
				throw new Crash();
			}
		}

		@Override
		public List<WriteAnswer> write(List<MethodWrite> writes, WritePermit permit) {
			dieNowAndThen();
			if (!permit.holds()) {
				return withheld(writes);
			}
			List<WriteAnswer> answers = new ArrayList<>();
			for (MethodWrite write : writes) {
				dieNowAndThen();
				answers.add(answer(write));
			}
			dieNowAndThen();
			return answers;
		}

		private WriteAnswer answer(MethodWrite write) {
			boolean stores = this.random.nextBoolean();
			WriteAnswer honest = (stores || this.calm) ? store(write) : new WriteAnswer.Refused(400, "no");
			if (happens(4)) {
				return new WriteAnswer.Unanswered(504, "");
			}
			if (happens(4) && honest instanceof WriteAnswer.Refused) {
				return new WriteAnswer.Postponed(Duration.ZERO);
			}
			return (happens(4) && honest instanceof WriteAnswer.Accepted)
					? new WriteAnswer.Refused(409, "phoneNumberNotUnique") : honest;
		}

		@Override
		public List<MethodAnswer> readMethods(List<MethodQuery> queries) {
			dieNowAndThen();
			List<MethodAnswer> answers = new ArrayList<>();
			for (MethodAnswer answer : super.readMethods(queries)) {
				answers.add(happens(12) ? new MethodAnswer.Unread(503, "busy") : answer);
			}
			return answers;
		}

	}

}
