#!/usr/bin/env bash
# Microsoft Graph SDK for Java, microsoft-graph-core 3.6.6 (with Kiota 1.9.2), Java 17, seen on 2026-11-30
#
# What was run: a collection of two pages, read with PageIterator, the first page fetched with error mappings as the
#   generated request builders do. The service refuses the second page with 403 and an OData error; it would have
#   refused the first with the same answer.
# One would guess: the second page throws the same mapped error as the first (in the full SDK: ODataError).
# Seen: the iterator sends its own requests without error mappings and has no setting for them. From the second page on
#   a plain ApiException arrives, "no error class is registered", without the service's code and message: what
#   catches the mapped error only does not catch it.
# The first argument is another version to try.
set -euo pipefail

version="${1:-3.6.6}"
expected='refused by itself: Failure
refused as second page: ApiException 403, the server returned an unexpected status code and no error class is registered for this code 403'

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
import com.microsoft.graph.core.requests.BaseGraphRequestAdapter;
import com.microsoft.graph.core.tasks.PageIterator;
import com.microsoft.kiota.*;
import com.microsoft.kiota.authentication.AnonymousAuthenticationProvider;
import com.microsoft.kiota.serialization.*;
import com.sun.net.httpserver.HttpServer;
import java.net.*;
import java.util.*;
import java.util.function.Consumer;

public class Main {

	public static void main(String[] args) throws Exception {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		String root = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1.0";
		server.createContext("/", (exchange) -> {
			boolean first = exchange.getRequestURI().toString().endsWith("/users");
			byte[] answer = (first ? "{\"value\":[{}],\"@odata.nextLink\":\"" + root + "/users?$skiptoken=2\"}"
					: "{\"error\":{\"code\":\"Authorization_RequestDenied\",\"message\":\"No.\"}}").getBytes();
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(first ? 200 : 403, answer.length);
			exchange.getResponseBody().write(answer);
			exchange.close();
		});
		server.start();
		ParseNodeFactoryRegistry.defaultInstance.contentTypeAssociatedFactories.put("application/json",
				new JsonParseNodeFactory());
		RequestAdapter adapter = new BaseGraphRequestAdapter(new AnonymousAuthenticationProvider(), root);
		HashMap<String, ParsableFactory<? extends Parsable>> mappings = new HashMap<>();
		mappings.put("XXX", (node) -> new Failure());

		try {
			adapter.send(get(root + "/users?$skiptoken=2"), mappings, (node) -> new Page());
		}
		catch (ApiException ex) {
			System.out.println("refused by itself: " + ex.getClass().getSimpleName());
		}
		Page page = adapter.send(get(root + "/users"), mappings, (node) -> new Page());
		try {
			new PageIterator.Builder<Page, Page>().requestAdapter(adapter)
				.collectionPage(page)
				.collectionPageFactory((node) -> new Page())
				.processPageItemCallback((user) -> true)
				.build()
				.iterate();
		}
		catch (ApiException ex) {
			System.out.println("refused as second page: " + ex.getClass().getSimpleName() + " "
					+ ex.getResponseStatusCode() + ", " + ex.getMessage());
		}
		System.exit(0);
	}

	static RequestInformation get(String address) {
		RequestInformation get = new RequestInformation();
		get.httpMethod = HttpMethod.GET;
		get.urlTemplate = address;
		return get;
	}

	/** A page, and for brevity each of its items too. */
	public static final class Page implements Parsable, AdditionalDataHolder {

		private final Map<String, Object> additional = new HashMap<>();

		private List<Page> value = List.of();

		public List<Page> getValue() {
			return this.value;
		}

		public Map<String, Object> getAdditionalData() {
			return this.additional;
		}

		public Map<String, Consumer<ParseNode>> getFieldDeserializers() {
			Map<String, Consumer<ParseNode>> fields = new HashMap<>();
			fields.put("value", (node) -> this.value = node.getCollectionOfObjectValues((item) -> new Page()));
			return fields;
		}

		public void serialize(SerializationWriter writer) {
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
