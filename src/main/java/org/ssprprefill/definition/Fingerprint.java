package org.ssprprefill.definition;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

import org.ssprprefill.contact.Country;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.feed.FeedSettings;
import org.ssprprefill.feed.Field;
import org.ssprprefill.feed.MatchingAttribute;
import org.ssprprefill.match.ScopeSettings;

/** The canonical text of what decides a plan, and its digest. */
final class Fingerprint {

	private final StringBuilder canonical = new StringBuilder();

	private Fingerprint() {
	}

	static String of(JobDefinition definition) {
		Fingerprint fingerprint = new Fingerprint();
		fingerprint.connection(definition.connection());
		fingerprint.feed(definition.feed());
		fingerprint.line("match.by", definition.matchBy().stream().map(MatchingAttribute::word).toList());
		fingerprint.line("match.employee-id-width", String.valueOf(definition.employeeIdWidth()));
		fingerprint.scope(definition.scope());
		for (MethodKind kind : MethodKind.values()) {
			fingerprint.line("methods." + kind.word(),
					definition.methods().containsKey(kind) ? definition.methods().get(kind).word() : "");
		}
		fingerprint.line("limits", definition.limits().toString());
		return fingerprint.digest();
	}

	private void connection(Connection connection) {
		if (connection instanceof Connection.Graph graph) {
			line("tenant.id", graph.settings().tenantId().toLowerCase(Locale.ROOT));
			line("tenant.cloud", graph.settings().cloud().word());
		}
		else if (connection instanceof Connection.Simulated simulated) {
			line("tenant.simulated", simulated.description().toString());
		}
	}

	private void feed(FeedSettings feed) {
		for (Field field : Field.values()) {
			line("feed.columns." + field.key(), feed.columns().getOrDefault(field, List.of()));
		}
		line("feed.default-country", feed.defaultCountry().map(Country::code).orElse(""));
		line("feed.charset", feed.charset().map(Charset::name).orElse("auto"));
		line("feed.delimiter", feed.delimiter().map(String::valueOf).orElse("auto"));
	}

	private void scope(ScopeSettings scope) {
		line("scope.group", scope.group().map(ObjectId::value).orElse(""));
		// Their order says nothing, so it must not change the fingerprint
		line("scope.exclude",
				scope.exclude().stream().map((entry) -> entry.toLowerCase(Locale.ROOT)).sorted().distinct().toList());
		line("scope.pilot", scope.pilot().isPresent() ? String.valueOf(scope.pilot().getAsInt()) : "");
	}

	private void line(String key, String value) {
		line(key, List.of(value));
	}

	/** Every value carries its length, so no two definitions have the same text. */
	private void line(String key, Collection<String> values) {
		this.canonical.append(key);
		for (String value : values) {
			this.canonical.append(' ').append(value.length()).append(':').append(value);
		}
		this.canonical.append('\n');
	}

	private String digest() {
		try {
			byte[] text = this.canonical.toString().getBytes(StandardCharsets.UTF_8);
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
