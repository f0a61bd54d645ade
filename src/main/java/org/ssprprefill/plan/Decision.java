package org.ssprprefill.plan;

/**
 * What is to be done about one method of one person.
 *
 * @param reason why; it determines the action
 */
public record Decision(Reason reason) {

	/**
	 * What is done.
	 * @return the action that has this reason
	 */
	public Action action() {
		return this.reason.action();
	}

	/**
	 * Whether this decision writes to the tenant.
	 * @return {@code true} for an addition or an update
	 */
	public boolean isChange() {
		return action() != Action.NONE;
	}

	/**
	 * The decision for a person for whom tonight's pilot has no place left.
	 * @return {@code beyond-pilot} instead of a change; any other decision as it is
	 */
	public Decision beyondPilot() {
		return isChange() ? new Decision(Reason.BEYOND_PILOT) : this;
	}

}
