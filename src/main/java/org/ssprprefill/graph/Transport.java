package org.ssprprefill.graph;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.microsoft.graph.core.requests.GraphClientFactory;
import com.microsoft.kiota.RequestOption;
import com.microsoft.kiota.http.middleware.options.RedirectHandlerOption;
import com.microsoft.kiota.http.middleware.options.RetryHandlerOption;
import com.microsoft.kiota.http.middleware.options.UserAgentHandlerOption;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * The SDK's HTTP client with our own timeouts and without its retries: this package
 * retries by itself, and a write is never sent twice behind its back. No answer leads
 * elsewhere: what is sent holds numbers and addresses of people.
 */
final class Transport {

	/** Graph gives up on authentication methods after 60 s; a little more is enough. */
	private static final Duration ANSWER = Duration.ofSeconds(65);

	private static final Duration CONNECT = Duration.ofSeconds(10);

	private Transport() {
	}

	static OkHttpClient of(Optional<Trust> trust, Optional<URI> proxy) {
		OkHttpClient.Builder builder = GraphClientFactory.create(options())
			.addInterceptor(Transport::sendOnce)
			.addNetworkInterceptor(Transport::mark)
			.followRedirects(false)
			.followSslRedirects(false)
			.protocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1))
			.socketFactory(new NoDelaySockets())
			.connectTimeout(CONNECT)
			.readTimeout(ANSWER)
			.writeTimeout(ANSWER)
			.callTimeout(ANSWER.plus(CONNECT));
		trust.ifPresent((known) -> builder.sslSocketFactory(known.context().getSocketFactory(), known.manager()));
		proxy.ifPresent((at) -> builder.proxy(new Proxy(Proxy.Type.HTTP, address(at))));
		return builder.build();
	}

	/**
	 * A proxy's address.
	 * @param proxy for example {@code http://proxy.example:3128}
	 * @return host and port, 80 if it names none
	 */
	static InetSocketAddress address(URI proxy) {
		return InetSocketAddress.createUnresolved(proxy.getHost(), (proxy.getPort() < 0) ? 80 : proxy.getPort());
	}

	private static RequestOption[] options() {
		UserAgentHandlerOption plainUserAgent = new UserAgentHandlerOption();
		plainUserAgent.setEnabled(false);
		return new RequestOption[] { new RetryHandlerOption(null, 0, 0),
				new RedirectHandlerOption(0, (response) -> false), plainUserAgent };
	}

	/**
	 * OkHttp repeats a body on another connection unless the body allows it only once.
	 */
	private static Response sendOnce(Interceptor.Chain chain) throws IOException {
		Request request = chain.request();
		RequestBody body = request.body();
		if (body == null) {
			return chain.proceed(request);
		}
		return chain.proceed(request.newBuilder().method(request.method(), new OnceOnly(body)).build());
	}

	/**
	 * Runs with a connection in hand, just before the first byte leaves: no wait lies
	 * between the permit and the wire.
	 */
	private static Response mark(Interceptor.Chain chain) throws IOException {
		Delivery delivery = chain.request().tag(Delivery.class);
		if (delivery != null) {
			delivery.start();
		}
		return chain.proceed(chain.request());
	}

	/** A body that may be written once. */
	private static final class OnceOnly extends RequestBody {

		private final RequestBody body;

		OnceOnly(RequestBody body) {
			this.body = body;
		}

		@Override
		public @Nullable MediaType contentType() {
			return this.body.contentType();
		}

		@Override
		public long contentLength() throws IOException {
			return this.body.contentLength();
		}

		@Override
		public void writeTo(BufferedSink sink) throws IOException {
			this.body.writeTo(sink);
		}

		@Override
		public boolean isOneShot() {
			return true;
		}

	}

}
