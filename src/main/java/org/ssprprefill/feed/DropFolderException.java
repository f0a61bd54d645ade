package org.ssprprefill.feed;

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

}
