package org.ssprprefill.definition;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.feed.Field;

/** The keys a job definition may hold. */
final class Keys {

	/** The root of a fleet file; roots other than a job's are never shown. */
	static final String FLEET = "#fleet";

	/** The root of a tenant's entry in a fleet. */
	static final String ENTRY = "#entry";

	/** How a program signs in. */
	static final List<String> APP = List.of("client-id", "certificate", "certificate-password", "client-secret",
			"managed-identity", "workload-identity", "access-token");

	/** The keys of each section; the root's name is empty. */
	private static final Map<String, List<String>> SECTIONS = Map.ofEntries(
			Map.entry("",
					List.of("name", "tenant", "feed", "match", "scope", "methods", "limits", "pace", "sspr", "coverage",
							"report", "ledger", "notify")),
			Map.entry("tenant",
					List.of("id", "cloud", "client-id", "certificate", "certificate-password", "client-secret",
							"managed-identity", "workload-identity", "access-token", "endpoint", "login", "trust",
							"proxy", "proxy-user", "proxy-password", "simulated")),
			Map.entry("feed",
					List.of("drop", "files", "settled-for", "checksum", "take", "newest-within", "charset", "delimiter",
							"columns", "default-country", "pgp-key", "pgp-passphrase", "keep")),
			Map.entry("feed.columns", Arrays.stream(Field.values()).map(Field::key).toList()),
			Map.entry("match", List.of("by", "employee-id-width")),
			Map.entry("scope", List.of("group", "exclude", "pilot")),
			Map.entry("methods", Arrays.stream(MethodKind.values()).map(MethodKind::word).toList()),
			Map.entry("limits",
					List.of("changes", "changes-percent", "rejected-percent", "feed-shrink-percent", "same-number",
							"same-email")),
			Map.entry("pace", List.of("requests-per-second", "in-flight")),
			Map.entry("sspr",
					List.of("methods-required", "password-writeback", "own-telecom-provider", "own-telecom-group",
							"office-365-entitles")),
			Map.entry("coverage", List.of("target")),
			Map.entry("report", List.of("directory", "formats", "metrics-file", "language", "keep")),
			Map.entry("ledger", List.of("url", "user", "password", "key")),
			Map.entry("notify", List.of("mail", "hr", "webhook")),
			Map.entry("notify.hr", List.of("to", "from", "smtp", "user", "password", "when")),
			Map.entry("notify.mail", List.of("to", "from", "smtp", "user", "password", "attach-report", "when")),
			Map.entry("notify.webhook", List.of("url", "secret", "when")),
			Map.entry(FLEET,
					List.of("fleet", "database", "template", "app", "night", "at-a-time", "tenants", "report",
							"notify")),
			Map.entry(FLEET + ".database", List.of("url", "user", "password")), Map.entry(FLEET + ".app", APP),
			Map.entry(FLEET + ".night", List.of("at", "until")), Map.entry(FLEET + ".report", List.of("directory")),
			Map.entry(ENTRY, List.of("id", "name", "zone", "drop", "key", "app", "values", "set")),
			Map.entry(ENTRY + ".app", APP));

	private static final Set<String> SECRET = Set.of("tenant.client-secret", "tenant.access-token",
			"tenant.certificate-password", "tenant.proxy-password", "ledger.password", "ledger.key", "feed.pgp-key",
			"feed.pgp-passphrase", "notify.hr.password", "notify.mail.password", "notify.webhook.secret",
			"database.password", "key", "app.client-secret", "app.access-token", "app.certificate-password");

	/**
	 * May stand in the file, and must not be shown: chat services put a secret into it.
	 */
	private static final String CONFIDENTIAL = "notify.webhook.url";

	private static final List<String> SECRET_WORDS = List.of("secret", "password", "passwd", "pwd", "token", "key",
			"credential");

	private Keys() {
	}

	static String path(String section, String key) {
		return section.isEmpty() ? key : section + "." + key;
	}

	/** A key without the name of its root, as people write it. */
	static String shown(String path) {
		return path.replaceFirst("^#[a-z]+\\.?", "");
	}

	static boolean isKnown(String section, String key) {
		return in(section).contains(key);
	}

	static boolean isSecret(String path) {
		return SECRET.contains(shown(path));
	}

	/** Whether a value must stay hidden, also where a secret key is misspelt. */
	static boolean isSensitive(String path) {
		String section = sectionOf(path);
		String key = path.substring(section.isEmpty() ? 0 : section.length() + 1);
		if (isKnown(section, key)) {
			return isSecret(path) || shown(path).equals(CONFIDENTIAL);
		}
		String word = key.toLowerCase(Locale.ROOT);
		return SECRET_WORDS.stream().anyMatch(word::contains)
				|| nearest(section, key).filter(Keys::isSecret).isPresent();
	}

	static boolean isSection(String path) {
		return SECTIONS.containsKey(path);
	}

	static List<String> in(String section) {
		List<String> own = SECTIONS.get(section);
		return (own != null) ? own : SECTIONS.getOrDefault(shown(section), List.of());
	}

	/** What the author of an unknown key probably meant, as a full key. */
	static Optional<String> nearest(String section, String key) {
		String word = key.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
		int tolerated = Math.max(1, word.length() / 3);
		return in(section).stream()
			.min(Comparator.comparingInt((known) -> distance(word, known)))
			.filter((known) -> distance(word, known) <= tolerated)
			.or(() -> sharing(section, word))
			.map((known) -> path(section, known))
			.or(() -> elsewhere(word));
	}

	/** The one key there that has a word in common, as secret has with client-secret. */
	private static Optional<String> sharing(String section, String key) {
		List<String> words = List.of(key.split("-"));
		List<String> sharing = in(section).stream()
			.filter((known) -> Arrays.stream(known.split("-")).anyMatch(words::contains))
			.toList();
		return (sharing.size() == 1) ? Optional.of(sharing.get(0)) : Optional.empty();
	}

	private static Optional<String> elsewhere(String word) {
		return SECTIONS.entrySet()
			.stream()
			.filter((section) -> !section.getKey().startsWith("#") && section.getValue().contains(word))
			.map((section) -> path(section.getKey(), word))
			.sorted()
			.findFirst();
	}

	private static String sectionOf(String path) {
		return path.substring(0, Math.max(0, path.lastIndexOf('.')));
	}

	/** The number of single-character edits between two words (Levenshtein). */
	private static int distance(String from, String to) {
		int[] row = new int[to.length() + 1];
		Arrays.setAll(row, (column) -> column);
		for (int i = 1; i <= from.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j <= to.length(); j++) {
				int replaced = diagonal + ((from.charAt(i - 1) == to.charAt(j - 1)) ? 0 : 1);
				diagonal = row[j];
				row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
			}
		}
		return row[to.length()];
	}

}
