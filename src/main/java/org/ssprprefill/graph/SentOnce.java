package org.ssprprefill.graph;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Lets a request leave once. OkHttp sends some again by itself: after 408, after 503 with
 * {@code Retry-After: 0}, after 421, and without a body also where a connection was lost
 * before the answer. Connections may be tried in turn, as long as nothing has left.
 */
final class SentOnce {

	/** What OkHttp acts upon, if it sees it. */
	private static final Set<Integer> REPEATED = Set.of(407, 408, 421, 503);

	/** What it sees instead, and leaves alone. */
	private static final int UNREMARKABLE = 599;

	private final AtomicBoolean left = new AtomicBoolean();

	private int hidden;

	private SentOnce() {
	}

	/** Around OkHttp's own repeating. */
	static Response around(Interceptor.Chain chain) throws IOException {
		SentOnce once = new SentOnce();
		Request request = chain.request().newBuilder().tag(SentOnce.class, once).build();
		Response answer = chain.proceed(request);
		return (once.hidden == 0) ? answer : answer.newBuilder().code(once.hidden).build();
	}

	/**
	 * With a connection in hand, just before the first byte leaves: no wait lies between
	 * the permit and the wire.
	 */
	static Response leave(Interceptor.Chain chain) throws IOException {
		Request request = chain.request();
		SentOnce once = request.tag(SentOnce.class);
		if (once == null || !once.left.compareAndSet(false, true)) {
			throw new ProtocolException("it was sent already");
		}
		Delivery delivery = request.tag(Delivery.class);
		if (delivery != null) {
			delivery.start();
		}
		Response answer = chain.proceed(request);
		if (answer.code() == 407 && !request.isHttps() && isProxied(chain)) {
			// The proxy kept it, so that it may go once more, with the proxy's user
			once.left.set(false);
			return answer;
		}
		if (!REPEATED.contains(answer.code())) {
			return answer;
		}
		once.hidden = answer.code();
		return answer.newBuilder().code(UNREMARKABLE).build();
	}

	private static boolean isProxied(Interceptor.Chain chain) {
		return chain.connection() != null && chain.connection().route().proxy().type() == Proxy.Type.HTTP;
	}

}
