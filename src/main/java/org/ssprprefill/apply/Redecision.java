package org.ssprprefill.apply;

import java.util.Optional;

import org.ssprprefill.ledger.ChangeEntry;
import org.ssprprefill.ledger.PlannedChange;
import org.ssprprefill.ledger.PlannedPerson;
import org.ssprprefill.plan.Decision;
import org.ssprprefill.tenant.MethodAnswers;

/** Decides again about a change whose method is not as it was planned over. */
@FunctionalInterface
public interface Redecision {

	/**
	 * Decides again.
	 * @param person the person as of now
	 * @param change the planned change
	 * @param answers what is registered now
	 * @return what becomes of the method instead
	 */
	Redecided of(PlannedPerson person, ChangeEntry change, MethodAnswers answers);

	/**
	 * A new decision about a method.
	 *
	 * @param decision the decision
	 * @param instead the change to make instead; nothing where the method is left alone
	 */
	record Redecided(Decision decision, Optional<PlannedChange> instead) {

		/**
		 * A method that is left alone.
		 * @param decision why
		 * @return no change
		 */
		public static Redecided leftAlone(Decision decision) {
			return new Redecided(decision, Optional.empty());
		}

	}

}
