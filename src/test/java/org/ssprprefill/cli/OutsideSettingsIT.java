package org.ssprprefill.cli;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What lies about, and what others set for Java and its libraries. */
class OutsideSettingsIT {

	private static final String SECRET = "pa55word-of-the-app";

	@TempDir
	private Path folder;

	@Test
	void changeNothingAndPrintNoSecret() {
		try (CrashScene scene = new CrashScene(this.folder)) {
			Path job = scene.write("nightly.yaml", scene.job("")
				.replace("access-token: ${SCENE_TOKEN}", "client-id: app-1\n  client-secret: ${APP_SECRET}"));
			scene.write("config/application.yml", "spring: {batch: {job: {name: none}}, main: {banner-mode: console}}");
			scene.write("application.properties", "spring.datasource.url=jdbc:nonsense\nlogging.level.root=TRACE");
			try (Child program = Child.start(variables(), (line) -> {
			}, List.of("run", job.toString(), "--home", scene.home().toString(), "--quiet"), this.folder)) {
				// The feed holds a number that is none
				assertThat(program.end()).as(program.output()).isEqualTo(4);
				assertThat(program.output().lines()).as(program.output()).hasSizeLessThan(20);
				assertThat(program.output()).doesNotContain(SECRET, "Bearer", "12345001", "user2@example.org", "DEBUG");
			}
		}
	}

	private static Map<String, String> variables() {
		String properties = String.join(" -D", "", "javax.net.debug=all", "jdk.httpclient.HttpClient.log=all",
				"jdk.internal.httpclient.debug=true", "java.util.logging.config.file=" + resource("loud.properties"),
				"logback.configurationFile=" + resource("loud.xml"), "logging.level.root=TRACE",
				"spring.main.banner-mode=console", "spring.profiles.active=none", "debug=true", "mail.debug=true",
				"hikaricp.configurationFile=/nowhere", "http.proxyHost=127.0.0.1", "http.proxyPort=1",
				"http.nonProxyHosts=none", "https.proxyHost=127.0.0.1", "https.proxyPort=1", "socksProxyHost=127.0.0.1",
				"socksProxyPort=1", "java.net.useSystemProxies=true");
		return Map.ofEntries(Map.entry("APP_SECRET", SECRET), Map.entry("JDK_JAVA_OPTIONS", properties),
				Map.entry("LOGGING_LEVEL_ROOT", "TRACE"), Map.entry("AZURE_HTTP_LOG_DETAIL_LEVEL", "BODY_AND_HEADERS"),
				Map.entry("AZURE_LOG_LEVEL", "verbose"), Map.entry("SPRING_CONFIG_LOCATION", "file:/nowhere/"),
				Map.entry("SPRING_PROFILES_ACTIVE", "none"),
				Map.entry("SPRING_APPLICATION_JSON",
						"{\"spring\":{\"batch\":{\"jdbc\":{\"table-prefix\":\"NONE_\"}}}}"),
				Map.entry("DEBUG", "true"), Map.entry("HTTPS_PROXY", "http://127.0.0.1:1"),
				Map.entry("HTTP_PROXY", "http://127.0.0.1:1"));
	}

	private static Path resource(String name) {
		try {
			return Path.of(Objects.requireNonNull(OutsideSettingsIT.class.getResource(name), name).toURI());
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
