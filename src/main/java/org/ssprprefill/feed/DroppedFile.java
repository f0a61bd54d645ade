package org.ssprprefill.feed;

import java.nio.file.Path;

import org.ssprprefill.message.Message;

/**
 * A file in the drop folder as it was when we looked.
 *
 * @param name the file's name, with a low line for what cannot be told
 * @param path where it lies, by that name: one that is not whole leads to no file
 * @param stamp by what it is known again
 * @param sha256 the hash of its content in lower-case hexadecimal digits, or empty as
 * long as the content was not read; looking at the folder does not read it
 * @param state whether it may be taken
 */
public record DroppedFile(String name, Path path, FileStamp stamp, String sha256, State state) {

	/** Whether a dropped file may be taken. */
	public sealed interface State {

	}

	/** The file has not been written to for long enough. */
	public record Settled() implements State {
	}

	/**
	 * The file, or its checksum, was written to a moment ago, or another program holds
	 * it: left alone this time.
	 */
	public record Growing() implements State {
	}

	/**
	 * The file cannot be taken.
	 *
	 * @param reason why, and what to do, in whole sentences
	 */
	public record Refused(Message reason) implements State {
	}

}
