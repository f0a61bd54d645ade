package org.ssprprefill.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The right to run the embedded server of a home. The operating system frees the lock
 * when its holder dies, however it dies.
 */
final class HomeLock implements AutoCloseable {

	/**
	 * Far behind the holder's number, because Windows keeps locked bytes from readers.
	 */
	private static final long LOCKED_BYTE = Integer.MAX_VALUE;

	private final FileChannel channel;

	private HomeLock(FileChannel channel) {
		this.channel = channel;
	}

	static HomeLock take(Home home) {
		try {
			FileChannel channel = FileChannel.open(home.lockFile(), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE);
			if (!isLocked(channel)) {
				channel.close();
				throw new HomeBusyException(home.folder(), holder(home.lockFile()));
			}
			return signed(channel);
		}
		catch (IOException ex) {
			throw new LedgerException("Cannot lock " + home.lockFile()
					+ ". The home folder must be on a file system that supports file locks, and writable.", ex);
		}
	}

	private static boolean isLocked(FileChannel channel) throws IOException {
		try {
			return channel.tryLock(LOCKED_BYTE, 1, false) != null;
		}
		catch (OverlappingFileLockException ex) {
			// This very process holds it
			return false;
		}
	}

	private static HomeLock signed(FileChannel channel) throws IOException {
		channel.truncate(0);
		channel.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
		return new HomeLock(channel);
	}

	private static String holder(Path file) throws IOException {
		String pid = Files.readString(file).strip();
		// The holder may have taken the lock and not yet signed
		return pid.isEmpty() ? "another process" : "process " + pid;
	}

	@Override
	public void close() {
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			throw new LedgerException("Cannot unlock the home folder. It is free as soon as this process ends.", ex);
		}
	}

}
