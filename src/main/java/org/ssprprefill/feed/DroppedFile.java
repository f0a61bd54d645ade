package org.ssprprefill.feed;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A file in the drop folder as it was when we looked.
 *
 * @param name the file's name, with a low line for what cannot be told
 * @param path where it lies, by that name: one that is not whole leads to no file
 * @param size its size in bytes
 * @param modifiedAt when it was last written to
 * @param sha256 the hash of its content in lower-case hexadecimal digits, or empty where
 * the content was not read: a growing file, a link, one too large, unreadable, misnamed
 * or of the future
 * @param state whether it may be taken
 */
public record DroppedFile(String name, Path path, long size, Instant modifiedAt, String sha256, State state) {

	/** Whether a dropped file may be taken. */
	public sealed interface State {

	}

	/** Nobody has written to the file for long enough, and its checksum fits. */
	public record Settled() implements State {
	}

	/**
	 * The file, or its checksum, was written to a moment ago, or somebody still holds it:
	 * left alone this time.
	 */
	public record Growing() implements State {
	}

	/**
	 * The file cannot be taken.
	 *
	 * @param reason why, and what to do, in whole sentences
	 */
	public record Refused(String reason) implements State {
	}

}
