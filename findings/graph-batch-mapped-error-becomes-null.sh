#!/usr/bin/env bash
# Microsoft Graph SDK for Java, microsoft-graph-core 3.6.6 (with Kiota 1.9.2), Java 17, seen on 2026-11-30
#
# What was run: a $batch answer (200) whose only part is a 404 with an OData error, read with
#   BatchResponseContent.getResponseById(id, factory), once with and once without a mapping for 4XX.
# One would guess: with a mapping the mapped error is thrown, as for a request outside a batch.
# Seen: the other way round. Without a mapping an ApiException is thrown; with a correct one the error is parsed, dropped,
#   and null is returned, which the documentation of the method reserves for "not found" ids. The better the set-up, the
#   quieter the failure. Read getResponseById(id).code() first.
# The first argument is another version to try.
set -euo pipefail

version="${1:-3.6.6}"
expected='status 404
without a mapping: throws ApiException
with a mapping for 4XX: returns null'

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
import com.microsoft.graph.core.content.BatchResponseContent;
import com.microsoft.kiota.ApiException;
import com.microsoft.kiota.serialization.*;
import java.util.*;
import java.util.function.Consumer;
import okhttp3.*;

public class Main {

	static final String ANSWER = """
			{"responses":[{"id":"1","status":404,"headers":{"Content-Type":"application/json"},
			 "body":{"error":{"code":"Request_ResourceNotFound","message":"Resource does not exist."}}}]}""";

	public static void main(String[] args) {
		ParseNodeFactoryRegistry.defaultInstance.contentTypeAssociatedFactories.put("application/json",
				new JsonParseNodeFactory());
		System.out.println("status " + answer(Map.of()).getResponseById("1").code());
		System.out.println("without a mapping: " + read(Map.of()));
		System.out.println("with a mapping for 4XX: " + read(Map.of("4XX", (node) -> new Failure())));
	}

	static String read(Map<String, ParsableFactory<? extends Parsable>> mappings) {
		try {
			User user = answer(mappings).getResponseById("1", (ParsableFactory<User>) (node) -> new User());
			return "returns " + user;
		}
		catch (ApiException ex) {
			return "throws " + ex.getClass().getSimpleName();
		}
	}

	static BatchResponseContent answer(Map<String, ParsableFactory<? extends Parsable>> mappings) {
		return new BatchResponseContent(new Response.Builder()
			.request(new Request.Builder().url("https://graph.example.org/v1.0/$batch").build())
			.protocol(Protocol.HTTP_1_1)
			.code(200)
			.message("OK")
			.body(ResponseBody.create(ANSWER, MediaType.get("application/json")))
			.build(), new HashMap<>(mappings));
	}

	static final class User implements Parsable {

		public Map<String, Consumer<ParseNode>> getFieldDeserializers() {
			return new HashMap<>();
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
