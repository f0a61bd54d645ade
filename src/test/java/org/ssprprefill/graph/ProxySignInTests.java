package org.ssprprefill.graph;

import java.net.InetAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.SocketPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ssprprefill.contact.Secret;
import org.ssprprefill.tenant.TenantUnavailableException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ProxySignInTests {

	private static final HttpProxy.Login LOGIN = new HttpProxy.Login("kim", Secret.of("hunter2"));

	private static final String DIGEST = "Digest realm=\"proxy\", nonce=\"n\", qop=\"auth\", algorithm=SHA-256";

	private final MockWebServer proxy = new MockWebServer();

	@BeforeEach
	void start() throws Exception {
		this.proxy.start(InetAddress.getLoopbackAddress(), 0);
	}

	@AfterEach
	void stop() throws Exception {
		this.proxy.shutdown();
	}

	private HttpProxy proxy(Optional<HttpProxy.Login> login) {
		return new HttpProxy(URI.create("http://127.0.0.1:" + this.proxy.getPort()), login);
	}

	private OkHttpClient client(Optional<HttpProxy.Login> login) {
		return Transport.of(Optional.of(Trust.with(TestAuthority.file())), Optional.of(proxy(login)));
	}

	private void refuses(String challenge) {
		this.proxy.enqueue(new MockResponse().setResponseCode(407).addHeader("Proxy-Authenticate", challenge));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Basic realm="proxy" | Basic a2ltOmh1bnRlcjI=
			Digest realm="proxy", nonce="n", qop="auth", algorithm=SHA-256 | Digest username="kim"
			Digest realm="proxy", nonce="n" | algorithm=MD5
			""")
	void isTakenByAProxyThatAsks(String challenge, String answer) throws Exception {
		this.proxy.useHttps(TestAuthority.server().getSocketFactory(), true);
		refuses(challenge);
		this.proxy.enqueue(new MockResponse().setSocketPolicy(SocketPolicy.UPGRADE_TO_SSL_AT_END));
		this.proxy.enqueue(new MockResponse().setBody("hello"));
		Request request = new Request.Builder().url("https://localhost/v1.0/x").build();
		try (Response response = client(Optional.of(LOGIN)).newCall(request).execute()) {
			assertThat(response.code()).isEqualTo(200);
		}
		assertThat(this.proxy.takeRequest().getHeader("Proxy-Authorization")).isNull();
		assertThat(this.proxy.takeRequest().getHeader("Proxy-Authorization")).contains(answer)
			.doesNotContain("hunter2");
		assertThat(this.proxy.takeRequest().getHeader("Proxy-Authorization")).as("not for the server").isNull();
	}

	@Test
	void isToldAsTheProxysRefusalAndNotAsTheCredentials() {
		GraphSettings settings = settings(Optional.empty());
		for (int i = 0; i < 3; i++) {
			refuses(DIGEST);
		}
		try (GraphTenant tenant = GraphTenant.connect(settings, new FakeTime())) {
			assertThatExceptionOfType(TenantUnavailableException.class).isThrownBy(tenant::signIn)
				.withMessageContaining("407")
				.withMessageContaining("tenant.proxy-user")
				.withMessageContaining("the credential was not judged");
		}
	}

	@Test
	void namesTheUserThatTheProxyRefuses() {
		for (int i = 0; i < 6; i++) {
			refuses(DIGEST);
		}
		try (GraphTenant tenant = GraphTenant.connect(settings(Optional.of(LOGIN)), new FakeTime())) {
			assertThatExceptionOfType(TenantUnavailableException.class).isThrownBy(tenant::signIn)
				.withMessageContaining("refuses tenant.proxy-user")
				.withMessageNotContaining("hunter2");
		}
	}

	private GraphSettings settings(Optional<HttpProxy.Login> login) {
		return new GraphSettings("9f1c2d3e-0000-4000-8000-000000000001", Cloud.GLOBAL,
				new Credential.ClientSecret("app-1", Secret.of("s")), URI.create("https://localhost/v1.0"),
				URI.create("https://localhost"), Optional.of(TestAuthority.file()), Optional.of(proxy(login)),
				new GraphSettings.Pace(1000, 4));
	}

	/** The example of RFC 7616, 3.9.1. */
	@ParameterizedTest
	@CsvSource({ "MD5, 8ca523f5e9506fed4657c9700eebdbec",
			"SHA-256, 753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1" })
	void countsAsTheStandardDoes(String algorithm, String response) {
		Map<String, String> challenge = Map.of("realm", "http-auth@example.org", "qop", "auth, auth-int", "algorithm",
				algorithm, "nonce", "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", "opaque",
				"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS");
		assertThat(DigestAnswer.understands(challenge)).isTrue();
		assertThat(DigestAnswer.to(challenge, "GET", "/dir/index.html",
				new HttpProxy.Login("Mufasa", Secret.of("Circle of Life")),
				"f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"))
			.contains("response=\"" + response + "\"", "opaque=\"FQhe");
	}

}
