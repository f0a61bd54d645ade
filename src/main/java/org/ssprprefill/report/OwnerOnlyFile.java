package org.ssprprefill.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/**
 * A file that only its owner can read and that appears at once and whole: it is written
 * under another name beside its place and moved there when it is complete.
 */
final class OwnerOnlyFile implements AutoCloseable {

	private static final FileAttribute<?>[] NO_ATTRIBUTES = {};

	private final Path place;

	private final Path draft;

	private final Writer writer;

	private OwnerOnlyFile(Path place, Path draft, Writer writer) {
		this.place = place;
		this.draft = draft;
		this.writer = writer;
	}

	static OwnerOnlyFile at(Path place) {
		try {
			Path folder = Objects.requireNonNull(place.toAbsolutePath().getParent(), "a file lies in a folder");
			// Always the same name, so that what a killed process left is overwritten
			Path draft = folder.resolve("." + place.getFileName() + ".draft");
			Files.deleteIfExists(draft);
			Files.createFile(draft, attributes(folder, "rw-------"));
			return new OwnerOnlyFile(place, draft, Files.newBufferedWriter(draft, StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write " + place + " (" + ex.getMessage()
					+ "). Check that the folder exists, may be written to and has space.", ex);
		}
	}

	static void write(Path place, String text) {
		try (OwnerOnlyFile file = at(place)) {
			file.append(text);
			file.complete();
		}
	}

	/** Owner-only permissions, where the file system knows them. */
	static FileAttribute<?>[] attributes(Path folder, String permissions) {
		if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			return NO_ATTRIBUTES;
		}
		return new FileAttribute<?>[] {
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)) };
	}

	void append(String text) {
		try {
			this.writer.write(text);
		}
		catch (IOException ex) {
			throw unwritable(ex);
		}
	}

	void complete() {
		try {
			this.writer.close();
			Files.move(this.draft, this.place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw unwritable(ex);
		}
	}

	/** Throws the draft away, if it was not completed. */
	@Override
	public void close() {
		try {
			try {
				this.writer.close();
			}
			finally {
				Files.deleteIfExists(this.draft);
			}
		}
		catch (IOException ex) {
			throw unwritable(ex);
		}
	}

	private UncheckedIOException unwritable(IOException ex) {
		return new UncheckedIOException(
				"Cannot write " + this.place + " (" + ex.getMessage() + "). Check the folder's rights and space.", ex);
	}

}
