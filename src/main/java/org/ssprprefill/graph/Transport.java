package org.ssprprefill.graph;

import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.microsoft.graph.core.requests.GraphClientFactory;
import com.microsoft.kiota.RequestOption;
import com.microsoft.kiota.http.middleware.options.RedirectHandlerOption;
import com.microsoft.kiota.http.middleware.options.RetryHandlerOption;
import com.microsoft.kiota.http.middleware.options.UserAgentHandlerOption;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/**
 * The HTTP clients of the login and of Graph: with our own timeouts, without a library's
 * retries, through {@code tenant.proxy} or no proxy at all. This package retries by
 * itself, and nothing is sent twice behind its back. No answer leads elsewhere: what is
 * sent holds secrets, numbers and addresses of people.
 */
final class Transport {

	/** Graph gives up on authentication methods after 60 s; a little more is enough. */
	private static final Duration ANSWER = Duration.ofSeconds(65);

	/** A login answers within seconds, or is worth another attempt. */
	private static final Duration LOGIN_ANSWER = Duration.ofSeconds(20);

	private static final Duration CONNECT = Duration.ofSeconds(10);

	private Transport() {
	}

	/** The SDK's client, for Graph. */
	static OkHttpClient of(Optional<Trust> trust, Optional<HttpProxy> proxy) {
		return settled(GraphClientFactory.create(options()), trust, proxy, ANSWER)
			// The SDK would answer a claims challenge by sending the request again
			.addNetworkInterceptor(
					(chain) -> chain.proceed(chain.request()).newBuilder().removeHeader("WWW-Authenticate").build())
			.build();
	}

	/** A plain client, for the login. */
	static OkHttpClient ofLogin(Optional<Trust> trust, Optional<HttpProxy> proxy) {
		return settled(new OkHttpClient.Builder(), trust, proxy, LOGIN_ANSWER).build();
	}

	private static OkHttpClient.Builder settled(OkHttpClient.Builder builder, Optional<Trust> trust,
			Optional<HttpProxy> proxy, Duration answer) {
		builder.addInterceptor(SentOnce::around)
			.addNetworkInterceptor(SentOnce::leave)
			.followRedirects(false)
			.followSslRedirects(false)
			.protocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1))
			.socketFactory(new NoDelaySockets())
			.proxy(proxy.map(HttpProxy::proxy).orElse(Proxy.NO_PROXY))
			.proxyAuthenticator(new ProxySignIn(proxy.flatMap(HttpProxy::login)))
			.connectTimeout(CONNECT)
			.readTimeout(answer)
			.writeTimeout(answer)
			.callTimeout(answer.plus(CONNECT));
		trust.ifPresent((known) -> builder.sslSocketFactory(known.context().getSocketFactory(), known.manager()));
		return builder;
	}

	private static RequestOption[] options() {
		UserAgentHandlerOption plainUserAgent = new UserAgentHandlerOption();
		plainUserAgent.setEnabled(false);
		return new RequestOption[] { new RetryHandlerOption(null, 0, 0),
				new RedirectHandlerOption(0, (response) -> false), plainUserAgent };
	}

}
