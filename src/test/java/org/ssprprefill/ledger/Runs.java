package org.ssprprefill.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.database.Cursor;
import org.ssprprefill.ledger.RunStore.Fact;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.tenant.Traffic;

/** Runs of a job and tenant of their own, so that tests do not meet. */
public final class Runs {

	/** When every run begins that says nothing else. */
	public static final Instant START = Instant.parse("2026-11-22T02:00:00Z");

	private final Ledger ledger = SharedDatabase.ledger();

	private final String name;

	/** Runs of a new job and tenant. */
	public Runs() {
		this("test-" + UUID.randomUUID());
	}

	private Runs(String name) {
		this.name = name;
	}

	/**
	 * Runs of a job and tenant.
	 * @param name the name of both
	 * @return the runs
	 */
	static Runs of(String name) {
		return new Runs(name);
	}

	/**
	 * The ledger.
	 * @return the shared one
	 */
	public Ledger ledger() {
		return this.ledger;
	}

	/**
	 * The name of the job and of the tenant.
	 * @return a new one each time
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Begins a run whose administrators could be read.
	 * @param mode its mode
	 * @return the run
	 */
	public RunRecord begin(RunMode mode) {
		return begin(mode, START, Optional.empty());
	}

	/**
	 * Begins a run whose administrators could be read.
	 * @param mode its mode
	 * @param at when
	 * @param concerns the run whose plan it applies
	 * @return the run
	 */
	public RunRecord begin(RunMode mode, Instant at, Optional<String> concerns) {
		String id = "run-" + UUID.randomUUID();
		this.ledger.runs()
			.begin(new RunRecord(id, this.name, mode, this.name, "definition", concerns, at, Optional.empty(),
					Optional.empty(), OptionalInt.empty(), false, false, false, false, false, false, Optional.empty()));
		this.ledger.runs().note(id, Fact.ROLES_READABLE, true);
		return now(id);
	}

	/**
	 * The run as the ledger knows it now.
	 * @param id its id
	 * @return the run
	 */
	public RunRecord now(String id) {
		return this.ledger.runs().find(id).orElseThrow();
	}

	/**
	 * Ends a run.
	 * @param run the run
	 */
	public void finish(RunRecord run) {
		this.ledger.runs().finish(run.id(), "done", 0, run.startedAt().plusSeconds(60));
	}

	/**
	 * All changes of a run.
	 * @param run the run
	 * @return in the order of people
	 */
	public List<ChangeEntry> changes(RunRecord run) {
		try (Cursor<ChangeEntry> changes = this.ledger.changes().all(run.id())) {
			return all(changes);
		}
	}

	/**
	 * The state of one change.
	 * @param run the run
	 * @param user the person
	 * @param kind the method
	 * @return its state
	 */
	public ChangeState state(RunRecord run, String user, MethodKind kind) {
		return changes(run).stream()
			.filter((change) -> change.user().value().equals(user) && change.kind() == kind)
			.findFirst()
			.orElseThrow()
			.state();
	}

	/**
	 * Everything a cursor gives.
	 * @param <T> what it gives
	 * @param cursor the cursor
	 * @return all of it
	 */
	public static <T> List<T> all(Cursor<T> cursor) {
		List<T> all = new ArrayList<>();
		for (Optional<T> one = cursor.next(); one.isPresent(); one = cursor.next()) {
			all.add(one.get());
		}
		return all;
	}

	static Traffic traffic(long requests) {
		return new Traffic(requests, 2, 3, 4, 5, 6);
	}

}
