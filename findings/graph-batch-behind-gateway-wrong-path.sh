#!/usr/bin/env bash
# Microsoft Graph SDK for Java, microsoft-graph-core 3.6.6, Java 17, seen on 2026-11-30
#
# What was run: one request for users/kim added to a $batch, by request adapters whose base address is Graph's own
#   (/v1.0), that of an API gateway (/graph/v1.0), and that of a proxy which adds the version itself (no path).
# One would guess: the address of the part is relative to the base address: /users/kim, as single requests work well
#   with each of them.
# Seen: the SDK cuts the first five characters off the path, whatever they are: the parts ask for "h/v1.0/users/kim" and
#   "s/kim". The base address of a client that batches must end in /v1.0 or /beta, right after the host.
# The first argument is another version to try.
set -euo pipefail

version="${1:-3.6.6}"
expected='https://graph.example.org/v1.0: alone https://graph.example.org/v1.0/users/kim, in a batch "/users/kim"
https://graph.example.org/graph/v1.0: alone https://graph.example.org/graph/v1.0/users/kim, in a batch "h/v1.0/users/kim"
https://graph.example.org: alone https://graph.example.org/users/kim, in a batch "s/kim"'

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
import com.microsoft.graph.core.requests.BaseGraphRequestAdapter;
import com.microsoft.kiota.*;
import com.microsoft.kiota.authentication.AnonymousAuthenticationProvider;
import com.google.gson.JsonParser;
import java.io.InputStreamReader;
import java.util.List;

public class Main {

	public static void main(String[] args) throws Exception {
		for (String path : List.of("/v1.0", "/graph/v1.0", "")) {
			RequestAdapter adapter = new BaseGraphRequestAdapter(new AnonymousAuthenticationProvider(),
					"https://graph.example.org" + path);
			RequestInformation get = new RequestInformation();
			get.httpMethod = HttpMethod.GET;
			get.urlTemplate = "{+baseurl}/users/kim";
			get.pathParameters.put("baseurl", adapter.getBaseUrl());
			BatchRequestContent batch = new BatchRequestContent(adapter, List.of());
			batch.addBatchRequestStep(get);
			System.out.println(adapter.getBaseUrl() + ": alone " + get.getUri() + ", in a batch "
					+ JsonParser.parseReader(new InputStreamReader(batch.getBatchRequestContent()))
						.getAsJsonObject().getAsJsonArray("requests").get(0).getAsJsonObject().get("url"));
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
