package org.ssprprefill.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.ssprprefill.coverage.Ruling;
import org.ssprprefill.ledger.ChangeState;
import org.ssprprefill.ledger.PersonMemory;
import org.ssprprefill.match.WriteBlock;

/** The lines that tell what this program did about a person, and may do. */
final class LedgerSteps {

	/** What is said where HR's files have named no row of the person. */
	static final String NO_ROW = "no row of HR's files has led to this person";

	private static final String LEDGER = "ledger";

	private final PersonFile file;

	LedgerSteps(PersonFile file) {
		this.file = file;
	}

	List<Step> all() {
		return List.of(thisProgram(), written(), lastChange(), lastDecision());
	}

	private Step thisProgram() {
		Optional<WriteBlock> barrier = this.file.member().standing().barrier();
		return new Step("this-program", (barrier.isEmpty() ? Ruling.YES : Ruling.NO).word(),
				barrier.map((found) -> "does not write to this account (" + found.word() + ")")
					.orElse("may write to this account"),
				"roles, account and scope", Optional.of(this.file.askedAt()));
	}

	private Step written() {
		String value = this.file.memory()
			.written()
			.stream()
			.map((method) -> method.kind().word() + " " + method.value() + ", confirmed "
					+ RelativeTime.of(method.confirmedAt(), this.file.askedAt()))
			.collect(Collectors.joining("; "));
		return new Step("written-by-us", Ruling.YES.word(), value.isEmpty() ? "nothing" : value, LEDGER,
				this.file.memory()
					.written()
					.stream()
					.map(PersonMemory.WrittenMethod::confirmedAt)
					.max(Comparable::compareTo));
	}

	private Step lastChange() {
		List<String> words = new ArrayList<>();
		List<PersonMemory.PastChange> newestFirst = new ArrayList<>(this.file.memory().changes());
		newestFirst.sort(Comparator.comparing(PersonMemory.PastChange::at).reversed());
		for (PersonMemory.PastChange change : newestFirst) {
			String refusal = (change.state() == ChangeState.REJECTED)
					? " by Graph (HTTP " + change.status() + (change.code().isEmpty() ? "" : ", " + change.code()) + ")"
					: "";
			words.add(change.kind().word() + " (" + (change.undo() ? "undo" : change.reason()) + ") "
					+ change.state().word() + refusal + " in run " + change.run());
		}
		return new Step("last-change", Ruling.YES.word(), words.isEmpty() ? "none" : String.join("; ", words), LEDGER,
				this.file.memory().changes().stream().map(PersonMemory.PastChange::at).max(Comparable::compareTo));
	}

	private Step lastDecision() {
		Optional<PersonMemory.PastDecision> decision = this.file.memory().decision();
		return new Step("last-decision", Ruling.YES.word(), decision.map(LedgerSteps::words).orElse(NO_ROW), LEDGER,
				decision.map(PersonMemory.PastDecision::at));
	}

	private static String words(PersonMemory.PastDecision decision) {
		String methods = decision.methods()
			.entrySet()
			.stream()
			.map((method) -> method.getKey().word() + " " + method.getValue())
			.collect(Collectors.joining(", "));
		return decision.file() + " line " + decision.line() + ", run " + decision.run() + ": " + decision.decision()
				+ (decision.reason().isEmpty() ? "" : " (" + decision.reason() + ")")
				+ (methods.isEmpty() ? "" : ", " + methods);
	}

}
