package org.ssprprefill.graph;

import java.net.InetSocketAddress;
import java.net.MalformedURLException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.Optional;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.util.Context;
import reactor.core.publisher.Mono;

/**
 * The HTTP client of the login. azure-identity insists on an https authority; a login on
 * this machine (the simulated tenant) may speak plain http, so exactly that authority is
 * written back.
 */
final class LoginTransport implements HttpClient {

	private static final Duration CONNECT = Duration.ofSeconds(10);

	private final HttpClient client;

	private final URI login;

	private LoginTransport(HttpClient client, URI login) {
		this.client = client;
		this.login = login;
	}

	static HttpClient of(URI login, Optional<Trust> trust, Optional<URI> proxy) {
		java.net.http.HttpClient.Builder builder = java.net.http.HttpClient.newBuilder().connectTimeout(CONNECT);
		trust.ifPresent((known) -> builder.sslContext(known.context()));
		proxy.ifPresent((at) -> builder
			.proxy(ProxySelector.of(new InetSocketAddress(at.getHost(), Transport.address(at).getPort()))));
		HttpClient client = new JdkHttpClientBuilder(builder).build();
		return "http".equals(login.getScheme()) ? new LoginTransport(client, login) : client;
	}

	/**
	 * The authority as azure-identity wants it.
	 * @param login the login of the settings
	 * @return the same host and port with https
	 */
	static String authority(URI login) {
		return "https://" + login.getRawAuthority();
	}

	@Override
	public Mono<HttpResponse> send(HttpRequest request) {
		return this.client.send(plain(request));
	}

	@Override
	public Mono<HttpResponse> send(HttpRequest request, Context context) {
		return this.client.send(plain(request), context);
	}

	@Override
	public HttpResponse sendSync(HttpRequest request, Context context) {
		return this.client.sendSync(plain(request), context);
	}

	private HttpRequest plain(HttpRequest request) {
		URL url = request.getUrl();
		if (!"https".equals(url.getProtocol()) || !url.getAuthority().equals(this.login.getRawAuthority())) {
			return request;
		}
		try {
			return request.setUrl(new URL("http", url.getHost(), url.getPort(), url.getFile()));
		}
		catch (MalformedURLException ex) {
			throw new IllegalStateException("http is a known protocol", ex);
		}
	}

}
