package org.ssprprefill.graph;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import okhttp3.Request;
import okhttp3.Response;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.ssprprefill.contact.Secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A real proxy that asks for a user, where Debian's package squid is installed. */
class SquidIT {

	private static final Path SQUID = Path.of("/usr/sbin/squid");

	private static final String BASIC = "basic program /usr/lib/squid/basic_ncsa_auth %s/basic";

	private static final String DIGEST = "digest program /usr/lib/squid/digest_file_auth %s/digest\nauth_param digest realm proxy";

	@TempDir
	private Path folder;

	private Optional<Process> squid = Optional.empty();

	@ParameterizedTest
	@ValueSource(strings = { BASIC, DIGEST })
	void letsOnlyItsUsersThrough(String way) throws Exception {
		Assumptions.assumeTrue(Files.isExecutable(SQUID), "No package squid");
		int port = start(way.formatted(this.folder, this.folder));
		try (CannedGraph graph = new CannedGraph("https", SquidIT::secure)) {
			graph.says("/v1.0/x", "{}");
			assertThat(status(graph, port, "hunter2")).isEqualTo(200);
			assertThatExceptionOfType(IOException.class).isThrownBy(() -> status(graph, port, "wrong"))
				.withMessageContaining("refuses tenant.proxy-user");
		}
	}

	private static int status(CannedGraph graph, int port, String password) throws IOException {
		HttpProxy proxy = new HttpProxy(URI.create("http://127.0.0.1:" + port),
				Optional.of(new HttpProxy.Login("kim", Secret.of(password))));
		try (Response response = Transport.of(Optional.of(Trust.with(TestAuthority.file())), Optional.of(proxy))
			.newCall(new Request.Builder().url(graph.root() + "/v1.0/x").build())
			.execute()) {
			return response.code();
		}
	}

	private int start(String way) throws IOException {
		int port;
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = free.getLocalPort();
		}
		// Squid leaves root behind and becomes another user
		Files.setPosixFilePermissions(this.folder, PosixFilePermissions.fromString("rwxrwxrwx"));
		Files.writeString(this.folder.resolve("basic"), "kim:$1$abcdefgh$vhxKZ/s1ygZHyCEDPyqtQ/\n");
		Files.writeString(this.folder.resolve("digest"), "kim:hunter2\n");
		Path settings = Files.writeString(this.folder.resolve("squid.conf"), """
				http_port 127.0.0.1:%d
				auth_param %s
				acl known proxy_auth REQUIRED
				http_access allow known
				http_access deny all
				pid_filename %s/pid
				cache_log /dev/null
				access_log none
				cache deny all
				shutdown_lifetime 0 seconds
				""".formatted(port, way, this.folder));
		Process squid = new ProcessBuilder(SQUID.toString(), "-N", "-f", settings.toString()).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		this.squid = Optional.of(squid);
		Awaitility.await().atMost(30, TimeUnit.SECONDS).ignoreExceptions().until(() -> {
			try (Socket socket = new Socket()) {
				socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
				return true;
			}
		});
		return port;
	}

	@AfterEach
	void stop() throws InterruptedException {
		if (this.squid.isPresent()) {
			this.squid.get().destroy();
			this.squid.get().waitFor();
		}
	}

	private static HttpServer secure() {
		try {
			HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			server.setHttpsConfigurator(new HttpsConfigurator(TestAuthority.server()));
			return server;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
