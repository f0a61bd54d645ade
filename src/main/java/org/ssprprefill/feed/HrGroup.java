package org.ssprprefill.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/**
 * The group that reads the answers to HR: the group of a drop folder with the setgid bit.
 * Without that bit, and where a file system knows no groups, answers stay their owner's.
 */
public final class HrGroup {

	private static final int SETGID = 02000;

	private static final int FOLDER_MODE = 02750;

	private static final Set<String> SHELVES = Set.of(FeedArchive.ARCHIVE, FeedArchive.REFUSED);

	private HrGroup() {
	}

	/**
	 * Lets the group read an answer, as far as the account of this program may give it to
	 * the group.
	 * @param answer a file in the drop folder, or in a run's folder below it
	 */
	public static void letRead(Path answer) {
		Path drop = drop(folder(answer));
		if (isShared(drop)) {
			give(answer, drop, "rw-r-----");
		}
	}

	/**
	 * Lets the group list a run's folder once HR's own file in it is closed to it.
	 * @param original HR's file in the run's folder
	 * @throws IOException if the file cannot be closed; the folder then stays closed
	 */
	static void letEnter(Path original) throws IOException {
		Path run = folder(original);
		Path drop = drop(run);
		if (isShared(drop)) {
			close(original);
			for (Path folder : new Path[] { folder(run), run }) {
				give(folder, drop, "rwxr-x---");
				keepGroup(folder);
			}
		}
	}

	/** HR's file is often HR's own, and only its owner may change its rights. */
	private static void close(Path original) throws IOException {
		try {
			view(original).setPermissions(PosixFilePermissions.fromString("rw-------"));
		}
		catch (IOException ex) {
			Path copy = original.resolveSibling("." + original.getFileName() + ".draft");
			Files.deleteIfExists(copy);
			Files.createFile(copy, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
			try (var out = Files.newOutputStream(copy, StandardOpenOption.WRITE)) {
				Files.copy(original, out);
			}
			Files.setLastModifiedTime(copy, Files.getLastModifiedTime(original));
			Files.move(copy, original, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private static void give(Path path, Path drop, String permissions) {
		try {
			PosixFileAttributeView view = view(path);
			var group = Files.readAttributes(drop, PosixFileAttributes.class).group();
			if (!view.readAttributes().group().equals(group)) {
				view.setGroup(group);
			}
			view.setPermissions(PosixFilePermissions.fromString(permissions));
		}
		catch (IOException ex) {
			// The account is no member of the group: the answer stays its owner's
		}
	}

	/**
	 * A hardened service may not set the bit; answers are then given to the group one by
	 * one.
	 */
	private static void keepGroup(Path folder) {
		try {
			Files.setAttribute(folder, "unix:mode", FOLDER_MODE, LinkOption.NOFOLLOW_LINKS);
		}
		catch (IOException ex) {
			// As above
		}
	}

	private static boolean isShared(Path drop) {
		try {
			return drop.getFileSystem().supportedFileAttributeViews().contains("unix")
					&& Files.getAttribute(drop, "unix:mode") instanceof Integer mode && (mode & SETGID) != 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static PosixFileAttributeView view(Path path) {
		return Objects
			.requireNonNull(Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS));
	}

	private static Path folder(Path path) {
		return Objects.requireNonNull(path.toAbsolutePath().getParent());
	}

	/** The drop folder, for itself and for the folders of runs below it. */
	private static Path drop(Path folder) {
		Path shelf = folder.getParent();
		return (shelf != null && shelf.getParent() != null && SHELVES.contains(String.valueOf(shelf.getFileName())))
				? shelf.getParent() : folder;
	}

}
