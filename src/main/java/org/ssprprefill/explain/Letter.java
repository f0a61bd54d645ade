package org.ssprprefill.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.ssprprefill.coverage.Gap;
import org.ssprprefill.coverage.Ruling;
import org.ssprprefill.coverage.Verdict;
import org.ssprprefill.tenant.EntraUser.UserType;

/** The answer as a colleague would write it down. */
final class Letter {

	/** The kinds of account that texts may speak of. */
	static final Set<String> TRAITS = Set.of("guest", "synchronised", "cloud-only", "can-reset", "not-self", "writable",
			"protected", "administrator", "unlicensed-tenant");

	private static final Set<String> INFORMS = Set.of("roles", "licences", "registered-now", "methods-policy",
			"written-by-us", "last-change", "last-decision");

	private final Explanation explanation;

	private final Findings findings;

	private final List<String> lines = new ArrayList<>();

	private Letter(Explanation explanation, Findings findings) {
		this.explanation = explanation;
		this.findings = findings;
	}

	static List<String> lines(Explanation explanation, Findings findings, List<Complaint> complaints) {
		Letter letter = new Letter(explanation, findings);
		letter.lines
			.add(explanation.person().userPrincipalName() + " (object id " + explanation.person().objectId() + ")");
		letter.lines.add("");
		explanation.steps().forEach(letter::step);
		complaints.forEach(letter::complaint);
		letter.lines.add("");
		letter.folded("", letter.sentence());
		letter.folded("", "What to do: " + explanation.remedy());
		return letter.lines;
	}

	private void step(Step step) {
		boolean informs = INFORMS.contains(step.id()) && step.verdict().equals(Ruling.YES.word());
		String verdict = step.verdict().equals(Ruling.NO.word()) ? "NO" : step.verdict();
		folded(String.format("  %-9s", informs ? "·" : verdict),
				Words.step(step.id()) + ": " + step.value() + " [" + step.source() + age(step) + "]");
	}

	private String age(Step step) {
		return step.asOf().map((at) -> ", " + Ages.of(at, this.findings.file().askedAt())).orElse("");
	}

	private void complaint(Complaint complaint) {
		ComplaintText text = ComplaintText.of(complaint);
		this.lines.add("");
		this.lines.add(text.title() + " (" + complaint.id() + ")");
		this.explanation.steps()
			.stream()
			.filter((step) -> complaint.looksAt().contains(step.id()))
			.forEach((step) -> folded("  Here: ", Words.step(step.id()) + ": " + step.value()));
		text.paragraphs(traits()).forEach(this::paragraph);
	}

	private void paragraph(String text) {
		String marker = text.replaceFirst("^(- |\\d+\\. |).*", "$1");
		folded("  " + marker, text.substring(marker.length()));
	}

	/** What of {@link #TRAITS} this account has. */
	private Set<String> traits() {
		if (this.findings.file().user().type() == UserType.GUEST) {
			return Set.of("guest");
		}
		Set<String> traits = new HashSet<>();
		traits.add(this.findings.synchronised() ? "synchronised" : "cloud-only");
		traits.add(this.findings.canReset() ? "can-reset" : "not-self");
		traits.add(this.findings.file().member().standing().barrier().isEmpty() ? "writable" : "protected");
		if (this.findings.administrator()) {
			traits.add("administrator");
		}
		if (this.findings.unlicensedTenant()) {
			traits.add("unlicensed-tenant");
		}
		return traits;
	}

	private String sentence() {
		String name = this.explanation.person().userPrincipalName();
		Optional<Verdict> verdict = this.findings.verdict();
		if (verdict.isEmpty()) {
			return name + " is not measured: " + this.explanation.steps().get(0).value() + ".";
		}
		String because = verdict.get().gap().map(Gap::word).map(Words::gap).map((words) -> ": " + words).orElse("");
		return switch (verdict.get().canReset()) {
			case YES -> name + " can reset the password today" + later(verdict.get().canReset2027());
			case NO -> name + " cannot reset the password" + because + ".";
			case UNKNOWN -> "It is not known whether " + name + " can reset the password" + because + ".";
		};
	}

	private static String later(Ruling canReset2027) {
		return switch (canReset2027) {
			case YES -> ", and after 1 February 2027 too.";
			case NO -> ", but not after 1 February 2027, when Microsoft ends SMS and voice.";
			case UNKNOWN -> "; whether after 1 February 2027, when Microsoft ends SMS and voice, is not known.";
		};
	}

	private void folded(String head, String text) {
		this.lines.addAll(Folding.fold(head, text));
	}

}
