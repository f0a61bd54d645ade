package org.ssprprefill.doctor;

import java.util.Optional;

import org.ssprprefill.doctor.Check.Status;

/** Makes checks; whether one guards writing is said where the question is asked. */
final class Checks {

	private Checks() {
	}

	static Check pass(String id, String title, String detail) {
		return new Check(id, Status.PASS, title, detail, Optional.empty(), Optional.empty(), false);
	}

	static Check warn(String id, String title, String detail, String remedy) {
		return new Check(id, Status.WARN, title, detail, Optional.of(remedy), Optional.empty(), false);
	}

	static Check fail(String id, String title, String detail, String remedy) {
		return new Check(id, Status.FAIL, title, detail, Optional.of(remedy), Optional.empty(), false);
	}

	/** A failure that means that nothing may be written. */
	static Check guard(String id, String title, String detail, String remedy) {
		return new Check(id, Status.FAIL, title, detail, Optional.of(remedy), Optional.empty(), true);
	}

	static Check skipped(String id, String title, String because) {
		return new Check(id, Status.SKIPPED, title, "Not asked: " + because, Optional.empty(), Optional.of(because),
				false);
	}

}
