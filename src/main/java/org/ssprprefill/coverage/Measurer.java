package org.ssprprefill.coverage;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.ledger.PopulationMember;
import org.ssprprefill.ledger.VerdictStore.PersonVerdict;
import org.ssprprefill.match.Population;
import org.ssprprefill.match.WriteEligibility;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.Registration;

/** Measures the people of a tenant one by one, and adds them up. */
public final class Measurer {

	private final CoverageRules rules;

	private final boolean reportReadable;

	private final PolicyReach reach;

	private final Optional<Boolean> administratorsMayReset;

	private final CoverageTally tally;

	/**
	 * Creates a measurer for one run.
	 * @param rules the rules by which the people are judged
	 * @param reportReadable whether the tenant gives the registration report
	 * @param reach the methods policy and its groups
	 * @param administratorsMayReset whether administrators may use SSPR
	 */
	public Measurer(CoverageRules rules, boolean reportReadable, PolicyReach reach,
			Answer<Boolean> administratorsMayReset) {
		this.rules = rules;
		this.tally = new CoverageTally(this.rules);
		this.reportReadable = reportReadable;
		this.reach = reach;
		this.administratorsMayReset = administratorsMayReset.value();
	}

	/**
	 * Measures one person and counts it, if the person is in the population.
	 * @param person the person
	 * @return the verdict in the words of the report
	 */
	public PersonVerdict measure(PopulationMember person) {
		WriteEligibility standing = person.standing();
		if (!isJudged(standing)) {
			return new PersonVerdict(person, person.entitlement(), "", "", "", "");
		}
		PersonFacts facts = facts(person);
		Verdict verdict = this.rules.judge(facts);
		if (standing.enabled()) {
			this.tally
				.add(new Measured(facts, verdict, Optional.of(person.group()).filter((group) -> !group.isEmpty())));
		}
		return new PersonVerdict(person, person.entitlement(), verdict.canReset().word(),
				verdict.gap().map(Gap::word).orElse(""), verdict.canReset2027().word(),
				verdict.gap().map((gap) -> remedy(verdict, gap, standing)).orElse(""));
	}

	/**
	 * Judges one person, without counting.
	 * @param person the person
	 * @return the verdict; nothing for guests, resource accounts and people outside the
	 * scope
	 */
	public Optional<Verdict> judge(PopulationMember person) {
		return isJudged(person.standing()) ? Optional.of(this.rules.judge(facts(person))) : Optional.empty();
	}

	private static boolean isJudged(WriteEligibility standing) {
		return Population.includes(standing.type(), standing.resourceAccount(), standing.inScopeGroup());
	}

	/**
	 * What to do about a person's gap: what HR supplies helps no account that this
	 * program must not write to, and Microsoft's report calls administrators not enabled
	 * while they may not reset at all.
	 * @param verdict the verdict
	 * @param gap its gap
	 * @param standing what bars writing
	 * @return one English sentence
	 */
	public static String remedy(Verdict verdict, Gap gap, WriteEligibility standing) {
		if (gap == Gap.NOT_ALLOWED_BY_POLICY && verdict.fails("administrators-may-reset")) {
			return Gap.ADMIN_RESET_OFF.remedy();
		}
		boolean methodNeeded = gap == Gap.NO_METHOD || gap == Gap.SECOND_METHOD_MISSING;
		return standing.barrier()
			.filter((barrier) -> methodNeeded)
			.map((barrier) -> "Let the person register at aka.ms/mysecurityinfo: this program does not write to the"
					+ " account (" + barrier.word() + ").")
			.orElse(gap.remedy());
	}

	private PersonFacts facts(PopulationMember person) {
		WriteEligibility standing = person.standing();
		Set<ObjectId> groups = new HashSet<>(person.groups());
		boolean reported = person.registration().filter(Registration::administrator).isPresent();
		boolean administrator = AdministratorRules.applyTo(person.roles(), reported || standing.hold().isPresent());
		return new PersonFacts(standing.enabled(), person.synchronised(), administrator,
				AdministratorRules.audience(person.roles()), ownTelecom(groups), Entitlement.of(person.entitlement()),
				person.registration(), this.reportReadable, person.confirmed(),
				this.reach.policy().value().map((allowed) -> PolicyView.of(allowed, groups)),
				this.administratorsMayReset);
	}

	private Optional<Boolean> ownTelecom(Set<ObjectId> groups) {
		Optional<ObjectId> group = this.rules.settings().ownTelecomGroup();
		if (group.filter(this.reach.unread()::contains).isPresent()) {
			return Optional.empty();
		}
		return Optional.of(group.isEmpty() || groups.contains(group.get()));
	}

	/**
	 * What all people measured so far add up to.
	 * @return the coverage of the population
	 */
	public Coverage coverage() {
		return this.tally.coverage();
	}

}
