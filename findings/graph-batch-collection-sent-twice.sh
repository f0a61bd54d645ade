#!/usr/bin/env bash
# Microsoft Graph SDK for Java, microsoft-graph-core 3.6.6, Java 17, seen on 2026-11-30
#
# What was run: a BatchRequestContentCollection with one POST request in it, looked at with
#   getBatchRequestsForExecution() (say, for a log line), and then posted.
# One would guess: one batch is sent; the getter only reads.
# Seen: the getter adds the open batch to the collection at every call, and post() calls it too, so that the same POST
#   leaves twice, with the same id. Posting the collection a second time (say, after an error) sends it three times.
#   Call the getter never, and post a collection once.
# The first argument is another version to try.
set -euo pipefail

version="${1:-3.6.6}"
expected='posted: 1 sent, 1 different
batches in it: 1
looked at, then posted: 2 sent, 1 different
posted again: 3 sent, 1 different'

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
import com.microsoft.graph.core.content.BatchRequestContentCollection;
import com.microsoft.graph.core.requests.*;
import com.microsoft.kiota.RequestAdapter;
import com.microsoft.kiota.authentication.AnonymousAuthenticationProvider;
import com.sun.net.httpserver.HttpServer;
import java.net.*;
import java.nio.charset.StandardCharsets;
import java.util.*;
import okhttp3.*;

public class Main {

	static final List<String> BATCHES = Collections.synchronizedList(new ArrayList<>());

	public static void main(String[] args) throws Exception {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", (exchange) -> {
			BATCHES.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
			byte[] answer = "{\"responses\":[]}".getBytes();
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(200, answer.length);
			exchange.getResponseBody().write(answer);
			exchange.close();
		});
		server.start();
		String root = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1.0";
		IBaseClient client = new Client(new BaseGraphRequestAdapter(new AnonymousAuthenticationProvider(), root));

		BatchRequestContentCollection untouched = filled(client, root);
		client.getBatchRequestBuilder().post(untouched, null);
		report("posted");

		BatchRequestContentCollection collection = filled(client, root);
		System.out.println("batches in it: " + collection.getBatchRequestsForExecution().size());
		client.getBatchRequestBuilder().post(collection, null);
		report("looked at, then posted");
		client.getBatchRequestBuilder().post(collection, null);
		report("posted again");
		System.exit(0);
	}

	static BatchRequestContentCollection filled(IBaseClient client, String root) {
		BatchRequestContentCollection collection = new BatchRequestContentCollection(client);
		collection.addBatchRequestStep(new Request.Builder().url(root + "/users/kim/authentication/phoneMethods")
			.post(RequestBody.create("{\"phoneType\":\"mobile\"}", MediaType.get("application/json")))
			.build());
		return collection;
	}

	static void report(String what) {
		System.out.println(what + ": " + BATCHES.size() + " sent, " + new HashSet<>(BATCHES).size() + " different");
		BATCHES.clear();
	}

	record Client(RequestAdapter adapter) implements IBaseClient {

		public RequestAdapter getRequestAdapter() {
			return this.adapter;
		}

		public BatchRequestBuilder getBatchRequestBuilder() {
			return new BatchRequestBuilder(this.adapter);
		}

		public void setRequestAdapter(RequestAdapter other) {
			throw new UnsupportedOperationException();
		}

	}

}
JAVA
seen="$(java -cp "$(cat classpath)" Main.java 2> java.log)" \
  || { tail -5 java.log >&2; cannot "the Java program did not end well"; }

echo "$seen"
[ "$seen" = "$expected" ] && { echo "As recorded."; exit 0; }
printf 'Changed. Recorded was:\n%s\n' "$expected"
exit 1
