package org.ssprprefill.apply;

import java.util.List;

import org.ssprprefill.ledger.ChangeEntry;
import org.ssprprefill.tenant.WritePermit;

/**
 * Lets changes be sent whose reasons still hold, and takes the others out of the plan.
 */
@FunctionalInterface
public interface Clearance {

	/**
	 * Looks at changes again, right before they are sent.
	 * @param changes planned changes, none of which is under way
	 * @return what may be sent
	 * @throws org.ssprprefill.tenant.TenantUnavailableException if what must be known
	 * cannot be read within the run's patience
	 */
	Cleared clear(List<ChangeEntry> changes);

	/**
	 * What may be sent.
	 *
	 * @param changes the changes whose reasons hold, in their order
	 * @param permit holds as long as all of that is known well enough
	 */
	record Cleared(List<ChangeEntry> changes, WritePermit permit) {
	}

}
