package org.ssprprefill.simulator;

import java.util.Optional;

/**
 * An answer that is documented nowhere.
 *
 * @param status the HTTP status; below 400 the tenant does what it was asked
 * @param code the error code, or empty
 * @param message the error message
 * @param value what a sheet says besides, or empty
 */
record Invented(int status, String code, String message, String value) {

	/**
	 * Reads an answer of a file or a sheet.
	 * @param section where it stands
	 * @return the answer; nothing where there is none, or the sheet says that it was not
	 * asked
	 */
	static Optional<Invented> of(Section section) {
		boolean asked = section.text("notAsked").isEmpty();
		Invented told = new Invented(section.number("status", 200, 200, 599), section.text("code").orElse(""),
				section.text("message").orElse("The request was refused."), section.text("value").orElse(""));
		boolean stated = section.text("status").isPresent() || !told.value().isEmpty();
		section.refuseOthers();
		return (asked && stated) ? Optional.of(told) : Optional.empty();
	}

	boolean refuses() {
		return this.status >= 400;
	}

	Reply reply() {
		return refuses() ? Refusal.of(this.status, this.code, this.message) : Reply.of(this.status, Json.object());
	}

}
