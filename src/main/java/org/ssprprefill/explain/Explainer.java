package org.ssprprefill.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.ssprprefill.coverage.AdministratorRules;
import org.ssprprefill.coverage.Condition;
import org.ssprprefill.coverage.CoverageRules;
import org.ssprprefill.coverage.Gap;
import org.ssprprefill.coverage.Measurer;
import org.ssprprefill.coverage.Ruling;
import org.ssprprefill.coverage.Verdict;
import org.ssprprefill.timeline.Audience;
import org.ssprprefill.timeline.Ending;

/**
 * Explains one person. The verdict is that of the nightly measurement, by the same
 * {@link Measurer}; this class only lays open what it rests on.
 */
public final class Explainer {

	private static final String CONFIGURED = "job definition";

	private final CoverageRules rules;

	/**
	 * Creates an explainer.
	 * @param rules the rules of coverage
	 */
	public Explainer(CoverageRules rules) {
		this.rules = rules;
	}

	/**
	 * Explains one person.
	 * @param file what was read
	 * @param operator who wants to reset the password, if asked about
	 * @return the answer, for people and for programs
	 */
	public Answered explain(PersonFile file, Optional<Operator> operator) {
		Measurer measurer = new Measurer(this.rules, file.reportReadable(), file.tenant().reach(),
				file.tenant().administratorsMayReset());
		Findings findings = new Findings(file, measurer.judge(file.member()), this.rules.timeline());
		List<Step> operatorSteps = operator.map((one) -> one.steps(file)).orElse(List.of());
		List<Step> steps = new ArrayList<>(steps(findings));
		steps.addAll(operatorSteps);
		List<Complaint> complaints = Complaints.of(findings, operatorSteps);
		Optional<Verdict> verdict = findings.verdict();
		Explanation explanation = new Explanation(
				new Explanation.Person(file.user().id().value(), file.user().userPrincipalName().value()),
				verdict.map(Verdict::canReset)
					.filter((answer) -> answer != Ruling.UNKNOWN)
					.map((answer) -> answer == Ruling.YES),
				verdict.flatMap(Verdict::gap).map(Gap::word), complaints.stream().map(Complaint::id).toList(), steps,
				Remedies.of(findings));
		return new Answered(explanation, ExplanationText.lines(explanation, findings, complaints));
	}

	private static List<Step> steps(Findings findings) {
		PersonFile file = findings.file();
		AccountSteps account = new AccountSteps(file);
		List<Step> steps = new ArrayList<>();
		steps.add(account.account(findings.verdict().isPresent()));
		steps.add(account.roles());
		if (findings.verdict().isEmpty()) {
			steps.add(account.licences());
			steps.add(account.registeredNow());
		}
		findings.verdict().ifPresent((verdict) -> {
			for (Condition condition : verdict.conditions()) {
				before(condition.id(), account).ifPresent(steps::add);
				steps.add(step(condition, file));
			}
			steps.add(later(verdict, findings));
		});
		steps.addAll(new LedgerSteps(file).all());
		return steps;
	}

	/** What was read is told right before what follows from it. */
	private static Optional<Step> before(String condition, AccountSteps account) {
		return switch (condition) {
			case "licensed" -> Optional.of(account.licences());
			case "methods" -> Optional.of(account.registeredNow());
			case "methods-allowed" -> Optional.of(account.methodsPolicy());
			default -> Optional.empty();
		};
	}

	private static Step step(Condition condition, PersonFile file) {
		return new Step(condition.id(), condition.answer().word(), condition.value(), condition.source(),
				condition.source().equals(CONFIGURED) ? Optional.empty()
						: condition.asOf().or(() -> Optional.of(file.askedAt())));
	}

	private static Step later(Verdict verdict, Findings findings) {
		Audience audience = AdministratorRules.audience(findings.file().member().roles());
		List<String> words = new ArrayList<>();
		for (int index = 0; index < verdict.later().size(); index++) {
			Ending ending = findings.timeline().endings().get(index);
			if (ending.audience() == Audience.EVERYBODY || ending.audience() == audience) {
				words.add(Words.date(ending) + " " + Words.ends(ending) + ": " + verdict.later().get(index).word());
			}
		}
		String value = words.isEmpty() ? "nothing is announced for this cloud" : String.join("; ", words);
		return new Step("from-february-2027", verdict.canReset2027().word(), value, "announced endings",
				Optional.of(findings.file().askedAt()));
	}

	/**
	 * An answer in both forms.
	 *
	 * @param explanation for programs
	 * @param lines for people
	 */
	public record Answered(Explanation explanation, List<String> lines) {

		/** Keeps a copy of the lines. */
		public Answered {
			lines = List.copyOf(lines);
		}

	}

}
