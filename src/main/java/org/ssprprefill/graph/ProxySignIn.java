package org.ssprprefill.graph;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import okhttp3.Authenticator;
import okhttp3.Challenge;
import okhttp3.Credentials;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/** Answers a proxy that asks who we are: with Digest where it offers it, else Basic. */
final class ProxySignIn implements Authenticator {

	private static final String HEADER = "Proxy-Authorization";

	private final Optional<HttpProxy.Login> login;

	ProxySignIn(Optional<HttpProxy.Login> login) {
		this.login = login;
	}

	@Override
	public @Nullable Request authenticate(@Nullable Route route, Response response) throws ProxyRefusedException {
		List<Challenge> challenges = response.challenges();
		if (challenges.stream().anyMatch((challenge) -> challenge.scheme().equals("OkHttp-Preemptive"))) {
			// Nothing is told to a proxy that has not asked
			return null;
		}
		HttpProxy.Login known = this.login.orElseThrow(() -> new ProxyRefusedException(
				"the proxy asks for a user (407): set tenant.proxy-user and tenant.proxy-password"));
		if (response.request().header(HEADER) != null && challenges.stream().noneMatch(ProxySignIn::isStale)) {
			throw new ProxyRefusedException(
					"the proxy refuses tenant.proxy-user (407): check it and tenant.proxy-password");
		}
		return response.request().newBuilder().header(HEADER, answer(challenges, response.request(), known)).build();
	}

	private static boolean isStale(Challenge challenge) {
		return "true".equalsIgnoreCase(challenge.authParams().get("stale"));
	}

	private static String answer(List<Challenge> challenges, Request request, HttpProxy.Login login)
			throws ProxyRefusedException {
		for (Challenge challenge : challenges) {
			if (challenge.scheme().equalsIgnoreCase("Digest") && DigestAnswer.understands(challenge.authParams())) {
				return DigestAnswer.to(challenge.authParams(), request.method(), target(request), login);
			}
		}
		if (challenges.stream().anyMatch((challenge) -> challenge.scheme().equalsIgnoreCase("Basic"))) {
			return Credentials.basic(login.user(), login.password().inClear(), StandardCharsets.UTF_8);
		}
		throw new ProxyRefusedException("the proxy asks for a way to sign in that is neither Basic nor Digest (407):"
				+ " let it admit this machine or offer one of them");
	}

	/** What stands in the request's first line. */
	private static String target(Request request) {
		HttpUrl url = request.url();
		return request.method().equals("CONNECT") ? url.host() + ":" + url.port() : url.toString();
	}

}
