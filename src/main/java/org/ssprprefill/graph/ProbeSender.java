package org.ssprprefill.graph;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.RequestInformation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.tenant.MethodQuery;
import org.ssprprefill.tenant.ProbeAnswer;
import org.ssprprefill.tenant.ProbeAnswer.Fact;
import org.ssprprefill.tenant.ProbeRequest;
import org.ssprprefill.tenant.ProbeRequest.Ask;
import org.ssprprefill.tenant.WritePermit;

/**
 * Sends requests of a probe by themselves and as they are, and tells what came back.
 */
final class ProbeSender {

	private static final String REPORT = "/reports/authenticationMethods/userRegistrationDetails";

	private static final JsonMapper JSON = new JsonMapper();

	private final GraphSender wire;

	ProbeSender(GraphSender wire) {
		this.wire = wire;
	}

	ProbeAnswer send(ProbeRequest request, WritePermit permit) {
		if (request.ask() == Ask.BURST) {
			return burst(request);
		}
		if (request.ask() == Ask.CHAIN) {
			return chain(request);
		}
		return answer(this.wire
			.exchange(family(request), 1, (count) -> information(request), (whole, count) -> Map.of(), permit)
			.whole());
	}

	private static Family family(ProbeRequest request) {
		if (request.ask() == Ask.REPORT || request.ask() == Ask.ROW) {
			return Family.REPORTS;
		}
		return request.writes() ? Family.WRITES : Family.METHODS;
	}

	private RequestInformation information(ProbeRequest request) {
		RequestInformation information = new RequestInformation();
		information.httpMethod = switch (request.ask()) {
			case ADD -> HttpMethod.POST;
			case CHANGE -> HttpMethod.PATCH;
			case REMOVE -> HttpMethod.DELETE;
			case LIST, ONE, ALL, REPORT, ROW, BURST, CHAIN -> HttpMethod.GET;
		};
		information.setUri(URI.create(this.wire.endpoint() + path(request) + query(request)));
		if (request.writes() && !request.text().isEmpty()) {
			Map<String, String> body = MethodAddress.body(request.type(), request.text());
			information.setStreamContent(new ByteArrayInputStream(JSON.writeValueAsBytes(body)), "application/json");
		}
		return information;
	}

	private static String path(ProbeRequest request) {
		return switch (request.ask()) {
			case LIST, ADD, BURST, CHAIN -> MethodAddress.list(request.user(), MethodQuery.Family.of(request.kind()));
			case ONE, CHANGE, REMOVE -> MethodAddress.method(request.user(), request.kind());
			case ALL -> "/users/" + request.user().value() + "/authentication/methods";
			case REPORT -> REPORT;
			case ROW -> REPORT + "/" + request.user().value();
		};
	}

	private static String query(ProbeRequest request) {
		if (request.writes() || request.text().isEmpty()) {
			return "";
		}
		String[] option = request.text().split("=", 2);
		return "?" + encoded(option[0]) + "=" + encoded(option[1]);
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

	/**
	 * One exchange, whatever the pace allows: how many single requests a limit bears at
	 * once is what is asked.
	 */
	private ProbeAnswer burst(ProbeRequest request) {
		JsonBatch batch = new JsonBatch(this.wire);
		List<JsonBatch.Item> items = IntStream.range(0, request.size())
			.mapToObj((number) -> new JsonBatch.Item("GET", path(request), Map.of(), UUID.randomUUID().toString()))
			.toList();
		GraphResponse whole = this.wire.exchange(Family.METHODS, () -> batch.request(items));
		List<GraphResponse> answers = List.copyOf(JsonBatch.answers(whole.body(), items.size()).values());
		ProbeAnswer told = answer(answers.stream().filter(GraphResponse::isThrottled).findFirst().orElse(whole));
		int answered = (int) answers.stream().filter(GraphResponse::isSuccess).count();
		return told.withRows(answered);
	}

	/** The answer to the second item where there is one, or else to the whole. */
	private ProbeAnswer chain(ProbeRequest request) {
		JsonBatch batch = new JsonBatch(this.wire);
		List<JsonBatch.Item> items = Stream.of(MethodAddress.method(request.user(), request.kind()), path(request))
			.map((path) -> new JsonBatch.Item("GET", path, Map.of(), UUID.randomUUID().toString()))
			.toList();
		GraphResponse whole = this.wire.exchange(Family.METHODS, () -> batch.chained(items));
		Map<Integer, GraphResponse> answers = JsonBatch.answers(whole.body(), items.size());
		return answer(answers.getOrDefault(1, whole)).withRows(answers.size());
	}

	private static ProbeAnswer answer(GraphResponse reply) {
		JsonNode body = reply.body();
		Map<MethodKind, String> held = new EnumMap<>(MethodKind.class);
		Map<Fact, String> facts = new EnumMap<>(Fact.class);
		for (JsonNode method : body.path("value").isArray() ? body.path("value") : List.of(body)) {
			MethodAnswers.kind(method).ifPresent((kind) -> {
				held.put(kind, MethodAnswers.text(method, kind));
				if (kind == MethodKind.MOBILE) {
					facts.put(Fact.SMS_SIGN_IN, method.path("smsSignInState").asString(""));
				}
			});
		}
		if (body.has("methodsRegistered")) {
			facts.put(Fact.SSPR_REGISTERED, String.valueOf(body.path("isSsprRegistered").asBoolean(false)));
			facts.put(Fact.SECOND_FACTOR, body.path("userPreferredMethodForSecondaryAuthentication").asString(""));
			facts.put(Fact.METHODS,
					body.path("methodsRegistered")
						.valueStream()
						.map((word) -> word.asString(""))
						.sorted()
						.collect(Collectors.joining(" ")));
		}
		if (body.has("@odata.nextLink")) {
			facts.put(Fact.MORE, "more follow");
		}
		facts.put(Fact.NOT_UNIQUE_IN, place(body.path("error")));
		return new ProbeAnswer(reply.status(), reply.code(), facts, reply.limits(), held, body.path("value").size(),
				reply.isWithheld());
	}

	private static String place(JsonNode error) {
		if (error.path("code").asString("").contains(MethodWriter.NOT_UNIQUE)) {
			return "code";
		}
		if (error.path("message").toString().contains(MethodWriter.NOT_UNIQUE)) {
			return "message";
		}
		return error.toString().contains(MethodWriter.NOT_UNIQUE) ? "elsewhere" : "";
	}

}
