package org.ssprprefill.feed;

import java.nio.file.Path;

/**
 * The drop folder itself cannot be used. The message names the folder and what to do.
 */
public final class DropFolderException extends Exception {

	private static final long serialVersionUID = 1L;

	/**
	 * Reports the folder.
	 * @param message what is wrong and what to do
	 */
	public DropFolderException(String message) {
		super(message);
	}

	/**
	 * Reports the folder.
	 * @param message what is wrong and what to do
	 * @param cause the file system's own complaint
	 */
	public DropFolderException(String message, Throwable cause) {
		super(message, cause);
	}

	/**
	 * Reports an answer to HR that could not be put beside its file.
	 * @param answer where it should be
	 * @param cause the file system's own complaint
	 * @return what to throw
	 */
	public static DropFolderException unanswered(Path answer, Throwable cause) {
		return new DropFolderException("The answer '" + answer
				+ "' could not be written. Give the account of this program the right to write to the drop folder, and its disk space.",
				cause);
	}

}
