package org.ssprprefill.feed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.ssprprefill.message.Message;

/**
 * Moves files out of the drop folder, so that a crash at any moment can be repeated.
 *
 * @param folder the drop folder
 */
record MovedFiles(Path folder) {

	/** Moves a file that is still what it was; nothing if it is not. */
	Optional<Path> move(String shelf, String runId, DroppedFile file) throws DropFolderException {
		Path runFolder = this.folder.resolve(shelf).resolve(runId);
		Path place = runFolder.resolve(file.name());
		refuseLink(this.folder.resolve(shelf));
		refuseLink(runFolder);
		try {
			if (!Files.exists(file.path(), LinkOption.NOFOLLOW_LINKS)) {
				return moved(file, place);
			}
			if (exists(place) && !isUnchanged(file, place)) {
				return Optional.empty();
			}
			BasicFileAttributes before = attributes(file.path());
			if (!isUnchanged(file, file.path())) {
				// Another one was dropped since, perhaps after this one had been moved
				return ifThere(place);
			}
			Files.createDirectories(place.getParent(), ownerOnly("rwx------"));
			moveOver(file.path(), place);
			return isSame(before, attributes(place)) ? moved(file, place) : putBack(place, file);
		}
		catch (NoSuchFileException ex) {
			// It or its checksum was taken back, or is being replaced
			return ifThere(place);
		}
		catch (IOException ex) {
			throw new DropFolderException(Message.of("refused.stuck", file.name(), String.valueOf(place.getParent())),
					DropFolderException.UNWRITABLE, ex);
		}
	}

	private static void refuseLink(Path folder) throws DropFolderException {
		if (Files.isSymbolicLink(folder)) {
			throw new DropFolderException(Message.of("refused.folder.link", folder),
					Message.of("refused.folder.link.next"));
		}
	}

	/**
	 * Checksum and check follow their file, also where a crash came between them.
	 */
	private static Optional<Path> moved(DroppedFile file, Path place) throws IOException {
		if (!exists(place)) {
			return Optional.empty();
		}
		for (String companion : List.of(Inspection.CHECKSUM, FeedArchive.CHECK)) {
			Path beside = file.path().resolveSibling(file.name() + companion);
			if (exists(beside) && !exists(file.path())) {
				moveOver(beside, place.resolveSibling(file.name() + companion));
			}
		}
		HrGroup.letEnter(place);
		return Optional.of(place);
	}

	private static BasicFileAttributes attributes(Path path) throws IOException {
		return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
	}

	private static boolean isSame(BasicFileAttributes one, BasicFileAttributes other) {
		return one.size() == other.size() && one.lastModifiedTime().equals(other.lastModifiedTime());
	}

	/** Another one took the file's place while its content was compared. */
	private static Optional<Path> putBack(Path place, DroppedFile file) throws IOException {
		if (!exists(file.path())) {
			Files.move(place, file.path());
		}
		return Optional.empty();
	}

	private static void moveOver(Path from, Path to) throws IOException {
		Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
	}

	private static Optional<Path> ifThere(Path place) {
		return exists(place) ? Optional.of(place) : Optional.empty();
	}

	private static boolean exists(Path path) {
		return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
	}

	/** A file that bears another stamp is read again: it may be the same all the same. */
	private static boolean isUnchanged(DroppedFile file, Path path) throws IOException {
		return file.stamp().isOn(path) || (!file.sha256().isEmpty()
				&& Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && file.sha256().equals(Sha256.of(path)));
	}

	/** Writes the answer to HR beside a file. */
	void answer(Path place, String reason) throws DropFolderException {
		Path answer = place.resolveSibling(place.getFileName() + FeedArchive.ANSWER);
		byte[] text = (reason + System.lineSeparator()).getBytes(StandardCharsets.UTF_8);
		try {
			Files.deleteIfExists(answer);
			try (WritableByteChannel out = Files.newByteChannel(answer,
					Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly("rw-------"))) {
				out.write(ByteBuffer.wrap(text));
			}
			HrGroup.letRead(answer);
		}
		catch (IOException ex) {
			throw DropFolderException.unanswered(answer, ex);
		}
	}

	private FileAttribute<?>[] ownerOnly(String permissions) {
		boolean posix = this.folder.getFileSystem().supportedFileAttributeViews().contains("posix");
		return posix
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)) }
				: new FileAttribute<?>[0];
	}

}
