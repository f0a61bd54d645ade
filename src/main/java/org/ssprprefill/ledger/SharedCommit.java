package org.ssprprefill.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.ssprprefill.database.DatabaseTrouble;

/**
 * Commits together what several threads bring at the same time: while one commit is on
 * its way to the disk, the next one gathers. A commit costs about the same however much
 * is in it, and the audit trail admits only one writer at a time in any case.
 *
 * @param <T> what is committed
 */
final class SharedCommit<T> {

	private final Queue<Piece<T>> brought = new ConcurrentLinkedQueue<>();

	private final ReentrantLock turn = new ReentrantLock(true);

	private final Consumer<List<T>> transaction;

	/**
	 * Creates a shared commit.
	 * @param transaction commits all of it, or nothing and throws
	 */
	SharedCommit(Consumer<List<T>> transaction) {
		this.transaction = transaction;
	}

	/**
	 * Returns once the work is committed.
	 * @param work what to commit
	 * @throws RuntimeException if it could not be committed; others fail by themselves
	 */
	void commit(T work) {
		Piece<T> own = new Piece<>(work);
		this.brought.add(own);
		this.turn.lock();
		try {
			if (!own.tried) {
				carryOut(gathered());
			}
		}
		finally {
			this.turn.unlock();
		}
		own.complain();
	}

	private List<Piece<T>> gathered() {
		List<Piece<T>> pieces = new ArrayList<>();
		for (Piece<T> piece = this.brought.poll(); piece != null; piece = this.brought.poll()) {
			pieces.add(piece);
		}
		return pieces;
	}

	private void carryOut(List<Piece<T>> pieces) {
		Throwable failure = attempt(pieces);
		if (failure != null && pieces.size() > 1 && DatabaseTrouble.of(failure).isEmpty()) {
			// One of them may be to blame, and none suffers for another
			pieces.forEach((piece) -> piece.ended(attempt(List.of(piece))));
			return;
		}
		pieces.forEach((piece) -> piece.ended(failure));
	}

	private @Nullable Throwable attempt(List<Piece<T>> pieces) {
		try {
			this.transaction.accept(pieces.stream().map((piece) -> piece.work).toList());
			return null;
		}
		catch (RuntimeException | Error ex) {
			return ex;
		}
	}

	/** One thread's part. */
	private static final class Piece<T> {

		private final T work;

		private boolean tried;

		private @Nullable Throwable failure;

		Piece(T work) {
			this.work = work;
		}

		void ended(@Nullable Throwable how) {
			this.tried = true;
			this.failure = how;
		}

		void complain() {
			if (this.failure instanceof RuntimeException ex) {
				throw ex;
			}
			if (this.failure instanceof Error error) {
				throw error;
			}
		}

	}

}
