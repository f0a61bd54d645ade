package org.ssprprefill.definition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** Refuses secret files that more people than their owner can read. */
final class SecretFiles {

	private static final Set<PosixFilePermission> OTHERS = Set.of(PosixFilePermission.GROUP_READ,
			PosixFilePermission.OTHERS_READ);

	private SecretFiles() {
	}

	/** Notes a problem if accounts other than the owner can read the file. */
	static void check(Path file, Value value) {
		try {
			if (isReadableByOthers(file)) {
				value.wrong("comes from a file that others than its owner can read", "Run: chmod 600 " + file);
			}
		}
		catch (IOException ex) {
			value.wrong("comes from a file whose permissions cannot be read",
					"Let the account that runs the job own the file.");
		}
	}

	private static boolean isReadableByOthers(Path file) throws IOException {
		PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
		// Windows has access lists instead, which are inherited from the folder
		return view != null && view.readAttributes().permissions().stream().anyMatch(OTHERS::contains);
	}

}
