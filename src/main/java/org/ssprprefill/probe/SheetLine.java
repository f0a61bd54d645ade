package org.ssprprefill.probe;

import org.ssprprefill.tenant.ProbeAnswer;

/**
 * One answer on a sheet. Holds no contact value.
 *
 * @param status the HTTP status, 0 where none is meant
 * @param code Graph's error code, or empty
 * @param value what was seen besides, in stable words, or empty
 * @param notAsked why there is no answer; empty where there is one
 */
public record SheetLine(int status, String code, String value, String notAsked) {

	static SheetLine of(ProbeAnswer answer) {
		return new SheetLine(answer.status(), answer.code(), "", "");
	}

	static SheetLine seen(String value) {
		return new SheetLine(0, "", value, "");
	}

	static SheetLine notAsked(String reason) {
		return new SheetLine(0, "", "", reason);
	}

	SheetLine with(String seen) {
		return new SheetLine(this.status, this.code, seen, "");
	}

	/**
	 * The answer for people.
	 * @return the end of a line
	 */
	String words() {
		if (!this.notAsked.isEmpty()) {
			return "not asked: " + this.notAsked;
		}
		String said = (this.status == 0) ? "" : this.status + (this.code.isEmpty() ? "" : " " + this.code);
		return (said + (said.isEmpty() || this.value.isEmpty() ? "" : ", ") + this.value).strip();
	}

}
