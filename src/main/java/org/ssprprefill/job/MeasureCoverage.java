package org.ssprprefill.job;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.coverage.Measurer;
import org.ssprprefill.coverage.PolicyView;
import org.ssprprefill.doctor.TenantChecks;
import org.ssprprefill.ledger.PopulationMember;
import org.ssprprefill.ledger.RunRecord;
import org.ssprprefill.ledger.RunPapers.Document;
import org.ssprprefill.ledger.VerdictStore.PersonVerdict;
import org.ssprprefill.report.MeasuredSections;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.MethodsPolicy;
import org.ssprprefill.tenant.Obstacle;
import org.ssprprefill.tenant.Sku;

/** Measures licences and coverage for everybody, whatever was written tonight. */
final class MeasureCoverage
		implements ItemProcessor<PopulationMember, PersonVerdict>, ItemWriter<PersonVerdict>, StepExecutionListener {

	private final Night night;

	private @Nullable Measurement measurement;

	MeasureCoverage(Night night) {
		this.night = night;
	}

	LedgerReader<PopulationMember> reader() {
		return new LedgerReader<>(() -> {
			if (this.measurement == null) {
				return new LedgerReader.Source<>(Optional::empty, () -> {
				});
			}
			var people = this.night.ledger()
				.verdicts()
				.population(this.night.run(), this.night.definition().scope().group());
			return new LedgerReader.Source<>(people::next, people::close);
		});
	}

	@Override
	public void beforeStep(StepExecution step) {
		RunRecord run = this.night.run();
		this.night.ledger().verdicts().forget(run.id());
		if (run.closed()) {
			return;
		}
		Answer<List<Sku>> skus = this.night.tenant().skus();
		Answer<Boolean> switchedOn = this.night.tenant().administratorsMayReset();
		Answer<MethodsPolicy> policy = withReadableGroups(run, this.night.tenant().methodsPolicy());
		this.night.answer(TenantChecks.readable("licences", "Licences", skus,
				"Seats and product names are missing from the report."));
		this.night.answer(TenantChecks.readable("methods-policy", "Authentication methods policy", policy,
				"Whether a registered method is allowed rests on Microsoft's report alone."));
		this.night.answer(TenantChecks.readable("administrator-reset", "Administrators may reset", switchedOn,
				"Coverage of administrators is not measurable."));
		this.measurement = new Measurement(
				new Measurer(this.night.definition().sspr(), run.reportReadable(), policy, switchedOn), skus);
	}

	/** A policy whose groups cannot be read says nothing about anybody. */
	private Answer<MethodsPolicy> withReadableGroups(RunRecord run, Answer<MethodsPolicy> policy) {
		Set<ObjectId> groups = new HashSet<>(policy.value().map(PolicyView::groupsOf).orElse(Set.of()));
		this.night.definition().scope().group().ifPresent(groups::remove);
		Map<ObjectId, Set<ObjectId>> members = new HashMap<>();
		for (ObjectId group : groups) {
			Answer<Set<ObjectId>> users = this.night.tenant().usersIn(group);
			if (users instanceof Answer.Unreadable<Set<ObjectId>> unreadable
					&& unreadable.obstacle().cause() != Obstacle.Cause.NOT_OFFERED) {
				return new Answer.Unreadable<>(unreadable.obstacle());
			}
			members.put(group, users.value().orElse(Set.of()));
		}
		this.night.ledger().snapshot().replaceGroups(run.id(), members);
		return policy;
	}

	@Override
	public @Nullable PersonVerdict process(PopulationMember person) {
		return (this.measurement != null) ? this.measurement.measurer.measure(person) : null;
	}

	@Override
	public void write(Chunk<? extends PersonVerdict> verdicts) {
		this.night.ledger().verdicts().keep(this.night.runId(), verdicts.getItems());
	}

	@Override
	public ExitStatus afterStep(StepExecution step) {
		if (this.measurement != null) {
			RunRecord run = this.night.run();
			Optional<Instant> asOf = this.night.ledger().verdicts().reportAsOf(run);
			MeasuredSections sections = MeasuredSections.of(this.measurement.measurer.coverage(), this.measurement.skus,
					this.night.definition().sspr(), asOf);
			this.night.ledger().papers().keep(run.id(), Document.COVERAGE, sections.write());
		}
		return step.getExitStatus();
	}

	/** What is measured with, and the licences that were bought. */
	private record Measurement(Measurer measurer, Answer<List<Sku>> skus) {
	}

}
