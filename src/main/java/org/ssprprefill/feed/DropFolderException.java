package org.ssprprefill.feed;

import java.nio.file.Path;

/**
 * The drop folder itself cannot be used. The message names the folder and what to do.
 */
public final class DropFolderException extends Exception {

	/** What to do where something cannot be written or moved. */
	static final String UNWRITABLE = "Give the account of this program the right to write to the drop folder,"
			+ " and its disk space.";

	private static final long serialVersionUID = 1L;

	private final String problem;

	private final String remedy;

	/**
	 * Reports the folder.
	 * @param problem what is wrong, a whole sentence
	 * @param remedy what to do, a whole sentence
	 */
	public DropFolderException(String problem, String remedy) {
		super(problem + " " + remedy);
		this.problem = problem;
		this.remedy = remedy;
	}

	/**
	 * Reports the folder.
	 * @param problem what is wrong, a whole sentence
	 * @param remedy what to do, a whole sentence
	 * @param cause the file system's own complaint
	 */
	public DropFolderException(String problem, String remedy, Throwable cause) {
		this(problem, remedy);
		initCause(cause);
	}

	/**
	 * Reports an answer to HR that could not be put beside its file.
	 * @param answer where it should be
	 * @param cause the file system's own complaint
	 * @return what to throw
	 */
	public static DropFolderException unanswered(Path answer, Throwable cause) {
		return new DropFolderException("The answer '" + answer + "' could not be written.", UNWRITABLE, cause);
	}

	/**
	 * What is wrong, without what to do about it.
	 * @return a whole sentence
	 */
	public String problem() {
		return this.problem;
	}

	/**
	 * What to do about it.
	 * @return a whole sentence
	 */
	public String remedy() {
		return this.remedy;
	}

}
