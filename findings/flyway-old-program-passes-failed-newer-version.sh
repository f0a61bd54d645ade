#!/usr/bin/env bash
# Flyway 11.14.1 (community, flyway-core) with H2 2.4.240, Java 17, seen on 2026-11-30
#
# What was run: a new program (V1, V2) whose V2 fails half-way through on a database that does not roll back DDL; the new
#   program again; then the old program (V1 only), as after a rollback of the release. All with default settings.
# One would guess: both programs refuse a schema whose history says FAILED, until it is repaired.
# Seen: the new program refuses it, the old one migrates "with success" on the half-changed tables; only a log line
#   warns. The default of ignoreMigrationPatterns, "*:future", passes newer versions that failed as well as those that
#   went well. With "*:pending" in its place the old program refuses too.
# The first argument is another version to try.
set -euo pipefail

version="${1:-11.14.1}"
expected='new program: Failed to execute script V2__kinds.sql
history as the old program reads it: V1 SUCCESS
history as the old program reads it: V2 FUTURE_FAILED
new program: Detected failed migration to version 2 (kinds).
old program: migrated, success true
old program, ignoring *:pending: Detected failed migration to version 2 (kinds).'

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
    <groupId>org.flywaydb</groupId>
    <artifactId>flyway-core</artifactId>
    <version>$version</version>
  </dependency>
  <dependency>
    <groupId>com.h2database</groupId>
    <artifactId>h2</artifactId>
    <version>2.4.240</version>
  </dependency>
 </dependencies>
</project>
POM
mvn -q -B -Dmaven.repo.local="$work/m2" -Dmdep.outputFile=classpath \
  org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath > maven.log 2>&1 \
  || { grep -m 1 ERROR maven.log >&2 || true; cannot "Maven Central did not hand out version $version"; }

cat > Main.java << 'JAVA'
import java.nio.file.*;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;

public class Main {

	public static void main(String[] args) throws Exception {
		for (String program : new String[] { "old", "new" }) {
			Files.createDirectories(Path.of(program));
			Files.writeString(Path.of(program, "V1__phones.sql"), "create table phone (id int);");
		}
		Files.writeString(Path.of("new", "V2__kinds.sql"),
				"alter table phone add column kind varchar(8); update phone set kind = missing_column;");
		run("new", new String[0]);
		for (MigrationInfo step : flyway("old").load().info().all()) {
			System.out.println("history as the old program reads it: V" + step.getVersion() + " " + step.getState());
		}
		run("new", new String[0]);
		run("old", new String[0]);
		run("old", new String[] { "*:pending" });
	}

	static void run(String program, String[] ignored) {
		FluentConfiguration flyway = flyway(program);
		if (ignored.length > 0) {
			flyway.ignoreMigrationPatterns(ignored);
		}
		String name = program + " program" + ((ignored.length > 0) ? ", ignoring " + ignored[0] : "");
		try {
			System.out.println(name + ": migrated, success " + flyway.load().migrate().success);
		}
		catch (FlywayException ex) {
			System.out.println(name + ": "
					+ ex.getMessage().lines().filter((line) -> line.matches("(Detected|Failed to execute).*")).findFirst().orElse("?"));
		}
	}

	static FluentConfiguration flyway(String program) {
		return Flyway.configure()
			.dataSource("jdbc:h2:mem:finding;DB_CLOSE_DELAY=-1", "sa", "")
			.locations("filesystem:" + program);
	}

}
JAVA
seen="$(java -cp "$(cat classpath)" Main.java 2> java.log)" \
  || { tail -5 java.log >&2; cannot "the Java program did not end well"; }

echo "$seen"
[ "$seen" = "$expected" ] && { echo "As recorded."; exit 0; }
printf 'Changed. Recorded was:\n%s\n' "$expected"
exit 1
