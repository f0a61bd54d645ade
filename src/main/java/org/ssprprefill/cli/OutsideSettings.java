package org.ssprprefill.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.LogManager;

/**
 * Switches of the Java machine that libraries obey, and that this program does not have:
 * they print requests with their secrets, read other configurations, or lead connections
 * elsewhere. What the program does is for its job definition to say.
 */
final class OutsideSettings {

	/** The beginnings of the properties' names. */
	private static final List<String> IGNORED = List.of("spring.", "logging.", "debug", "trace", "logback.", "slf4j.",
			"org.slf4j.", "java.util.logging.", "jdk.httpclient.HttpClient.log", "jdk.internal.httpclient.",
			"javax.net.debug", "java.security.debug", "http.", "https.", "socksProxy", "java.net.useSystemProxies",
			"java.net.socks.", "mail.", "azure.", "AZURE_", "hikaricp.", "com.zaxxer.hikari.", "flyway.",
			"org.postgresql.", "SSPR_PREFILL_");

	private OutsideSettings() {
	}

	/** Forgets them, before any library has looked. */
	static void forget() {
		System.getProperties()
			.stringPropertyNames()
			.stream()
			.filter((name) -> IGNORED.stream().anyMatch(name::startsWith))
			.forEach(System::clearProperty);
		// A webhook behind a proxy that asks for a user: Java does not answer it by
		// itself
		System.setProperty("jdk.http.auth.tunneling.disabledSchemes", "");
		try {
			// The other logging of Java, which some libraries use
			LogManager.getLogManager()
				.readConfiguration(new ByteArrayInputStream(".level=OFF".getBytes(StandardCharsets.US_ASCII)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
