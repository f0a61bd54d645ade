package org.ssprprefill.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.ssprprefill.contact.LineWrapper;
import org.ssprprefill.coverage.Condition;
import org.ssprprefill.coverage.Gap;
import org.ssprprefill.coverage.Ruling;
import org.ssprprefill.coverage.Verdict;
import org.ssprprefill.tenant.EntraUser.UserType;

/**
 * The answer as a colleague would write it down, on a screen: what matters most for this
 * person is told first and in full, and what does not fit is named.
 */
final class ExplanationText {

	/** The kinds of account that texts may speak of. */
	static final Set<String> TRAITS = Set.of("guest", "synchronised", "cloud-only", "can-reset", "not-self", "writable",
			"protected", "administrator", "unlicensed-tenant");

	/** Lines that fit on a screen. */
	static final int SCREEN = 40;

	/** Characters that fit on a line of the screen. */
	static final int WIDTH = 100;

	private final Explanation explanation;

	private final Findings findings;

	private final List<Complaint> complaints;

	private final List<String> otherWays;

	private ExplanationText(Explanation explanation, Findings findings, List<Complaint> complaints) {
		this.explanation = explanation;
		this.findings = findings;
		this.otherWays = OtherWays.of(findings);
		this.complaints = complaints.stream().sorted(Comparator.comparing(this::importance)).toList();
	}

	static List<String> lines(Explanation explanation, Findings findings, List<Complaint> complaints) {
		ExplanationText text = new ExplanationText(explanation, findings, complaints);
		List<String> lines = text.fitting(false);
		return fits(lines) ? lines : text.fitting(true);
	}

	/** First as many complaints as fit, then as much about them as fits. */
	private List<String> fitting(boolean brief) {
		int told = this.complaints.size();
		while (told > 0 && !fits(lines(brief, told, 0))) {
			told--;
		}
		int whole = 0;
		while (whole < told && fits(lines(brief, told, whole + 1))) {
			whole++;
		}
		return lines(brief, told, whole);
	}

	/** A name without a space may be longer than a line. */
	private static boolean fits(List<String> lines) {
		return lines.size() + lines.stream().mapToInt((line) -> Math.max(0, line.length() - 1) / WIDTH).sum() <= SCREEN;
	}

	/**
	 * The whole answer.
	 * @param brief whether each line of the reasoning is cut to one line
	 * @param told how many complaints are answered; the others are named
	 * @param whole how many of them are answered in all words, and not by what to do
	 * alone
	 */
	private List<String> lines(boolean brief, int told, int whole) {
		List<String> lines = new ArrayList<>(folded("", sentence()));
		lines.addAll(folded("", "What to do: " + this.explanation.remedy()));
		if (!this.otherWays.isEmpty()) {
			lines.addAll(folded("", "Other ways back, which are no reset: " + String.join("; ", this.otherWays) + "."));
		}
		lines.add("");
		lines.addAll(new Reasoning(this.explanation, this.findings).lines(brief));
		for (int index = 0; index < told; index++) {
			lines.addAll(answer(this.complaints.get(index), index < whole));
		}
		lines.add("");
		lines.addAll(footer(told));
		return lines;
	}

	/** The question that was asked, the one that decides, then how to reset. */
	private int importance(Complaint complaint) {
		if (complaint == Complaint.OPERATOR_NOT_ALLOWED) {
			return 0;
		}
		boolean decides = decisive().filter(complaint.looksAt()::contains).isPresent();
		return decides ? 1 : (complaint == Complaint.HOW_TO_RESET) ? 2 : 3;
	}

	/**
	 * The condition that decides: the first that fails, or is unknown where none does.
	 */
	private Optional<String> decisive() {
		return this.findings.verdict()
			.flatMap((verdict) -> verdict.conditions()
				.stream()
				.filter((condition) -> condition.answer() == verdict.canReset() && verdict.canReset() != Ruling.YES)
				.map(Condition::id)
				.findFirst());
	}

	private List<String> footer(int told) {
		List<String> lines = new ArrayList<>();
		if (told < this.complaints.size()) {
			lines.addAll(folded("",
					"See also: " + this.complaints.subList(told, this.complaints.size())
						.stream()
						.map(Complaint::id)
						.collect(Collectors.joining(", "))));
		}
		lines.addAll(folded("", "Object id: " + this.explanation.person().objectId()));
		Set<String> pages = new LinkedHashSet<>();
		this.complaints.subList(0, told).forEach((complaint) -> pages.addAll(ComplaintText.of(complaint).sources()));
		if (!pages.isEmpty()) {
			lines.addAll(folded("", "Sources (MicrosoftDocs/entra-docs): " + String.join(", ", pages)));
		}
		return lines;
	}

	/** The answer to a complaint; not whole, only what to do. */
	private List<String> answer(Complaint complaint, boolean whole) {
		ComplaintText text = ComplaintText.of(complaint);
		List<String> lines = new ArrayList<>(List.of("", text.title() + " (" + complaint.id() + ")"));
		List<String> paragraphs = text.paragraphs(traits());
		List<String> orders = paragraphs.stream().dropWhile((one) -> !one.startsWith("Do this:")).toList();
		boolean cut = !whole && complaint != Complaint.HOW_TO_RESET && !orders.isEmpty();
		(cut ? orders : paragraphs).forEach((paragraph) -> lines.addAll(indented(paragraph)));
		return lines;
	}

	private static List<String> indented(String text) {
		String marker = text.replaceFirst("^(- |\\d+\\. |).*", "$1");
		return folded("  " + marker, text.substring(marker.length()));
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

	private static List<String> folded(String head, String text) {
		return LineWrapper.fold(WIDTH, head, text);
	}

}
