package org.ssprprefill.match;

import org.ssprprefill.contact.Word;

/** Why a matched person may not be written to. */
public enum WriteBlock implements Word {

	/** Signs in with another organisation's password. */
	EXTERNAL(MatchDecision.OUT_OF_SCOPE),

	/** Holds a directory role. */
	ADMIN_ROLE(MatchDecision.PROTECTED),

	/** May activate a directory role. */
	ADMIN_ELIGIBLE(MatchDecision.PROTECTED),

	/** Reaches a directory role through a group. */
	ADMIN_THROUGH_GROUP(MatchDecision.PROTECTED),

	/** The registration report calls the person an administrator. */
	ADMIN_REPORTED(MatchDecision.PROTECTED),

	/** It is not known who is an administrator. */
	ROLES_UNREADABLE(MatchDecision.PROTECTED),

	/** Named in {@code scope.exclude}. */
	EXCLUDED(MatchDecision.PROTECTED),

	/** Not a member of the organisation. */
	GUEST(MatchDecision.OUT_OF_SCOPE),

	/** May not sign in. */
	DISABLED(MatchDecision.OUT_OF_SCOPE),

	/** In a restricted management administrative unit. */
	RESTRICTED_UNIT(MatchDecision.PROTECTED),

	/** A room or a shared device. */
	RESOURCE_ACCOUNT(MatchDecision.OUT_OF_SCOPE),

	/** Not in {@code scope.group}. */
	NOT_IN_GROUP(MatchDecision.OUT_OF_SCOPE);

	private final MatchDecision decision;

	WriteBlock(MatchDecision decision) {
		this.decision = decision;
	}

	/**
	 * What a person behind this barrier is.
	 * @return protected or out of scope
	 */
	public MatchDecision decision() {
		return this.decision;
	}

}
