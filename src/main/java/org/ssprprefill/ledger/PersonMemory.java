package org.ssprprefill.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;

/**
 * What the ledger remembers of one person.
 *
 * @param written the methods that this program wrote and confirmed last
 * @param changes the newest change of each method, whatever became of it
 * @param decision the newest decision about a row of this person
 */
public record PersonMemory(List<WrittenMethod> written, List<PastChange> changes, Optional<PastDecision> decision) {

	/** Nothing is remembered. */
	public static final PersonMemory NONE = new PersonMemory(List.of(), List.of(), Optional.empty());

	/** Keeps copies of the lists. */
	public PersonMemory {
		written = List.copyOf(written);
		changes = List.copyOf(changes);
	}

	/**
	 * A method that is ours.
	 *
	 * @param kind the method
	 * @param value the value, masked in text
	 * @param confirmedAt when it was last read back
	 */
	public record WrittenMethod(MethodKind kind, ContactValue value, Instant confirmedAt) {
	}

	/**
	 * A change of one method.
	 *
	 * @param run the run that planned it
	 * @param undo whether that run takes back what an earlier one wrote
	 * @param kind the method
	 * @param reason why, by the reason's word
	 * @param state what became of it
	 * @param status the HTTP status of Graph's refusal, 0 where there was none
	 * @param code Graph's error code, or empty
	 * @param at when that was known; when the run began for a change never sent
	 */
	public record PastChange(String run, boolean undo, MethodKind kind, String reason, ChangeState state, int status,
			String code, Instant at) {
	}

	/**
	 * What was decided about a row. An undo restates the decisions of the run that it
	 * takes back, which is no decision about a row.
	 *
	 * @param run the run
	 * @param at when the run began
	 * @param file the file of the row
	 * @param line the line of the row
	 * @param decision the decision's word
	 * @param reason why protected or out of scope; empty for a matched row
	 * @param methods the action and the reason for each method, by their words
	 */
	public record PastDecision(String run, Instant at, String file, long line, String decision, String reason,
			Map<MethodKind, String> methods) {
	}

}
