package org.ssprprefill.simulator;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.ssprprefill.contact.MethodKind;

/** What was asked of a simulated tenant, and what was written to it. */
public final class Journal {

	private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();

	private final Queue<Write> applied = new ConcurrentLinkedQueue<>();

	/**
	 * One question: a plain request, a JSON batch as a whole, or an item of one.
	 *
	 * @param at the tenant's time
	 * @param method the HTTP method
	 * @param path below the version root
	 * @param status as answered; 0 where the connection was dropped instead
	 * @param batchItem whether it came inside a JSON batch
	 * @param write what it wanted to write, if it was a write of a method
	 * @param retryAfter how long it was told to wait, in seconds; empty if it was not
	 */
	public record Entry(Instant at, String method, String path, int status, boolean batchItem, Optional<Write> write,
			String retryAfter) {
	}

	/**
	 * A write of one authentication method.
	 *
	 * @param userId the user's object id, as addressed
	 * @param kind the method
	 * @param masked the value, masked; empty for a removal
	 */
	public record Write(String userId, MethodKind kind, String masked) {
	}

	/**
	 * One person's method.
	 *
	 * @param userId the user's object id
	 * @param kind the method
	 */
	public record Target(String userId, MethodKind kind) {
	}

	/**
	 * Everything asked so far, in the order in which it was answered.
	 * @return plain requests, JSON batches and their items; also of the login
	 */
	public List<Entry> entries() {
		return List.copyOf(this.entries);
	}

	/**
	 * How often each method was changed; a write counts when it was applied, whatever was
	 * answered.
	 * @return only methods that were changed
	 */
	public Map<Target, Long> writes() {
		Map<Target, Long> writes = new LinkedHashMap<>();
		this.applied.forEach((write) -> writes.merge(new Target(write.userId(), write.kind()), 1L, Long::sum));
		return writes;
	}

	/**
	 * How many HTTP exchanges Graph served: plain requests and whole JSON batches.
	 * @return without the login
	 */
	public long roundTrips() {
		return this.entries.stream().filter((entry) -> !entry.batchItem() && !login(entry)).count();
	}

	private static boolean login(Entry entry) {
		return new Call(entry.method(), entry.path(), Map.of(), Map.of(), Optional.empty(), false).isLogin();
	}

	void answered(Call call, Reply reply, Instant at) {
		Optional<Write> write = call.isMethodWrite() ? call.kind().map((kind) -> wanted(call, kind)) : Optional.empty();
		this.entries.add(new Entry(at, call.method(), call.path(), reply.status(), call.batchItem(), write,
				reply.headers().getOrDefault("Retry-After", "")));
	}

	void applied(String userId, MethodKind kind, String value) {
		this.applied.add(write(userId, kind, value));
	}

	private static Write wanted(Call call, MethodKind kind) {
		return write(call.segment(1), kind, call.value());
	}

	private static Write write(String userId, MethodKind kind, String value) {
		return new Write(userId, kind, value.isEmpty() ? "" : MethodFormat.masked(kind, value));
	}

}
