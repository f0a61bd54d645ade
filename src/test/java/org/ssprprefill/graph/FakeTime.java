package org.ssprprefill.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only when somebody waits. */
final class FakeTime implements Waiting {

	private final List<Duration> pauses = new ArrayList<>();

	private Instant now = Instant.parse("2026-11-22T01:00:00Z");

	@Override
	public synchronized Instant now() {
		return this.now;
	}

	@Override
	public synchronized void pause(Duration length) {
		this.pauses.add(length);
		this.now = this.now.plus(length);
	}

	synchronized void pass(Duration length) {
		this.now = this.now.plus(length);
	}

	synchronized List<Duration> pauses() {
		return List.copyOf(this.pauses);
	}

	/** The pauses that are long enough to be no pacing. */
	List<Duration> longPauses() {
		return pauses().stream().filter((pause) -> pause.toMillis() >= 400).toList();
	}

}
