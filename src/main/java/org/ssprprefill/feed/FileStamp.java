package org.ssprprefill.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;

/**
 * By what a file is known again without reading it.
 *
 * @param size its size in bytes
 * @param modifiedAt when it was last written to
 * @param key the number of its inode and when that changed, which no writer can set;
 * empty where the file system does not tell
 */
public record FileStamp(long size, Instant modifiedAt, String key) {

	/**
	 * The stamp of a file as it is now; a link's own, not that of what it leads to.
	 * @param path where it lies
	 * @return the stamp
	 * @throws IOException if there is no such file, or it may not be looked at
	 */
	public static FileStamp of(Path path) throws IOException {
		BasicFileAttributes seen = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
		return new FileStamp(seen.size(), seen.lastModifiedTime().toInstant(), key(path));
	}

	private static String key(Path path) throws IOException {
		return path.getFileSystem().supportedFileAttributeViews().contains("unix")
				? Files.getAttribute(path, "unix:ino", LinkOption.NOFOLLOW_LINKS) + "@"
						+ Files.getAttribute(path, "unix:ctime", LinkOption.NOFOLLOW_LINKS)
				: "";
	}

	/**
	 * Whether a file still bears this stamp.
	 * @param path where it lies
	 * @return {@code false} if it was written to, replaced or taken away since
	 */
	public boolean isOn(Path path) {
		try {
			return isLike(of(path));
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** Times are as exact as a database keeps them. */
	private boolean isLike(FileStamp other) {
		boolean sameTime = Duration.between(this.modifiedAt, other.modifiedAt).abs().toMillis() == 0;
		boolean sameKey = this.key.isEmpty() || other.key.isEmpty() || this.key.equals(other.key);
		return this.size == other.size && sameTime && sameKey;
	}

}
