#!/usr/bin/env bash
# Microsoft Graph SDK for Java, microsoft-graph-core 3.6.6, with the OkHttp 4.12.0 that it brings, Java 17, seen on 2026-11-30
#
# What was run: a client of GraphClientFactory with the SDK's retries switched off (RetryHandlerOption with 0 retries)
#   sends one POST each to a service that answers 408, 503, 503 with "Retry-After: 0", 429 with the same, and 500.
# One would guess: each POST leaves once.
# Seen: after 408, and after 503 with "Retry-After: 0", the POST leaves twice: OkHttp below the SDK repeats it, within
#   the same call, without a Retry-Attempt header and whatever the SDK's options say. A service that did the work but
#   answered 408 gets it twice. OkHttp's retryOnConnectionFailure(false) stops the first, but not the second.
# The first argument is another version of microsoft-graph-core to try.
set -euo pipefail

version="${1:-3.6.6}"
expected='retryOnConnectionFailure true
  /408 sent 2
  /503 sent 1
  /503/0 sent 2
  /429/0 sent 1
  /500 sent 1
retryOnConnectionFailure false
  /408 sent 1
  /503 sent 1
  /503/0 sent 2
  /429/0 sent 1
  /500 sent 1'

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
cannot() { echo "Cannot run: $1" >&2; exit 2; }
for tool in java mvn; do
  command -v "$tool" > /dev/null || cannot "$tool is not installed"
done

cat > pom.xml << POM
<project>
 <modelVersion>4.0.0</modelVersion>
 <groupId>finding</groupId>
 <artifactId>finding</artifactId>
 <version>1</version>
 <dependencies>
  <dependency>
    <groupId>com.microsoft.graph</groupId>
    <artifactId>microsoft-graph-core</artifactId>
    <version>$version</version>
  </dependency>
 </dependencies>
</project>
POM
mvn -q -B -Dmaven.repo.local="$work/m2" -Dmdep.outputFile=classpath \
  org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath > maven.log 2>&1 \
  || { grep -m 1 ERROR maven.log >&2 || true; cannot "Maven Central did not hand out version $version"; }

cat > Main.java << 'JAVA'
import com.microsoft.graph.core.requests.*;
import com.microsoft.kiota.*;
import com.microsoft.kiota.authentication.AnonymousAuthenticationProvider;
import com.microsoft.kiota.http.middleware.options.RetryHandlerOption;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.net.*;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;

public class Main {

	static final AtomicInteger SEEN = new AtomicInteger();

	public static void main(String[] args) throws Exception {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", (exchange) -> {
			SEEN.incrementAndGet();
			exchange.getRequestBody().readAllBytes();
			String[] wish = exchange.getRequestURI().getPath().split("/");
			if (wish.length > 3) {
				exchange.getResponseHeaders().set("Retry-After", wish[3]);
			}
			exchange.sendResponseHeaders(Integer.parseInt(wish[2]), -1);
			exchange.close();
		});
		server.start();
		String root = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1.0";
		for (boolean okhttp : new boolean[] { true, false }) {
			OkHttpClient http = GraphClientFactory
				.create(new RequestOption[] { new RetryHandlerOption(null, 0, 0) })
				.retryOnConnectionFailure(okhttp)
				.build();
			RequestAdapter adapter = new BaseGraphRequestAdapter(new AnonymousAuthenticationProvider(), root, http);
			System.out.println("retryOnConnectionFailure " + okhttp);
			for (String answer : new String[] { "/408", "/503", "/503/0", "/429/0", "/500" }) {
				SEEN.set(0);
				RequestInformation post = new RequestInformation();
				post.httpMethod = HttpMethod.POST;
				post.urlTemplate = root + answer;
				post.setStreamContent(new ByteArrayInputStream("{}".getBytes()), "application/json");
				try {
					adapter.sendPrimitive(post, null, Void.class);
				}
				catch (ApiException ex) {
					System.out.println("  " + answer + " sent " + SEEN);
				}
			}
		}
		System.exit(0);
	}

}
JAVA
seen="$(java -cp "$(cat classpath)" Main.java 2> java.log)" \
  || { tail -5 java.log >&2; cannot "the Java program did not end well"; }

echo "$seen"
[ "$seen" = "$expected" ] && { echo "As recorded."; exit 0; }
printf 'Changed. Recorded was:\n%s\n' "$expected"
exit 1
