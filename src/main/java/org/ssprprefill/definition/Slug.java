package org.ssprprefill.definition;

import java.util.Locale;

/** A name made fit for folders, jobs and metrics. */
final class Slug {

	private static final int LONGEST = 64;

	private Slug() {
	}

	/** Letters, digits, dots, underscores and hyphens of a name. */
	static String of(String name) {
		String fit = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[^A-Za-z0-9]+|-+$", "");
		String slug = fit.isEmpty() ? "tenant-" + Integer.toHexString(name.hashCode()) : fit;
		return slug.substring(0, Math.min(LONGEST, slug.length())).toLowerCase(Locale.ROOT);
	}

}
