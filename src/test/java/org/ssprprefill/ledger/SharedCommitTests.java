package org.ssprprefill.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class SharedCommitTests {

	private final List<List<String>> committed = new ArrayList<>();

	private final CountDownLatch firstIsUnderWay = new CountDownLatch(1);

	private final CountDownLatch others = new CountDownLatch(2);

	private final SharedCommit<String> commit = new SharedCommit<>(this::transaction);

	private void transaction(List<String> works) {
		if (works.contains("first")) {
			this.firstIsUnderWay.countDown();
			await(this.others);
		}
		if (works.contains("broken")) {
			throw new IllegalStateException("broken");
		}
		if (works.contains("fatal")) {
			throw new AssertionError("fatal");
		}
		this.committed.add(List.copyOf(works));
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Brings two works while a first commit is under way. */
	private List<CompletableFuture<Void>> whileTheFirstIsUnderWay(String one, String other) {
		CompletableFuture<Void> first = CompletableFuture.runAsync(() -> this.commit.commit("first"));
		await(this.firstIsUnderWay);
		List<CompletableFuture<Void>> brought = List.of(bring(one), bring(other));
		first.join();
		return brought;
	}

	private CompletableFuture<Void> bring(String work) {
		CompletableFuture<Void> done = new CompletableFuture<>();
		Thread thread = new Thread(() -> {
			try {
				this.commit.commit(work);
				done.complete(null);
			}
			catch (RuntimeException | Error ex) {
				done.completeExceptionally(ex);
			}
		});
		thread.start();
		// Its work is brought once it waits for the first commit
		while (thread.getState() != Thread.State.WAITING) {
			Thread.onSpinWait();
		}
		this.others.countDown();
		return done;
	}

	@Test
	void commitsTogetherWhatComesDuringACommit() {
		whileTheFirstIsUnderWay("second", "third").forEach(CompletableFuture::join);
		assertThat(this.committed).hasSize(2);
		assertThat(this.committed.get(1)).containsExactlyInAnyOrder("second", "third");
	}

	@Test
	void letsNobodySufferForAnother() {
		List<CompletableFuture<Void>> brought = whileTheFirstIsUnderWay("second", "broken");
		brought.get(0).join();
		assertThat(brought.get(1)).failsWithin(Duration.ofMinutes(1))
			.withThrowableOfType(ExecutionException.class)
			.withMessageContaining("broken");
		assertThat(this.committed).containsExactly(List.of("first"), List.of("second"));
	}

	@Test
	void tellsEveryFailure() {
		this.others.countDown();
		this.others.countDown();
		assertThatIllegalStateException().isThrownBy(() -> this.commit.commit("broken"));
		assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> this.commit.commit("fatal"));
		this.commit.commit("good");
		assertThat(this.committed).containsExactly(List.of("good"));
	}

}
