package org.ssprprefill.graph;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.ssprprefill.tenant.MethodQuery;
import org.ssprprefill.tenant.MethodWrite;
import org.ssprprefill.tenant.WriteAnswer;
import org.ssprprefill.tenant.WritePermit;

/**
 * Sends writes once, in as few exchanges as the pace allows, and tells what each was
 * answered. Microsoft documents no error codes for these calls, so only the status
 * decides what happens next; the code is kept for people, and tells of a number that is
 * refused and stored whose it is.
 */
final class MethodWriter {

	/**
	 * Others have found this word in the error of a number that was stored all the same,
	 * and do not say whether it is the code.
	 */
	static final String NOT_UNIQUE = "phoneNumberNotUnique";

	private final JsonBatch batch;

	private final Meter meter;

	MethodWriter(GraphSender wire) {
		this.batch = new JsonBatch(wire);
		this.meter = wire.meter();
	}

	List<WriteAnswer> write(List<MethodWrite> writes, WritePermit permit) {
		if (writes.isEmpty() || writes.size() > JsonBatch.LARGEST) {
			throw new IllegalArgumentException("A JSON batch holds 1 to 20 writes, not " + writes.size());
		}
		List<JsonBatch.Item> open = writes.stream().map(MethodWriter::item).toList();
		List<WriteAnswer> said = new ArrayList<>(writes.size());
		while (!open.isEmpty()) {
			BatchResponse answers = this.batch.send(Family.WRITES, open, permit);
			for (int i = 0; i < answers.count(); i++) {
				said.add(classify(answers.of(i)));
			}
			open = open.subList(answers.count(), open.size());
		}
		this.meter.written((int) said.stream().filter((answer) -> !(answer instanceof WriteAnswer.Withheld)).count());
		return List.copyOf(said);
	}

	private static JsonBatch.Item item(MethodWrite write) {
		String method = MethodAddress.method(write.user(), write.kind());
		Map<String, String> body = MethodAddress.body(write.kind(), write.value());
		return switch (write.verb()) {
			case ADD ->
				new JsonBatch.Item("POST", MethodAddress.list(write.user(), MethodQuery.Family.of(write.kind())), body,
						write.clientRequestId());
			case UPDATE -> new JsonBatch.Item("PATCH", method, body, write.clientRequestId());
			case REMOVE -> new JsonBatch.Item("DELETE", method, Map.of(), write.clientRequestId());
		};
	}

	/**
	 * Says what an answer means for a write. 424 means that it was not tried; what never
	 * left this machine was not tried either.
	 */
	static WriteAnswer classify(GraphResponse reply) {
		int status = reply.status();
		if (reply.isSuccess()) {
			return new WriteAnswer.Accepted(status);
		}
		if (reply.isWithheld()) {
			return new WriteAnswer.Withheld();
		}
		if (reply.isThrottled() || status == 424 || !reply.sent()) {
			return new WriteAnswer.Postponed(reply.retryAfter().orElse(Duration.ZERO));
		}
		return (status >= 400 && status < 500 && status != 408) ? new WriteAnswer.Refused(status, refusal(reply))
				: new WriteAnswer.Unanswered(status, reply.code());
	}

	private static String refusal(GraphResponse reply) {
		boolean found = reply.status() == 409 && reply.body().path("error").toString().contains(NOT_UNIQUE);
		return found ? NOT_UNIQUE : reply.code();
	}

}
