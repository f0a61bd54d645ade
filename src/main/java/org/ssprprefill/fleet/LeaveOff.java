package org.ssprprefill.fleet;

import java.util.ArrayList;
import java.util.List;

/** Asks one night to leave off. */
public final class LeaveOff {

	private final List<Runnable> listeners = new ArrayList<>();

	private boolean asked;

	/**
	 * Calls back when the night is to leave off; at once if it was asked before.
	 * @param listener what to do, quickly
	 */
	public synchronized void listen(Runnable listener) {
		this.listeners.add(listener);
		if (this.asked) {
			listener.run();
		}
	}

	/**
	 * Whether the night was asked to leave off.
	 * @return {@code true} for good then
	 */
	public synchronized boolean isAsked() {
		return this.asked;
	}

	synchronized void ask() {
		if (!this.asked) {
			this.asked = true;
			this.listeners.forEach(Runnable::run);
		}
	}

}
