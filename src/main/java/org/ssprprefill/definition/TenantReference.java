package org.ssprprefill.definition;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One tenant of a fleet, in the place of a job definition's file: {@code FLEET#TENANT}.
 *
 * @param fleet the fleet's file
 * @param tenant the id or the name of the tenant's entry
 */
public record TenantReference(Path fleet, String tenant) {

	private static final char MARK = '#';

	/**
	 * Reads a reference.
	 * @param path what stands in the place of a file
	 * @return nothing where it is a file of its own, or names no tenant
	 */
	public static Optional<TenantReference> of(Path path) {
		String text = path.toString();
		int mark = text.indexOf(MARK);
		while (mark >= 0 && !Files.isRegularFile(Path.of(text.substring(0, mark)))) {
			mark = text.indexOf(MARK, mark + 1);
		}
		return (mark < 1 || mark == text.length() - 1 || Files.exists(path)) ? Optional.empty()
				: Optional.of(new TenantReference(Path.of(text.substring(0, mark)), text.substring(mark + 1)));
	}

	/**
	 * The reference in the place of a file.
	 * @return {@code FLEET#TENANT}, which {@link #of} reads again
	 */
	public Path path() {
		try {
			return Path.of(this.fleet.toString() + MARK + this.tenant);
		}
		catch (InvalidPathException ex) {
			// An entry without a usable id is refused for that
			return this.fleet;
		}
	}

}
