package org.ssprprefill.report;

import java.util.Optional;

/** The version of the running program. */
public final class ProgramVersion {

	private ProgramVersion() {
	}

	/**
	 * The version from the jar's manifest.
	 * @return for example {@code 1.0.0}; {@code development} outside a jar
	 */
	public static String current() {
		return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion()).orElse("development");
	}

}
