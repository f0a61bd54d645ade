package org.ssprprefill.graph;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.RequestInformation;
import okhttp3.HttpUrl;
import tools.jackson.databind.JsonNode;

import org.ssprprefill.tenant.Obstacle;
import org.ssprprefill.tenant.TenantUnavailableException;

/** Follows {@code @odata.nextLink} (graph/paging): opaque, and pages may be empty. */
final class Pages {

	private final RetryingRequest inquiry;

	private final URI endpoint;

	Pages(RetryingRequest inquiry, URI endpoint) {
		this.inquiry = inquiry;
		this.endpoint = endpoint;
	}

	/**
	 * Hands every page to a receiver.
	 * @param question the question
	 * @param first builds the request for the first page
	 * @param receiver takes the {@code value} of each page
	 * @return why there were no more pages, if they were refused
	 */
	Optional<Obstacle> each(Question question, Supplier<RequestInformation> first, Consumer<JsonNode> receiver) {
		return rest(question, this.inquiry.ask(question, first), receiver).map(question::obstacle);
	}

	/**
	 * As {@link #each}, with pages as large as the tenant grants them: where a page size
	 * is refused, without one.
	 * @param question the question
	 * @param sized builds the request for the first page with a size
	 * @param unsized builds it without
	 * @param receiver takes the {@code value} of each page
	 * @return why there were no more pages, if they were refused
	 */
	Optional<Obstacle> each(Question question, Supplier<RequestInformation> sized, Supplier<RequestInformation> unsized,
			Consumer<JsonNode> receiver) {
		GraphResponse reply = this.inquiry.ask(question, sized);
		if (reply.status() == 400) {
			return each(question, unsized, receiver);
		}
		return rest(question, reply, receiver).map(question::obstacle);
	}

	/**
	 * Follows the pages to the last one.
	 * @param question the question
	 * @param first builds the request for the first page
	 * @param receiver takes the {@code value} of each page
	 * @return the last page, or what was answered instead of a page
	 */
	GraphResponse toTheLast(Question question, Supplier<RequestInformation> first, Consumer<JsonNode> receiver) {
		return toTheLast(question, this.inquiry.ask(question, first), receiver);
	}

	private Optional<GraphResponse> rest(Question question, GraphResponse first, Consumer<JsonNode> receiver) {
		return Optional.of(toTheLast(question, first, receiver)).filter((reply) -> !isPage(reply));
	}

	private GraphResponse toTheLast(Question question, GraphResponse first, Consumer<JsonNode> receiver) {
		GraphResponse reply = first;
		Set<String> read = new HashSet<>();
		while (isPage(reply)) {
			receiver.accept(reply.body().path("value"));
			String next = next(reply);
			if (next.isEmpty()) {
				return reply;
			}
			URI link = link(question, next, read);
			reply = this.inquiry.ask(question, () -> page(link));
		}
		return reply;
	}

	/** Whether this holds a list: one that is not there is not an empty one. */
	static boolean isPage(GraphResponse reply) {
		return reply.isSuccess() && reply.body().path("value").isArray();
	}

	/** Where a page says that the next one is; empty after the last. */
	static String next(GraphResponse page) {
		return page.body().path("@odata.nextLink").asString("");
	}

	/**
	 * Where to read on. The token goes to our endpoint only, whatever a page says, and
	 * nowhere twice.
	 * @param question what is being read
	 * @param next what the page says
	 * @param read what pages have said before; this one is added
	 */
	URI link(Question question, String next, Set<String> read) {
		Optional<URI> link = ours(next);
		if (link.isEmpty() || !read.add(next)) {
			throw new TenantUnavailableException("The list of " + question.words()
					+ " cannot be read to its end: the next page it names is "
					+ (link.isPresent() ? "one that was read before." : "not on " + this.endpoint.getHost() + "."));
		}
		return link.get();
	}

	/** A link, unless it leads to another endpoint than ours. */
	Optional<URI> ours(String link) {
		HttpUrl root = HttpUrl.get(this.endpoint.toString());
		return Optional.ofNullable(HttpUrl.parse(link))
			.filter((url) -> url.scheme().equals(root.scheme()) && url.host().equals(root.host())
					&& url.port() == root.port())
			.map(HttpUrl::uri);
	}

	/**
	 * The link that a request would follow, with the names of its options as Microsoft
	 * writes them in batches (graph/json-batching): the SDK encodes the {@code $}.
	 */
	static URI address(RequestInformation request) {
		try {
			return URI.create(request.getUri().toString().replace("%24", "$"));
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException("The SDK builds no such address", ex);
		}
	}

	/** The request for a link that Graph gave. */
	static RequestInformation page(URI link) {
		RequestInformation request = new RequestInformation();
		request.httpMethod = HttpMethod.GET;
		request.setUri(link);
		return request;
	}

}
