package org.ssprprefill.tenant;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class BoundedExecutorTests {

	@Test
	void worksOnAsManyPiecesAtATimeAsThereArePlaces() {
		CyclicBarrier bothUnderWay = new CyclicBarrier(2);
		try (BoundedExecutor work = new BoundedExecutor(2)) {
			for (int piece = 0; piece < 4; piece++) {
				work.begin(() -> meet(bothUnderWay));
			}
		}
		assertThat(bothUnderWay.isBroken()).isFalse();
	}

	private static void meet(CyclicBarrier barrier) {
		try {
			barrier.await(1, TimeUnit.MINUTES);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void isDoneOnceItIsClosed() {
		AtomicInteger done = new AtomicInteger();
		try (BoundedExecutor work = new BoundedExecutor(3)) {
			for (int piece = 0; piece < 20; piece++) {
				work.begin(done::incrementAndGet);
			}
		}
		assertThat(done).hasValue(20);
	}

	@Test
	void beginsNothingAfterAFailureAndTellsIt() {
		AtomicInteger done = new AtomicInteger();
		assertThatIllegalStateException().isThrownBy(() -> {
			try (BoundedExecutor work = new BoundedExecutor(1)) {
				work.begin(() -> {
					throw new IllegalStateException("the first");
				});
				work.begin(done::incrementAndGet);
				work.begin(done::incrementAndGet);
				assertThat(work.hasFailed()).isTrue();
			}
		}).withMessage("the first");
		assertThat(done).hasValue(0);
	}

	@Test
	void tellsErrorsToo() {
		BoundedExecutor work = new BoundedExecutor(1);
		work.begin(() -> {
			throw new StackOverflowError();
		});
		assertThatExceptionOfType(StackOverflowError.class).isThrownBy(work::close);
	}

}
