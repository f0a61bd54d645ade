#!/usr/bin/env bash
# Microsoft Graph SDK for Java, microsoft-graph-core 3.6.6 (with Kiota 1.9.2), Java 17, seen on 2026-11-30
#
# What was run: a $batch of two requests to a service that refuses the whole batch with 403 and an OData error, posted
#   with error mappings; then a single GET to the same service with the same mappings.
# One would guess: both throw the mapped error.
# Seen: the GET throws it. The post throws nothing: its answer has no status codes, each response is null, and the
#   "new batch with the failed requests" is empty. A loop that looks for failed parts finds none. Compare the number of
#   answers with the number of requests.
# The first argument is another version to try.
set -euo pipefail

version="${1:-3.6.6}"
expected='single request: Failure
batch: no error, status codes {}
response of the first: null
failed requests: 0'

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
import com.microsoft.graph.core.content.BatchResponseContentCollection;
import com.microsoft.graph.core.requests.*;
import com.microsoft.kiota.*;
import com.microsoft.kiota.authentication.AnonymousAuthenticationProvider;
import com.microsoft.kiota.serialization.*;
import com.sun.net.httpserver.HttpServer;
import java.net.*;
import java.util.*;
import java.util.function.Consumer;
import okhttp3.Request;

public class Main {

	public static void main(String[] args) throws Exception {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", (exchange) -> {
			exchange.getRequestBody().readAllBytes();
			byte[] error = "{\"error\":{\"code\":\"Authorization_RequestDenied\",\"message\":\"No.\"}}".getBytes();
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(403, error.length);
			exchange.getResponseBody().write(error);
			exchange.close();
		});
		server.start();
		String root = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1.0";
		ParseNodeFactoryRegistry.defaultInstance.contentTypeAssociatedFactories.put("application/json",
				new JsonParseNodeFactory());
		RequestAdapter adapter = new BaseGraphRequestAdapter(new AnonymousAuthenticationProvider(), root);
		IBaseClient client = new Client(adapter);
		HashMap<String, ParsableFactory<? extends Parsable>> mappings = new HashMap<>();
		mappings.put("XXX", (node) -> new Failure());

		RequestInformation get = new RequestInformation();
		get.httpMethod = HttpMethod.GET;
		get.urlTemplate = root + "/users/kim";
		try {
			adapter.sendPrimitive(get, mappings, String.class);
			System.out.println("single request: no error");
		}
		catch (ApiException ex) {
			System.out.println("single request: " + ex.getClass().getSimpleName());
		}

		BatchRequestContentCollection batch = new BatchRequestContentCollection(client);
		String kim = batch.addBatchRequestStep(new Request.Builder().url(root + "/users/kim").build());
		batch.addBatchRequestStep(new Request.Builder().url(root + "/users/alex").build());
		try {
			BatchResponseContentCollection answer = client.getBatchRequestBuilder().post(batch, mappings);
			Map<String, Integer> codes = answer.getResponsesStatusCodes();
			System.out.println("batch: no error, status codes " + codes);
			System.out.println("response of the first: " + answer.getResponseById(kim));
			System.out.println("failed requests: "
					+ batch.newBatchWithFailedRequests(codes).getBatchRequestSteps().size());
		}
		catch (ApiException ex) {
			System.out.println("batch: " + ex.getClass().getSimpleName());
		}
		System.exit(0);
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

	/** As the SDK's generated error classes are. */
	static final class Failure extends ApiException implements Parsable {

		public Map<String, Consumer<ParseNode>> getFieldDeserializers() {
			return new HashMap<>();
		}

		public void serialize(SerializationWriter writer) {
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
