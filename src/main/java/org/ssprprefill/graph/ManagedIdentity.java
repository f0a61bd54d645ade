package org.ssprprefill.graph;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * The identity that Azure gives a machine, asked for where the platform says: App
 * Service, Functions and Container Apps ({@code IDENTITY_ENDPOINT} and
 * {@code IDENTITY_HEADER}), Azure Arc ({@code IDENTITY_ENDPOINT} and
 * {@code IMDS_ENDPOINT}), else the metadata service of virtual machines. All of them are
 * on or next to this machine, so that no proxy leads there and no answer takes long.
 */
final class ManagedIdentity implements TokenSource {

	private static final Pattern REALM = Pattern.compile("Basic realm=\"?([^\"]*)\"?", Pattern.CASE_INSENSITIVE);

	private static final int LONGEST_KEY = 4096;

	private final OkHttpClient http;

	private final Platform platform;

	private final GraphSettings settings;

	private final Optional<String> clientId;

	private final Waiting waiting;

	private final Function<String, Optional<String>> variables;

	ManagedIdentity(GraphSettings settings, Optional<String> clientId, Waiting waiting,
			Function<String, Optional<String>> variables, Platform platform) {
		this.platform = platform;
		this.http = Transport.ofLogin(Optional.empty(), Optional.empty())
			.newBuilder()
			.connectTimeout(platform.patience())
			.callTimeout(platform.patience().multipliedBy(2))
			.build();
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
			request = request(this.platform.metadata(), "2018-02-01").build();
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
		Path file;
		try (Response response = this.http.newCall(request).execute()) {
			file = arcKey(response.headers("WWW-Authenticate"));
		}
		catch (IOException ex) {
			throw LoginFailure.unavailable(this.settings, Trouble.of(ex));
		}
		try {
			if (Files.size(file) <= LONGEST_KEY) {
				return Files.readString(file, StandardCharsets.US_ASCII).strip();
			}
		}
		catch (IOException ex) {
			throw LoginFailure.unavailable(this.settings, "the key of Azure Arc's agent cannot be read; on Linux the"
					+ " account of this program must be in the group himds, on Windows an administrator");
		}
		throw LoginFailure.unavailable(this.settings, "the key of Azure Arc's agent is too long to be one");
	}

	/** A key lies in the agent's own folder, so that no other file is ever sent. */
	private Path arcKey(List<String> challenges) {
		Path file = challenges.stream()
			.map(REALM::matcher)
			.filter(Matcher::matches)
			.map((realm) -> this.platform.path(realm.group(1)))
			.findFirst()
			.orElseThrow(() -> LoginFailure.unavailable(this.settings, "Azure Arc's agent gave no challenge"));
		if (!this.platform.arcKeys().contains(String.valueOf(file.getParent())) || !file.toString().endsWith(".key")) {
			throw LoginFailure.unavailable(this.settings,
					"Azure Arc's agent names a key outside of its own folder, which is not read");
		}
		return file;
	}

	/**
	 * Where the platform answers.
	 *
	 * @param metadata the address of the metadata service of virtual machines
	 * @param arcKeys the folders in which Azure Arc's agent puts its keys
	 * @param patience how long to wait for a connection; an answer may take twice as long
	 */
	record Platform(String metadata, Set<String> arcKeys, Duration patience) {

		/** This machine, on Linux or Windows. */
		static Platform ofThisMachine() {
			String windows = Optional.ofNullable(System.getenv("ProgramData")).orElse("/");
			return new Platform("http://169.254.169.254/metadata/identity/oauth2/token",
					Set.of("/var/opt/azcmagent/tokens",
							Path.of(windows, "AzureConnectedMachineAgent", "Tokens").toString()),
					Duration.ofSeconds(5));
		}

		private Path path(String name) {
			try {
				return Path.of(name).normalize();
			}
			catch (InvalidPathException ex) {
				return Path.of("");
			}
		}

	}

}
