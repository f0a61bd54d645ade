package org.ssprprefill.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ssprprefill.contact.MethodKind;

/**
 * All users' authentication methods as a list of changes in time, so that the present,
 * the lagging report and a stale read are views of the same facts. Users are keyed by
 * object id.
 */
final class RegisteredMethods {

	/** One method added, changed or (without a value) removed. */
	record Change(String user, MethodKind kind, Instant at, Optional<String> value) {
	}

	/** What reads show for a while instead of the present. */
	private record Stale(Map<MethodKind, String> view, int reads) {
	}

	private final Map<String, List<Change>> changes = new HashMap<>();

	private final List<Change> later = new ArrayList<>();

	private final Map<String, Stale> stale = new HashMap<>();

	private final Instant since;

	RegisteredMethods(List<SimulatedUser> users, Instant since, List<Change> later) {
		this.since = since;
		users.forEach(this::begin);
		later.forEach(this::append);
	}

	private void begin(SimulatedUser user) {
		Instant at = user.registeredAgo().map(this.since::minus).orElse(this.since.minus(Duration.ofDays(3650)));
		user.methods()
			.forEach((kind, value) -> changesOf(user.id()).add(new Change(user.id(), kind, at, Optional.of(value))));
	}

	synchronized Instant since() {
		return this.since;
	}

	synchronized List<Change> later() {
		return List.copyOf(this.later);
	}

	synchronized int changeCount() {
		return this.later.size();
	}

	synchronized void apply(Change change) {
		append(change);
	}

	private void append(Change change) {
		changesOf(change.user()).add(change);
		this.later.add(change);
	}

	/** The methods in force. */
	synchronized Map<MethodKind, String> now(String user) {
		return asOf(user, Instant.MAX);
	}

	/** The methods in force at that time. */
	synchronized Map<MethodKind, String> asOf(String user, Instant time) {
		Map<MethodKind, String> methods = new EnumMap<>(MethodKind.class);
		for (Change change : this.changes.getOrDefault(user, List.of())) {
			if (!change.at().isAfter(time)) {
				change.value()
					.ifPresentOrElse((value) -> methods.put(change.kind(), value), () -> methods.remove(change.kind()));
			}
		}
		return methods;
	}

	/** The methods as a reader sees them, who may be served by a stale replica. */
	synchronized Map<MethodKind, String> read(String user) {
		Stale view = this.stale.get(user);
		if (view == null) {
			return now(user);
		}
		if (view.reads() > 1) {
			this.stale.put(user, new Stale(view.view(), view.reads() - 1));
		}
		else {
			this.stale.remove(user);
		}
		return view.view();
	}

	/** Lets the next reads show the present state, whatever is written meanwhile. */
	synchronized void freeze(String user, int reads) {
		this.stale.put(user, new Stale(now(user), reads));
	}

	private List<Change> changesOf(String user) {
		return this.changes.computeIfAbsent(user, (id) -> new ArrayList<>());
	}

}
