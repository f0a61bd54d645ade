package org.ssprprefill.graph;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * The identity that Azure gives a machine, asked for where the platform says: App
 * Service, Functions and Container Apps ({@code IDENTITY_ENDPOINT} and
 * {@code IDENTITY_HEADER}), Azure Arc ({@code IDENTITY_ENDPOINT} and
 * {@code IMDS_ENDPOINT}), else the metadata service of virtual machines. All of them are
 * on or next to this machine, so that no proxy leads there and no answer takes long.
 */
final class ManagedIdentity implements TokenSource {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	/** Where Azure Arc's agent puts its challenges. */
	private static final Path ARC = Path.of("/var/opt/azcmagent/tokens");

	private final OkHttpClient http = Transport.ofLogin(Optional.empty(), Optional.empty())
		.newBuilder()
		.connectTimeout(PATIENCE)
		.callTimeout(PATIENCE.multipliedBy(2))
		.build();

	private final GraphSettings settings;

	private final Optional<String> clientId;

	private final Waiting waiting;

	private final Function<String, Optional<String>> variables;

	ManagedIdentity(GraphSettings settings, Optional<String> clientId, Waiting waiting,
			Function<String, Optional<String>> variables) {
		this.settings = settings;
		this.clientId = clientId;
		this.waiting = waiting;
		this.variables = variables;
	}

	@Override
	public Token fetch() {
		Optional<String> endpoint = this.variables.apply("IDENTITY_ENDPOINT");
		Optional<String> header = this.variables.apply("IDENTITY_HEADER");
		Request request;
		if (endpoint.isPresent() && header.isPresent()) {
			request = request(endpoint.get(), "2019-08-01").header("X-IDENTITY-HEADER", header.get()).build();
		}
		else if (endpoint.isPresent()) {
			Request asked = request(endpoint.get(), "2020-06-01").build();
			request = asked.newBuilder().header("Authorization", "Basic " + arcAnswer(asked)).build();
		}
		else {
			request = request("http://169.254.169.254/metadata/identity/oauth2/token", "2018-02-01").build();
		}
		return TokenAnswer.ask(this.http, request, this.settings, this.waiting.clock());
	}

	private Request.Builder request(String endpoint, String version) {
		HttpUrl root = HttpUrl.parse(endpoint);
		if (root == null) {
			throw LoginFailure.incomplete(this.settings);
		}
		HttpUrl.Builder url = root.newBuilder()
			.addQueryParameter("api-version", version)
			.addQueryParameter("resource", SignIn.resource(this.settings.endpoint()));
		this.clientId.ifPresent((id) -> url.addQueryParameter("client_id", id));
		return new Request.Builder().url(url.build()).header("Metadata", "true");
	}

	/** Arc names a file that only its administrators' group can read. */
	private String arcAnswer(Request request) {
		try (Response response = this.http.newCall(request).execute()) {
			String challenge = response.header("WWW-Authenticate");
			Path file = arcFile(challenge);
			if (file == null || Files.size(file) > 4096) {
				throw LoginFailure.unavailable(this.settings, "Azure Arc's agent gave no challenge");
			}
			return Files.readString(file, StandardCharsets.US_ASCII).strip();
		}
		catch (IOException ex) {
			throw LoginFailure.unavailable(this.settings, "Azure Arc's agent cannot be asked, or its key not be read");
		}
	}

	private static @Nullable Path arcFile(@Nullable String challenge) {
		if (challenge == null || !challenge.startsWith("Basic realm=")) {
			return null;
		}
		Path file = Path.of(challenge.substring("Basic realm=".length()).replace("\"", "")).normalize();
		String windows = Optional.ofNullable(System.getenv("ProgramData")).orElse("");
		boolean known = ARC.equals(file.getParent()) || !windows.isEmpty()
				&& Path.of(windows, "AzureConnectedMachineAgent", "Tokens").equals(file.getParent());
		return (known && file.toString().endsWith(".key")) ? file : null;
	}

}
