package org.ssprprefill.coverage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.ssprprefill.tenant.Registration;
import org.ssprprefill.tenant.ReportedMethods;

/**
 * Adds up the verdicts on the people of a population, in any order. Not safe for several
 * threads.
 */
public final class CoverageTally {

	private final CoverageRules rules;

	private final Map<Gap, Long> gaps = new EnumMap<>(Gap.class);

	private final Map<Gap, Long> otherWays = new EnumMap<>(Gap.class);

	private final SortedMap<String, Share> groups = new TreeMap<>();

	private Share canReset = Share.EMPTY;

	private final List<Share> later;

	private long phoneOnlyReset;

	private long phoneOnlyMfa;

	private Share entitled = Share.EMPTY;

	private Share effectiveness = Share.EMPTY;

	private long withoutLicenceCloud;

	private long withoutLicenceHybrid;

	private long savedByEmail;

	/**
	 * Creates an empty tally.
	 * @param rules the rules by which the people are judged
	 */
	public CoverageTally(CoverageRules rules) {
		this.rules = rules;
		this.later = new ArrayList<>(Collections.nCopies(rules.timeline().endings().size(), Share.EMPTY));
	}

	/**
	 * Counts one person.
	 * @param person an enabled member in scope; administrators and excluded people count
	 * too
	 */
	public void add(Measured person) {
		boolean can = person.verdict().canReset() == Ruling.YES;
		this.canReset = this.canReset.plus(can);
		for (int index = 0; index < this.later.size(); index++) {
			this.later.set(index, this.later.get(index).plus(person.verdict().later().get(index) == Ruling.YES));
		}
		person.verdict().gap().ifPresent((gap) -> this.gaps.merge(gap, 1L, Long::sum));
		person.verdict()
			.gap()
			.filter((gap) -> person.facts().registration().filter(ReportedMethods::signsInWithoutPassword).isPresent())
			.ifPresent((gap) -> this.otherWays.merge(gap, 1L, Long::sum));
		person.group()
			.ifPresent((label) -> this.groups.put(label, this.groups.getOrDefault(label, Share.EMPTY).plus(can)));
		addLicence(person.facts());
		addEffect(person.facts());
		addPhones(person.facts(), can);
		if (can && person.verdict().canReset2027() != Ruling.YES
				&& this.rules.judge(person.facts().withEmail()).canReset2027() == Ruling.YES) {
			this.savedByEmail++;
		}
	}

	private void addPhones(PersonFacts facts, boolean can) {
		if (can && UsableMethods.of(facts).onlyPhones()) {
			this.phoneOnlyReset++;
		}
		if (facts.registration().filter(ReportedMethods::phoneIsOnlySecondFactor).isPresent()) {
			this.phoneOnlyMfa++;
		}
	}

	private void addLicence(PersonFacts facts) {
		boolean licensed = facts.entitlement().suffices(facts.synchronised()) == Ruling.YES;
		this.entitled = this.entitled.plus(licensed);
		if (!licensed && facts.synchronised()) {
			this.withoutLicenceHybrid++;
		}
		else if (!licensed) {
			this.withoutLicenceCloud++;
		}
	}

	private void addEffect(PersonFacts facts) {
		facts.registration()
			.filter((row) -> wasConfirmedLongBefore(facts, row.asOf()))
			.filter((row) -> UsableMethods.listedOrConfirmed(facts).size() >= this.rules.required(facts))
			.map(Registration::ssprRegistered)
			.ifPresent((registered) -> this.effectiveness = this.effectiveness.plus(registered));
	}

	private static boolean wasConfirmedLongBefore(PersonFacts facts, Instant report) {
		return facts.confirmed()
			.entrySet()
			.stream()
			.anyMatch((entry) -> UsableMethods.serves(entry.getKey())
					&& report.isAfter(entry.getValue().plus(UsableMethods.REPORT_LAG)));
	}

	/**
	 * The sums so far.
	 * @return the coverage of all people added
	 */
	public Coverage coverage() {
		return new Coverage(this.canReset, byWord(this.gaps), this.later, this.entitled, this.withoutLicenceCloud,
				this.withoutLicenceHybrid, Collections.unmodifiableMap(new LinkedHashMap<>(this.groups)),
				this.effectiveness, this.savedByEmail, new Coverage.PhoneOnly(this.phoneOnlyReset, this.phoneOnlyMfa),
				byWord(this.otherWays));
	}

	private static Map<String, Long> byWord(Map<Gap, Long> counts) {
		Map<String, Long> byWord = new LinkedHashMap<>();
		counts.forEach((gap, people) -> byWord.put(gap.word(), people));
		return Collections.unmodifiableMap(byWord);
	}

}
