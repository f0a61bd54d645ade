#!/usr/bin/env bash
# Microsoft Graph SDK for Java, microsoft-graph-core 3.6.6, Java 17, seen on 2026-11-30
#
# What was run: a batch of two steps, the second with dependsOn the first. The service throttled the first (429), so
#   that the second failed with it (424). The SDK makes the batch to send again: createNewBatchFromFailedRequests.
# One would guess: the second step still waits for the first.
# Seen: both steps have new ids and dependsOn is gone, so that the service may do them at once or the second one first
#   (a method before the account it belongs to). Only the requests survive, not their order. Build the second batch
#   from getBatchRequestSteps() by hand.
# The first argument is another version to try.
set -euo pipefail

version="${1:-3.6.6}"
expected='batch: {"requests":[{"id":"first","url":"/users/kim","method":"GET"},{"id":"second","url":"/users/kim/manager","method":"GET","dependsOn":["first"]}]}
again: {"requests":[{"id":"new id","url":"/users/kim","method":"GET"},{"id":"new id","url":"/users/kim/manager","method":"GET"}]}'

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
import com.microsoft.graph.core.content.BatchRequestContent;
import com.microsoft.graph.core.models.BatchRequestStep;
import com.microsoft.graph.core.requests.BaseGraphRequestAdapter;
import com.microsoft.kiota.authentication.AnonymousAuthenticationProvider;
import java.nio.charset.StandardCharsets;
import java.util.*;
import okhttp3.Request;

public class Main {

	static final String ROOT = "https://graph.example.org/v1.0";

	public static void main(String[] args) throws Exception {
		BatchRequestContent batch = new BatchRequestContent(
				new BaseGraphRequestAdapter(new AnonymousAuthenticationProvider(), ROOT), List.of());
		batch.addBatchRequestStep(new BatchRequestStep("first", request("/users/kim")));
		batch.addBatchRequestStep(new BatchRequestStep("second", request("/users/kim/manager"), List.of("first")));
		report("batch", batch);
		report("again", batch.createNewBatchFromFailedRequests(new TreeMap<>(Map.of("first", 429, "second", 424))));
	}

	static Request request(String path) {
		return new Request.Builder().url(ROOT + path).build();
	}

	static void report(String what, BatchRequestContent batch) throws Exception {
		String json = new String(batch.getBatchRequestContent().readAllBytes(), StandardCharsets.UTF_8);
		System.out.println(what + ": " + json.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "new id"));
	}

}
JAVA
seen="$(java -cp "$(cat classpath)" Main.java 2> java.log)" \
  || { tail -5 java.log >&2; cannot "the Java program did not end well"; }

echo "$seen"
[ "$seen" = "$expected" ] && { echo "As recorded."; exit 0; }
printf 'Changed. Recorded was:\n%s\n' "$expected"
exit 1
