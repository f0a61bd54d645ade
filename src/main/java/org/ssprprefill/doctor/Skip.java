package org.ssprprefill.doctor;

import org.ssprprefill.contact.Word;
import org.ssprprefill.tenant.Obstacle;

/** Why a question could not be asked, or not be answered. */
public enum Skip implements Word {

	/** The app lacks a permission. */
	PERMISSION_MISSING,

	/** The tenant lacks a licence. */
	LICENCE_MISSING,

	/** This cloud or version of Graph does not have it. */
	NOT_OFFERED,

	/** The tenant refused for another reason. */
	REFUSED,

	/** The job definition leaves it out. */
	NOT_CONFIGURED,

	/** There is nothing to judge by. */
	NOTHING_TO_LOOK_AT,

	/** It cannot be seen from here. */
	NOT_VISIBLE,

	/** Another process is using it. */
	IN_USE,

	/** Another check must pass first. */
	DEPENDS_ON_ANOTHER;

	static Skip of(Obstacle obstacle) {
		return switch (obstacle.cause()) {
			case PERMISSION_MISSING -> PERMISSION_MISSING;
			case LICENCE_MISSING -> LICENCE_MISSING;
			case NOT_OFFERED -> NOT_OFFERED;
			case IMPLAUSIBLE, REFUSED -> REFUSED;
		};
	}

}
