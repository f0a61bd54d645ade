package org.ssprprefill.job;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.coverage.Coverage;
import org.ssprprefill.coverage.CoverageRules;
import org.ssprprefill.coverage.Measurer;
import org.ssprprefill.coverage.PolicyReach;
import org.ssprprefill.database.Cursor;
import org.ssprprefill.doctor.CoverageChecks;
import org.ssprprefill.doctor.Subject;
import org.ssprprefill.doctor.TenantChecks;
import org.ssprprefill.ledger.PopulationMember;
import org.ssprprefill.ledger.RunDocuments.Document;
import org.ssprprefill.ledger.VerdictStore;
import org.ssprprefill.ledger.VerdictStore.PersonVerdict;
import org.ssprprefill.message.Message;
import org.ssprprefill.report.MeasuredSections;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.MethodsPolicy;
import org.ssprprefill.tenant.Sku;
import org.ssprprefill.tenant.Tenant;
import org.ssprprefill.timeline.Ending;
import org.ssprprefill.timeline.RegionalOptIn;
import org.ssprprefill.timeline.Timeline;

/** Measures licences and coverage of the whole tenant, whatever was written tonight. */
final class MeasureCoverageStep implements NightStep {

	private static final int PAGE = 500;

	private final RunContext context;

	MeasureCoverageStep(RunContext context) {
		this.context = context;
	}

	@Override
	public long work() {
		RunRecord run = this.context.run();
		verdicts().forget(run.id());
		if (run.closed()) {
			return 0;
		}
		Tenant tenant = this.context.tenant();
		Answer<List<Sku>> skus = tenant.skus();
		Answer<Boolean> switchedOn = tenant.administratorsMayReset();
		PolicyReach reach = PolicyReach.of(tenant, scopeGroup(), telecomGroup());
		this.context.ledger().snapshot().replaceGroups(run.id(), reach.members());
		Answer<MethodsPolicy> policy = reach.policy();
		answer(skus, policy, switchedOn);
		if (!this.context.usersReadable()) {
			// No user was read, which is not the same as an empty tenant
			this.context.ledger().papers().keep(run.id(), Document.COVERAGE, MeasuredSections.NONE.write());
			return 0;
		}
		CoverageRules rules = this.context.definition()
			.coverageRules(LocalDate.ofInstant(run.startedAt(), ZoneOffset.UTC));
		Measurer measurer = new Measurer(rules, run.reportReadable(), reach, switchedOn);
		long people = measure(run, measurer);
		answer(measurer.coverage(), rules.timeline());
		this.context.answer(run.reportReadable() ? CoverageChecks.otherWays(measurer.coverage().otherWays())
				: CoverageChecks.otherWaysUnknown());
		this.context.answer(CoverageChecks.regionalOptIn(regions(run)));
		MeasuredSections sections = MeasuredSections.of(measurer.coverage(), skus, rules, verdicts().reportAsOf(run));
		this.context.ledger().papers().keep(run.id(), Document.COVERAGE, sections.write());
		return people;
	}

	private void answer(Answer<List<Sku>> skus, Answer<MethodsPolicy> policy, Answer<Boolean> switchedOn) {
		this.context.answer(TenantChecks.readable(Subject.LICENCES, skus, Message.of("check.lost.seats")));
		this.context.answer(TenantChecks.readable(Subject.METHODS_POLICY, policy, Message.of("check.lost.policy")));
		this.context.answer(TenantChecks.administratorReset(switchedOn));
	}

	private void answer(Coverage coverage, Timeline timeline) {
		this.context
			.answer(CoverageChecks.effectiveness(coverage.effectiveness().whole(), coverage.effectiveness().part()));
		this.context.answer(CoverageChecks.endings(losses(coverage, timeline), coverage.savedByEmail()));
		this.context.answer(CoverageChecks.phoneOnly(coverage.phoneOnly().reset(), coverage.phoneOnly().mfa(),
				timeline.endOfPhones().map(Ending::date)));
	}

	/** Phones of tonight's feed by calling code, of those that Microsoft's list names. */
	private Map<String, Integer> regions(RunRecord run) {
		Map<String, Integer> regions = new TreeMap<>();
		this.context.ledger().files().phones().of(run.id()).forEach((code, count) -> {
			if (RegionalOptIn.concerns(code) && count.accepted() > 0) {
				regions.put(code, count.accepted());
			}
		});
		return regions;
	}

	/** Two endings of one day are one loss. */
	private static Map<String, Long> losses(Coverage coverage, Timeline timeline) {
		Map<String, Long> losses = new TreeMap<>();
		long before = coverage.canReset().part();
		for (int index = 0; index < timeline.endings().size(); index++) {
			long then = coverage.later().get(index).part();
			losses.merge(timeline.endings().get(index).day(), before - then, Long::sum);
			before = then;
		}
		return losses;
	}

	private Set<ObjectId> scopeGroup() {
		return this.context.definition().scope().group().map(Set::of).orElse(Set.of());
	}

	private Set<ObjectId> telecomGroup() {
		return this.context.definition().sspr().ownTelecomGroup().map(Set::of).orElse(Set.of());
	}

	private long measure(RunRecord run, Measurer measurer) {
		long measured = 0;
		List<PersonVerdict> page = new ArrayList<>();
		try (Cursor<PopulationMember> people = verdicts().population(run, this.context.definition().scope().group())) {
			for (Optional<PopulationMember> person = people.next(); person.isPresent(); person = people.next()) {
				page.add(measurer.measure(person.get()));
				measured++;
				if (page.size() == PAGE) {
					verdicts().keep(run.id(), page);
					page.clear();
				}
			}
		}
		verdicts().keep(run.id(), page);
		return measured;
	}

	private VerdictStore verdicts() {
		return this.context.ledger().verdicts();
	}

}
