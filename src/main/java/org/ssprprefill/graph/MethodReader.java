package org.ssprprefill.graph;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.ssprprefill.tenant.MethodAnswer;
import org.ssprprefill.tenant.MethodQuery;

/** Reads up to twenty lists of methods, until each is answered or patience ends. */
final class MethodReader {

	private static final Duration BOUND = Duration.ofMinutes(10);

	private final JsonBatch batch;

	private final RetryingRequest inquiry;

	private final GraphSender wire;

	private final Waiting waiting;

	MethodReader(GraphSender wire, RetryingRequest inquiry, Waiting waiting) {
		this.batch = new JsonBatch(wire);
		this.inquiry = inquiry;
		this.wire = wire;
		this.waiting = waiting;
	}

	/**
	 * Reads one batch.
	 * @param queries one to twenty questions
	 * @return one answer a question, in their order
	 */
	List<MethodAnswer> read(List<MethodQuery> queries) {
		RetryBudget patience = new RetryBudget(this.waiting, BOUND);
		Map<MethodQuery, MethodAnswer> settled = new HashMap<>();
		List<MethodQuery> open = queries.stream().distinct().toList();
		int size = JsonBatch.LARGEST;
		while (!open.isEmpty()) {
			BatchResponse answers = this.batch.send(Family.METHODS,
					open.stream().limit(size).map(MethodReader::item).toList());
			patience.attempted();
			// Whatever brings an exchange down is met less often by half of it
			size = (answers.whole().status() == 0) ? Math.max(1, size / 2) : JsonBatch.LARGEST;
			List<MethodQuery> sent = open.subList(0, answers.count());
			Map<MethodQuery, GraphResponse> unsettled = settle(sent, answers, settled);
			if (unsettled.size() < sent.size()) {
				patience.rewarded();
			}
			List<MethodQuery> next = new ArrayList<>(open.subList(answers.count(), open.size()));
			next.addAll(unsettled.isEmpty() ? List.of() : again(unsettled, answers.whole(), patience, settled));
			open = next;
		}
		return queries.stream().map((query) -> Objects.requireNonNull(settled.get(query))).toList();
	}

	private static JsonBatch.Item item(MethodQuery query) {
		return new JsonBatch.Item("GET", MethodAddress.list(query.user(), query.family()), Map.of(),
				UUID.randomUUID().toString());
	}

	private static Map<MethodQuery, GraphResponse> settle(List<MethodQuery> sent, BatchResponse answers,
			Map<MethodQuery, MethodAnswer> settled) {
		Map<MethodQuery, GraphResponse> unsettled = new LinkedHashMap<>();
		for (int i = 0; i < sent.size(); i++) {
			GraphResponse reply = answers.of(i);
			Optional<MethodAnswer> answer = MethodAnswers.of(reply);
			if (answer.isPresent()) {
				settled.put(sent.get(i), answer.get());
			}
			else {
				unsettled.put(sent.get(i), reply);
			}
		}
		return unsettled;
	}

	/** What is asked again after a wait: everything unsettled, or nothing any more. */
	private List<MethodQuery> again(Map<MethodQuery, GraphResponse> unsettled, GraphResponse whole,
			RetryBudget patience, Map<MethodQuery, MethodAnswer> settled) {
		if (whole.status() == 0) {
			this.inquiry.await("authentication methods", patience, whole);
		}
		else if (!waits(unsettled, patience)) {
			unsettled.forEach((query, reply) -> settled.put(query, MethodAnswers.unread(reply)));
			return List.of();
		}
		this.wire.meter().retried(unsettled.size());
		return List.copyOf(unsettled.keySet());
	}

	/** The longest time named counts; the throttle keeps it. */
	private boolean waits(Map<MethodQuery, GraphResponse> unsettled, RetryBudget patience) {
		this.inquiry.reached();
		Optional<Duration> told = unsettled.values()
			.stream()
			.flatMap((reply) -> reply.told().stream())
			.max(Duration::compareTo);
		Duration wait = told.orElseGet(patience::backoff);
		boolean allowed = patience.allows(wait);
		if (allowed && told.isEmpty()) {
			this.inquiry.pause(wait);
		}
		return allowed;
	}

}
