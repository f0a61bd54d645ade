package org.ssprprefill.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/**
 * Files and folders only their owner may read. Where the file system knows no POSIX
 * permissions (Windows) the access list of the parent folder holds.
 */
public final class OwnerOnly {

	private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

	private static final Set<PosixFilePermission> OWNERS = PosixFilePermissions.fromString("rwx------");

	private OwnerOnly() {
	}

	/**
	 * Creates the folder and what is missing above it; one that exists stays as it is.
	 */
	static void createFolder(Path folder) throws IOException {
		Files.createDirectories(folder, allowing("rwx------"));
	}

	/** Writes the whole file or nothing: readers never see half of it. */
	public static void write(Path file, byte[] content) throws IOException {
		Path draft = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".new");
		try {
			writeDraft(draft, content);
			Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		finally {
			Files.deleteIfExists(draft);
		}
	}

	private static void writeDraft(Path draft, byte[] content) throws IOException {
		Set<StandardOpenOption> create = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
		try (FileChannel channel = FileChannel.open(draft, create, allowing("rw-------"))) {
			ByteBuffer rest = ByteBuffer.wrap(content);
			while (rest.hasRemaining()) {
				channel.write(rest);
			}
			channel.force(true);
		}
	}

	/** Whether accounts other than the owner may read, write or run it. */
	public static boolean isOpenToOthers(Path file) throws IOException {
		return POSIX && !OWNERS.containsAll(Files.getPosixFilePermissions(file));
	}

	private static FileAttribute<?>[] allowing(String permissions) {
		return POSIX
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)) }
				: new FileAttribute<?>[0];
	}

}
