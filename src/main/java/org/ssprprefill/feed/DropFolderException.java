package org.ssprprefill.feed;

import java.nio.file.Path;

import org.ssprprefill.message.Message;

/**
 * The drop folder itself cannot be used. The message names the folder and what to do.
 */
public final class DropFolderException extends Exception {

	/** What to do where something cannot be written or moved. */
	static final Message UNWRITABLE = Message.of("refused.stuck.next");

	private static final long serialVersionUID = 1L;

	private final transient Message problem;

	private final transient Message remedy;

	/**
	 * Reports the folder.
	 * @param problem what is wrong, a whole sentence
	 * @param remedy what to do, a whole sentence
	 */
	public DropFolderException(Message problem, Message remedy) {
		super(problem.then(remedy).inEnglish());
		this.problem = problem;
		this.remedy = remedy;
	}

	/**
	 * Reports the folder.
	 * @param problem what is wrong, a whole sentence
	 * @param remedy what to do, a whole sentence
	 * @param cause the file system's own complaint
	 */
	public DropFolderException(Message problem, Message remedy, Throwable cause) {
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
		return new DropFolderException(Message.of("refused.stuck.answer", answer), UNWRITABLE, cause);
	}

	/**
	 * What is wrong, without what to do about it.
	 * @return a whole sentence
	 */
	public Message problem() {
		return this.problem;
	}

	/**
	 * What to do about it.
	 * @return a whole sentence
	 */
	public Message remedy() {
		return this.remedy;
	}

}
