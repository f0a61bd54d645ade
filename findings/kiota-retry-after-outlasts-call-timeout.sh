#!/usr/bin/env bash
# Kiota for Java, microsoft-kiota-http-okHttp 1.9.2 through microsoft-graph-core 3.6.6, Java 17, seen on 2026-11-30
#
# What was run: a client of GraphClientFactory with a call timeout of 1 second asks a service that answers 429 with
#   "Retry-After: 3".
# One would guess: the call ends after about 1 second with a timeout, or waits 3 seconds and asks again.
# Seen: neither. The retry handler sleeps the full 3 seconds inside the call, which the timeout does not cut short, and
#   only then fails with "timeout", without asking again. With the SDK's own 100 seconds, every Retry-After above that
#   (up to 180 s) is slept in full for nothing, and the caller sees a timeout instead of the 429.
# The first argument is another version of microsoft-graph-core to try.
set -euo pipefail

version="${1:-3.6.6}"
expected='call timeout of the SDK: 100000 ms
after the 3 seconds: InterruptedIOException, timeout
requests seen: 1'

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
import com.sun.net.httpserver.HttpServer;
import java.net.*;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.OkHttpClient;

public class Main {

	public static void main(String[] args) throws Exception {
		AtomicInteger seen = new AtomicInteger();
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", (exchange) -> {
			seen.incrementAndGet();
			exchange.getResponseHeaders().set("Retry-After", "3");
			exchange.sendResponseHeaders(429, -1);
			exchange.close();
		});
		server.start();
		String root = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1.0";
		System.out.println("call timeout of the SDK: " + GraphClientFactory.create().build().callTimeoutMillis() + " ms");
		OkHttpClient http = GraphClientFactory.create().callTimeout(Duration.ofSeconds(1)).build();
		RequestInformation get = new RequestInformation();
		get.httpMethod = HttpMethod.GET;
		get.urlTemplate = root + "/users";
		long start = System.nanoTime();
		try {
			new BaseGraphRequestAdapter(new AnonymousAuthenticationProvider(), root, http)
				.sendPrimitive(get, null, String.class);
		}
		catch (RuntimeException ex) {
			Throwable cause = (ex.getCause() != null) ? ex.getCause() : ex;
			boolean slept = System.nanoTime() - start >= 2_900_000_000L;
			System.out.println((slept ? "after the 3 seconds: " : "before the 3 seconds: ")
					+ cause.getClass().getSimpleName() + ", " + cause.getMessage());
		}
		System.out.println("requests seen: " + seen);
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
