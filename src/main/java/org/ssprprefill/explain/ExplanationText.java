package org.ssprprefill.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.ssprprefill.contact.LineWrapper;
import org.ssprprefill.contact.ProgramFile;
import org.ssprprefill.coverage.Gap;
import org.ssprprefill.coverage.Ruling;
import org.ssprprefill.coverage.Verdict;
import org.ssprprefill.tenant.EntraUser.UserType;

/** The answer as a colleague would write it down. */
final class ExplanationText {

	/** The kinds of account that texts may speak of. */
	static final Set<String> TRAITS = Set.of("guest", "synchronised", "cloud-only", "can-reset", "not-self", "writable",
			"protected", "administrator", "unlicensed-tenant");

	private static final Set<String> INFORMS = Set.of("roles", "licences", "registered-now", "methods-policy",
			"written-by-us", "last-change", "last-decision");

	/** Lines that fit on a screen, with the sources. */
	private static final int SCREEN = 46;

	private static final int WIDTH = 100;

	private static final String OTHER_WAYS = "other-ways.txt";

	private final Explanation explanation;

	private final Findings findings;

	private final List<String> lines = new ArrayList<>();

	private ExplanationText(Explanation explanation, Findings findings) {
		this.explanation = explanation;
		this.findings = findings;
	}

	static List<String> lines(Explanation explanation, Findings findings, List<Complaint> complaints) {
		ExplanationText letter = new ExplanationText(explanation, findings);
		letter.folded("", letter.sentence());
		letter.folded("", "What to do: " + explanation.remedy());
		if (findings.verdict().isPresent() && !findings.canReset()) {
			letter.folded("", "Other ways back, which are no reset: " + otherWays() + ".");
		}
		letter.lines.add("");
		explanation.steps().stream().filter(ExplanationText::says).forEach(letter::step);
		int reasoning = letter.lines.size();
		complaints.forEach((complaint) -> letter.complaint(complaint, false));
		if (letter.lines.size() > SCREEN) {
			letter.lines.subList(reasoning, letter.lines.size()).clear();
			complaints.forEach((complaint) -> letter.complaint(complaint, true));
		}
		letter.sources(complaints);
		return letter.lines;
	}

	/** What leads back to an account besides; each line names its source. */
	private static String otherWays() {
		return ProgramFile.entries("/explain/" + OTHER_WAYS)
			.stream()
			.map((line) -> line.substring(0, line.indexOf(" | ")))
			.collect(Collectors.joining("; "));
	}

	/** What this program remembers is left out where it is nothing. */
	private static boolean says(Step step) {
		return !(Set.of("written-by-us", "last-change").contains(step.id())
				&& Set.of("nothing", "none").contains(step.value()));
	}

	private void sources(List<Complaint> complaints) {
		Set<String> pages = new LinkedHashSet<>();
		complaints.forEach((complaint) -> pages.addAll(ComplaintText.of(complaint).sources()));
		this.lines.add("");
		folded("", "Object id: " + this.explanation.person().objectId());
		folded("", "Sources (MicrosoftDocs/entra-docs): " + String.join(", ", pages));
	}

	private void step(Step step) {
		boolean informs = INFORMS.contains(step.id()) && step.verdict().equals(Ruling.YES.word());
		String verdict = step.verdict().equals(Ruling.NO.word()) ? "NO" : step.verdict();
		folded(String.format("  %-9s", informs ? "·" : verdict),
				Words.step(step.id()) + ": " + step.value() + " [" + step.source() + age(step) + "]");
	}

	private String age(Step step) {
		return step.asOf().map((at) -> ", " + RelativeTime.of(at, this.findings.file().askedAt())).orElse("");
	}

	/** The answer to a complaint; in brief, only what to do. */
	private void complaint(Complaint complaint, boolean brief) {
		ComplaintText text = ComplaintText.of(complaint);
		this.lines.add("");
		this.lines.add(text.title() + " (" + complaint.id() + ")");
		List<String> paragraphs = text.paragraphs(traits());
		List<String> orders = paragraphs.stream().dropWhile((one) -> !one.startsWith("Do this:")).toList();
		boolean cut = brief && complaint != Complaint.HOW_TO_RESET && !orders.isEmpty();
		(cut ? orders : paragraphs).forEach(this::paragraph);
	}

	private void paragraph(String text) {
		String marker = text.replaceFirst("^(- |\\d+\\. |).*", "$1");
		folded("  " + marker, text.substring(marker.length()));
	}

	/** What of {@link #TRAITS} this account has. */
	private Set<String> traits() {
		if (this.findings.file().user().type() != UserType.MEMBER) {
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
			case YES -> name + " can reset the password today" + later() + ".";
			case NO -> name + " cannot reset the password" + because + ".";
			case UNKNOWN -> "It is not known whether " + name + " can reset the password" + because + ".";
		};
	}

	private String later() {
		return this.findings.loss()
			.map((ending) -> ", but not from " + Words.date(ending) + ", when " + Words.ends(ending) + " end")
			.orElse(this.findings.timeline().endings().isEmpty() ? "" : ", and after all announced endings too");
	}

	private void folded(String head, String text) {
		this.lines.addAll(LineWrapper.fold(WIDTH, head, text));
	}

}
