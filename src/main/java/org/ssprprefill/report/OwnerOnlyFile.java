package org.ssprprefill.report;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
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

	private final OutputStream stream;

	private final Writer writer;

	private OwnerOnlyFile(Path place, Path draft, OutputStream stream) {
		this.place = place;
		this.draft = draft;
		this.stream = stream;
		this.writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
	}

	static OwnerOnlyFile at(Path place) {
		try {
			Path folder = Objects.requireNonNull(place.toAbsolutePath().getParent(), "a file lies in a folder");
			// Always the same name, so that what a killed process left is overwritten
			Path draft = folder.resolve("." + place.getFileName() + ".draft");
			Files.deleteIfExists(draft);
			Files.createFile(draft, attributes(folder, "rw-------"));
			return new OwnerOnlyFile(place, draft, new BufferedOutputStream(Files.newOutputStream(draft)));
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
		attempt(() -> this.writer.write(text));
	}

	/** Where what is no text is written to; closed with the file. */
	OutputStream stream() {
		return this.stream;
	}

	/** Does a part of the writing; a failure names the file. */
	void attempt(Writing part) {
		try {
			part.go();
		}
		catch (IOException ex) {
			throw unwritable(ex);
		}
	}

	/** A part of the writing. */
	interface Writing {

		/** Does it. */
		void go() throws IOException;

	}

	void complete() {
		attempt(() -> {
			this.writer.close();
			Files.move(this.draft, this.place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		});
	}

	/** Throws the draft away, if it was not completed. */
	@Override
	public void close() {
		attempt(() -> {
			try {
				this.writer.close();
			}
			finally {
				Files.deleteIfExists(this.draft);
			}
		});
	}

	private UncheckedIOException unwritable(IOException ex) {
		return new UncheckedIOException(
				"Cannot write " + this.place + " (" + ex.getMessage() + "). Check the folder's rights and space.", ex);
	}

}
