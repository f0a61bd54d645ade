package org.ssprprefill.cli;

import java.io.IOException;
import java.net.Socket;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.ssprprefill.simulator.Doorkeeper;

/**
 * The life of a program in this process, as {@code kill -9} would end it: from one moment
 * on nothing that it does reaches the database or the tenant, and whatever it had open is
 * gone. It talks to the database through {@link MortalSockets} and to the tenant past a
 * {@link Doorkeeper}, so that the program itself knows nothing of this.
 */
final class Life implements Doorkeeper {

	private static final Map<String, Life> LIVES = new ConcurrentHashMap<>();

	/** What happens often, and may be the last that happens. */
	enum Moment {

		/** A statement leaves; PostgreSQL never sees it. */
		BEFORE_STATEMENT,
		/** PostgreSQL has done it; nobody hears so. */
		AFTER_STATEMENT,
		/** A commit leaves; PostgreSQL never sees it. */
		BEFORE_COMMIT,
		/** PostgreSQL has committed; nobody hears so. */
		AFTER_COMMIT,
		/** The tenant never sees a request, or an item of a JSON batch. */
		BEFORE_CALL,
		/** The tenant has done it; nobody hears so. */
		AFTER_CALL

	}

	/** How it ends. */
	enum Manner {

		/** The program is killed. */
		KILL,
		/** The program lives, and all its connections to the database are cut. */
		CUT

	}

	/**
	 * When and how it ends.
	 *
	 * @param moment what is met for the last time
	 * @param number how often it is met, counted from 1
	 * @param manner how
	 * @param restArrives whether the tenant still gets what was under way besides
	 */
	record End(Moment moment, int number, Manner manner, boolean restArrives) {

		/** Dies a natural death. */
		static final End NEVER = new End(Moment.BEFORE_CALL, Integer.MAX_VALUE, Manner.KILL, false);

	}

	/** Thrown wherever a program that is dead tries to go on. */
	static final class Killed extends Error {

		private static final long serialVersionUID = 1;

		Killed() {
			super("killed", null, false, false);
		}

	}

	private final String id = UUID.randomUUID().toString();

	private final End end;

	private final Map<Moment, AtomicInteger> met = new EnumMap<>(Moment.class);

	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

	private volatile boolean dead;

	private volatile boolean struck;

	Life(End end) {
		this.end = end;
		for (Moment moment : Moment.values()) {
			this.met.put(moment, new AtomicInteger());
		}
		LIVES.put(this.id, this);
	}

	static Life of(String id) {
		return LIVES.get(id);
	}

	/** What makes PostgreSQL's driver talk through mortal sockets. */
	String urlParameters() {
		// Without server-side statements every commit can be told from other statements
		return "?prepareThreshold=0&socketFactory=" + MortalSockets.class.getName() + "&socketFactoryArg=" + this.id;
	}

	/** How often it met a moment. */
	int met(Moment moment) {
		return this.met.get(moment).get();
	}

	boolean isDead() {
		return this.dead;
	}

	/** Whether its end came, in whatever manner. */
	boolean isStruck() {
		return this.struck;
	}

	void opened(Socket socket) {
		this.sockets.add(socket);
	}

	/**
	 * Goes on, unless this is the end.
	 * @throws IOException if connections are cut here
	 */
	void meet(Moment moment) throws IOException {
		if (this.dead) {
			throw new Killed();
		}
		if (this.met.get(moment).incrementAndGet() == this.end.number() && moment == this.end.moment()) {
			this.struck = true;
			this.dead = this.end.manner() == Manner.KILL;
			for (Socket socket : this.sockets) {
				socket.close();
			}
			if (this.dead) {
				throw new Killed();
			}
			throw new IOException("cut");
		}
	}

	@Override
	public boolean letsIn(boolean batchItem) {
		return (this.dead && batchItem && this.end.restArrives()) || passes(Moment.BEFORE_CALL);
	}

	@Override
	public boolean letsOut() {
		return passes(Moment.AFTER_CALL);
	}

	private boolean passes(Moment moment) {
		try {
			meet(moment);
			return true;
		}
		catch (Killed ex) {
			return false;
		}
		catch (IOException ex) {
			throw new IllegalStateException("Calls are not cut", ex);
		}
	}

	/**
	 * Lives.
	 * @param program what it does
	 * @return what came of it; nothing if it was killed
	 */
	Optional<Outcome> live(Supplier<Outcome> program) {
		AtomicReference<Optional<Outcome>> came = new AtomicReference<>(Optional.empty());
		AtomicReference<Throwable> failure = new AtomicReference<>();
		// Whatever threads it starts belong to the same group
		ThreadGroup group = new ThreadGroup("life");
		Thread thread = new Thread(group, () -> {
			try {
				came.set(Optional.of(program.get()));
			}
			catch (RuntimeException | Error ex) {
				failure.set(ex);
			}
		}, "life");
		thread.start();
		boolean waiting = true;
		while (waiting) {
			try {
				thread.join(5);
				waiting = thread.isAlive();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			if (this.dead) {
				// The dead wait for nobody
				group.interrupt();
			}
		}
		LIVES.remove(this.id);
		if (!this.dead && failure.get() != null) {
			throw new AssertionError("The program failed unexpectedly", failure.get());
		}
		return this.dead ? Optional.empty() : came.get();
	}

}
