package org.ssprprefill.graph;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.microsoft.graph.core.requests.BaseGraphRequestAdapter;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.NativeResponseHandler;
import com.microsoft.kiota.RequestInformation;
import okhttp3.OkHttpClient;
import okhttp3.Response;

import org.ssprprefill.tenant.TenantRefusedException;
import org.ssprprefill.tenant.WritePermit;

/**
 * One exchange at a time through the Graph SDK's request adapter: headers, pace, token.
 * Nothing is retried here, but for one new token where the old one is refused. Answers
 * are taken raw and read as JSON, because the SDK's models fail a whole page over one odd
 * id.
 */
final class GraphSender {

	private static final String USER_AGENT = "sspr-prefill/"
			+ Objects.requireNonNullElse(GraphSender.class.getPackage().getImplementationVersion(), "dev");

	/** Microsoft advises another connection then (graph/best-practices-concept). */
	private static final int UNAVAILABLE = 503;

	private final OkHttpClient http;

	private final BaseGraphRequestAdapter adapter;

	private final GraphServiceClient client;

	private final Tokens tokens;

	private final Throttle throttle;

	private final Meter meter;

	private final URI endpoint;

	private final Clocks clocks;

	GraphSender(URI endpoint, OkHttpClient http, Tokens tokens, Throttle throttle, Meter meter, Clocks clocks) {
		this.endpoint = endpoint;
		this.http = http;
		this.tokens = tokens;
		this.throttle = throttle;
		this.meter = meter;
		this.clocks = clocks;
		this.adapter = new BaseGraphRequestAdapter(
				(request, context) -> request.headers.tryAdd("Authorization", "Bearer " + tokens.current()),
				endpoint.toString(), http);
		this.client = new GraphServiceClient(this.adapter);
	}

	/** The SDK's request builders. */
	GraphServiceClient client() {
		return this.client;
	}

	URI endpoint() {
		return this.endpoint;
	}

	/**
	 * Sends a request and, where the token is refused, once more with a new one.
	 * @param family the group of the request
	 * @param request builds the request, anew for each exchange
	 * @return the answer, or why there was none
	 * @throws TenantRefusedException if a new token is refused too
	 */
	GraphResponse exchange(Family family, Supplier<RequestInformation> request) {
		return exchange(family, 1, (count) -> request.get(), (whole, count) -> Map.of(), () -> true).whole();
	}

	/**
	 * Sends as many requests together as the pace allows now, and likewise once more
	 * where the token is refused.
	 * @param family the group of the requests
	 * @param wanted how many there are, at least one
	 * @param request builds one exchange of the first so many
	 * @param contents finds the answers to single requests in the whole answer
	 * @param permit asked right before each exchange leaves
	 * @return the answers
	 * @throws TenantRefusedException if a new token is refused too
	 */
	BatchResponse exchange(Family family, int wanted, IntFunction<RequestInformation> request,
			BatchResponse.Contents contents, WritePermit permit) {
		String used = this.tokens.current();
		BatchResponse first = this.throttle.pass(family, wanted, (passage) -> send(passage, request, contents, permit));
		if (first.whole().status() != 401) {
			return first;
		}
		this.tokens.refused(used);
		this.meter.retried(first.count());
		BatchResponse second = this.throttle.pass(family, wanted,
				(passage) -> send(passage, request, contents, permit));
		if (second.whole().status() == 401) {
			throw new TenantRefusedException(this.endpoint.getHost()
					+ " refuses the access token (401) although it is new. Check that tenant.endpoint, tenant.login and"
					+ " tenant.cloud belong to the same cloud, and tenant.id to this tenant.");
		}
		return second;
	}

	private BatchResponse send(Throttle.Passage passage, IntFunction<RequestInformation> request,
			BatchResponse.Contents contents, WritePermit permit) {
		int count = passage.granted();
		GraphResponse whole = send(request.apply(count), new Delivery(permit, () -> this.meter.roundTrip(count)));
		Map<Integer, GraphResponse> items = contents.of(whole, count);
		Stream<GraphResponse> answers = items.isEmpty() ? Stream.of(whole) : items.values().stream();
		answers.sorted(Comparator.comparing(GraphResponse::isThrottled)).forEach((answer) -> {
			this.meter.answered(answer.status());
			passage.answered(answer);
		});
		return new BatchResponse(count, whole, items);
	}

	private GraphResponse send(RequestInformation request, Delivery delivery) {
		NativeResponseHandler answer = new NativeResponseHandler();
		request.headers.tryAdd("client-request-id", UUID.randomUUID().toString());
		request.headers.tryAdd("x-ms-throttle-priority", "Low");
		request.headers.tryAdd("User-Agent", USER_AGENT);
		request.headers.tryAdd("Accept", "application/json");
		request.addRequestOptions(List.of(delivery));
		request.setResponseHandler(answer);
		try {
			this.adapter.sendPrimitive(request, null, InputStream.class);
			Response response = (Response) answer.getValue();
			this.clocks.compare(response.header("Date"));
			GraphResponse reply = read(response);
			if (reply.status() == UNAVAILABLE) {
				this.http.connectionPool().evictAll();
			}
			return reply;
		}
		catch (IOException ex) {
			return delivery.lost(Trouble.of(ex));
		}
		catch (RuntimeException ex) {
			if (ex.getCause() instanceof IOException cause) {
				return delivery.lost(Trouble.of(cause));
			}
			throw ex;
		}
	}

	private static GraphResponse read(Response response) throws IOException {
		try (response) {
			byte[] body = (response.body() != null) ? response.body().bytes() : new byte[0];
			return GraphResponse.answered(response.code(), response::header, GraphResponse.parse(body));
		}
	}

	/** The token in use, to name it should an item of a batch be refused with it. */
	String token() {
		return this.tokens.current();
	}

	/**
	 * Drops a token that an item of a batch was refused with.
	 * @return whether there may be a new one
	 */
	boolean refuse(String token) {
		return this.tokens.refused(token);
	}

	Meter meter() {
		return this.meter;
	}

	Clocks clocks() {
		return this.clocks;
	}

	/** Closes connections and threads of the HTTP client. */
	void close() {
		this.http.dispatcher().executorService().shutdown();
		this.http.connectionPool().evictAll();
	}

}
