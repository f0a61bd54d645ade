#!/usr/bin/env bash
# MSAL for Java, msal4j 1.26.0 (also below azure-identity 1.19.0), Java 17, seen on 2026-11-30
#
# What was run: a confidential client asks three times for the same token, by client credentials, of an authority at
#   https://localhost with a port of its own (a stand-in in a test, a gateway), without instance discovery.
# One would guess: one request; the other two tokens come from the cache, as with an authority on port 443.
# Seen: three requests and three tokens. The token is in the cache, but kept under the host alone, and looked for under
#   host and port. ClientSecretCredential of azure-identity 1.19.0 was seen to do the same (and to cache on 443):
#   load tests against a stand-in count a sign-in per request that production does not have.
# The first argument is another version to try.
set -euo pipefail

version="${1:-1.26.0}"
expected='token 1
token 2
token 3
requests seen: 3
cached with "environment":"localhost"'

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
cannot() { echo "Cannot run: $1" >&2; exit 2; }
for tool in java keytool mvn; do
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
    <groupId>com.microsoft.azure</groupId>
    <artifactId>msal4j</artifactId>
    <version>$version</version>
  </dependency>
 </dependencies>
</project>
POM
mvn -q -B -Dmaven.repo.local="$work/m2" -Dmdep.outputFile=classpath \
  org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath > maven.log 2>&1 \
  || { grep -m 1 ERROR maven.log >&2 || true; cannot "Maven Central did not hand out version $version"; }
keytool -genkeypair -alias localhost -keyalg RSA -dname CN=localhost -ext san=dns:localhost \
  -keystore localhost.p12 -storetype PKCS12 -storepass finding > keytool.log 2>&1 \
  || { cat keytool.log >&2; cannot "no certificate for localhost could be made"; }
cat > Main.java << 'JAVA'
import com.microsoft.aad.msal4j.*;
import com.sun.net.httpserver.*;
import java.io.File;
import java.net.*;
import java.security.KeyStore;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.*;

public class Main {

	public static void main(String[] args) throws Exception {
		KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(KeyStore.getInstance(new File("localhost.p12"), "finding".toCharArray()), "finding".toCharArray());
		SSLContext tls = SSLContext.getInstance("TLS");
		tls.init(keys.getKeyManagers(), null, null);
		AtomicInteger seen = new AtomicInteger();
		HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
		server.setHttpsConfigurator(new HttpsConfigurator(tls));
		server.createContext("/", (exchange) -> {
			exchange.getRequestBody().readAllBytes();
			byte[] answer = ("{\"token_type\":\"Bearer\",\"expires_in\":3599,\"access_token\":\"token "
					+ seen.incrementAndGet() + "\"}").getBytes();
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(200, answer.length);
			exchange.getResponseBody().write(answer);
			exchange.close();
		});
		server.start();
		ConfidentialClientApplication app = ConfidentialClientApplication
			.builder("client", ClientCredentialFactory.createFromSecret("made-up"))
			.authority("https://localhost:" + server.getAddress().getPort() + "/contoso.example/")
			.instanceDiscovery(false)
			.build();
		ClientCredentialParameters scope = ClientCredentialParameters
			.builder(Set.of("https://graph.microsoft.com/.default"))
			.build();
		for (int i = 0; i < 3; i++) {
			System.out.println(app.acquireToken(scope).get().accessToken());
		}
		System.out.println("requests seen: " + seen);
		System.out.println(app.tokenCache().serialize().replaceAll(".*(\"environment\":\"[^\"]*\").*", "cached with $1"));
		System.exit(0);
	}

}
JAVA
seen="$(java -Djavax.net.ssl.trustStore=localhost.p12 -Djavax.net.ssl.trustStorePassword=finding -cp "$(cat classpath)" Main.java 2> java.log)" \
  || { tail -5 java.log >&2; cannot "the Java program did not end well"; }

echo "$seen"
[ "$seen" = "$expected" ] && { echo "As recorded."; exit 0; }
printf 'Changed. Recorded was:\n%s\n' "$expected"
exit 1
