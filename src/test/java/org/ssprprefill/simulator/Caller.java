package org.ssprprefill.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks a simulated tenant over HTTP, as any client would. */
final class Caller {

	private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final Simulator simulator;

	Caller(Simulator simulator) {
		this.simulator = simulator;
	}

	/** What came back. */
	record Heard(int status, Map<String, List<String>> headers, Object body) {

		String code() {
			return Json.text(at("error"), "code");
		}

		Object at(String name) {
			return (this.body instanceof Map<?, ?> map) ? Optional.<Object>ofNullable(map.get(name)).orElse("") : "";
		}

		@SuppressWarnings("unchecked")
		List<Map<String, Object>> value() {
			return (List<Map<String, Object>>) at("value");
		}

		String header(String name) {
			return this.headers.getOrDefault(name, List.of("")).get(0);
		}

	}

	Heard get(String path) {
		return send("GET", path, "", "");
	}

	Heard send(String method, String path, String body, String... headers) {
		try {
			return exchange(method, path, body, headers);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	Heard exchange(String method, String path, String body, String... headers)
			throws IOException, InterruptedException {
		URI uri = path.startsWith("http") ? URI.create(path) : URI.create(this.simulator.endpoint() + path);
		HttpRequest.Builder request = HttpRequest.newBuilder(uri)
			.header("Content-Type", "application/json")
			.header("Authorization", "Bearer " + this.simulator.accessToken())
			.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
		for (int i = 0; i + 1 < headers.length; i += 2) {
			if (!headers[i].isEmpty()) {
				request.setHeader(headers[i], headers[i + 1]);
			}
		}
		HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
		Object content = response.body().isEmpty() ? "" : Json.MAPPER.readValue(response.body(), Object.class);
		return new Heard(response.statusCode(), response.headers().map(), content);
	}

	/** Follows every next link. */
	List<Map<String, Object>> all(String path) {
		List<Map<String, Object>> found = new ArrayList<>();
		for (String next = path; !next.isEmpty();) {
			Heard page = get(next);
			found.addAll(page.value());
			next = String.valueOf(page.at("@odata.nextLink"));
		}
		return found;
	}

	@SuppressWarnings("unchecked")
	List<Map<String, Object>> batch(String... items) {
		Heard heard = send("POST", "/$batch", "{\"requests\":[" + String.join(",", items) + "]}", "", "");
		return (List<Map<String, Object>>) heard.at("responses");
	}

}
