package org.ssprprefill.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.ledger.Ledger;
import org.ssprprefill.ledger.MatchedUser;
import org.ssprprefill.ledger.PersonRows;
import org.ssprprefill.ledger.PlannedChange;
import org.ssprprefill.ledger.RowDecision;
import org.ssprprefill.plan.LimitSettings;
import org.ssprprefill.plan.MethodPolicy;
import org.ssprprefill.plan.Pilot;
import org.ssprprefill.proposal.Proposal;
import org.ssprprefill.proposal.Proposer;
import org.ssprprefill.run.RunRecord;

/**
 * Decides, one person after the other, what would be done; first finds the values that
 * too many people share.
 */
final class PlanChanges implements ItemWriter<PersonRows>, StepExecutionListener {

	private final RunContext context;

	private final Ledger ledger;

	private Proposer proposer;

	private Optional<UnderWay> underWay = Optional.empty();

	PlanChanges(RunContext context) {
		this.context = context;
		this.ledger = context.ledger();
		this.proposer = proposer();
	}

	private Proposer proposer() {
		return new Proposer(this.context.tenant(), this.context.methodRules(),
				Pilot.of(this.context.definition().scope().pilot()));
	}

	LedgerReader<PersonRows> reader() {
		return new LedgerReader<>(() -> {
			if (this.context.plansNoMore()) {
				return new LedgerReader.Source<>(Optional::empty, () -> {
				});
			}
			var people = this.ledger.peopleOfFeed(this.context.run(), this.context.definition().scope().group());
			return new LedgerReader.Source<>(people::next, people::close);
		});
	}

	@Override
	public void beforeStep(StepExecution step) {
		if (this.context.plansNoMore()) {
			return;
		}
		// Not after the step before: Spring Batch only logs what fails there
		LimitSettings limits = this.context.definition().limits();
		this.ledger.rows().findShared(this.context.run(), limits.sameNumber(), limits.sameEmail(), updated());
		this.ledger.runs().plansAnew(this.context.runId());
		this.ledger.decisions().forget(this.context.runId());
		this.ledger.changes().forgetPlanned(this.context.runId());
		this.proposer = proposer();
		this.underWay = this.context.run().writing()
				? Optional.of(new UnderWay(this.ledger.changes(), this.context.runId())) : Optional.empty();
	}

	private Set<MethodKind> updated() {
		return this.context.methods()
			.stream()
			.filter((kind) -> this.context.definition().methods().get(kind) != MethodPolicy.MISSING)
			.collect(Collectors.toSet());
	}

	@Override
	public void write(Chunk<? extends PersonRows> people) {
		RunRecord run = this.context.run();
		List<RowDecision> decisions = new ArrayList<>();
		List<PlannedChange> changes = new ArrayList<>();
		for (Proposal proposal : this.proposer.propose(people.getItems())) {
			decisions.addAll(proposal.rows());
			changes.addAll(proposal.changes());
		}
		this.ledger.decisions().keep(run.id(), decisions, this.context.definition().matchBy());
		this.ledger.changes()
			.plan(run, this.underWay.map((sent) -> sent.without(users(people), changes)).orElse(changes));
	}

	private static Set<ObjectId> users(Chunk<? extends PersonRows> people) {
		return people.getItems()
			.stream()
			.flatMap((person) -> person.user().map(MatchedUser::id).stream())
			.collect(Collectors.toSet());
	}

}
