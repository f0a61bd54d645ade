package org.ssprprefill.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file that one process at a time has to itself, and in which it says who it is. The
 * operating system frees the file when its holder dies, however it dies.
 */
final class ProcessLock implements AutoCloseable {

	/**
	 * Far behind the holder's words, because Windows keeps locked bytes from readers.
	 */
	private static final long LOCKED_BYTE = Integer.MAX_VALUE;

	/**
	 * What this process holds: POSIX would free a file as soon as a second channel to it
	 * is closed.
	 */
	private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

	private final Path file;

	private final FileChannel channel;

	private ProcessLock(Path file, FileChannel channel) {
		this.file = file;
		this.channel = channel;
	}

	/**
	 * Locks a file, creating it if need be.
	 * @param file the file
	 * @return the lock, or nothing if it is held already, by this process or another
	 * @throws LedgerException if the file cannot be locked
	 */
	static Optional<ProcessLock> take(Path file) {
		if (!HELD.add(file)) {
			return Optional.empty();
		}
		Optional<ProcessLock> taken = Optional.empty();
		try {
			taken = opened(file);
			if (taken.isPresent()) {
				taken.get().sign("");
			}
			return taken;
		}
		catch (IOException ex) {
			throw new LedgerException("Cannot lock " + file
					+ ". The home folder must be on a file system that supports file locks, and writable.", ex);
		}
		finally {
			if (taken.isEmpty()) {
				HELD.remove(file);
			}
		}
	}

	private static Optional<ProcessLock> opened(Path file) throws IOException {
		FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		if (isLocked(channel)) {
			return Optional.of(new ProcessLock(file, channel));
		}
		channel.close();
		return Optional.empty();
	}

	private static boolean isLocked(FileChannel channel) throws IOException {
		try {
			return channel.tryLock(LOCKED_BYTE, 1, false) != null;
		}
		catch (OverlappingFileLockException ex) {
			// Another class loader of this very process holds it
			return false;
		}
	}

	/**
	 * Says what this process does.
	 * @param work for people, or empty
	 */
	void sign(String work) {
		String words = "process " + ProcessHandle.current().pid() + (work.isEmpty() ? "" : ", " + work);
		try {
			this.channel.truncate(0);
			this.channel.write(ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8)), 0);
		}
		catch (IOException ex) {
			throw new LedgerException("Cannot write " + this.file + ". Check free space and the right to write there.",
					ex);
		}
	}

	/**
	 * Who holds a file.
	 * @param file the file
	 * @return the holder's words
	 */
	static String holder(Path file) {
		try {
			String words = Files.readString(file).strip();
			// The holder may have taken the lock and not yet signed
			return words.isEmpty() ? "another process" : words;
		}
		catch (IOException ex) {
			return "another process";
		}
	}

	@Override
	public void close() {
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			throw new LedgerException("Cannot unlock " + this.file + ". It is free as soon as this process ends.", ex);
		}
		finally {
			HELD.remove(this.file);
		}
	}

}
