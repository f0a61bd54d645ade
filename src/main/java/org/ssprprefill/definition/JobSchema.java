package org.ssprprefill.definition;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.feed.MatchingAttribute;
import org.ssprprefill.graph.Cloud;
import org.ssprprefill.notify.HrMailSettings.Occasion;
import org.ssprprefill.notify.When;
import org.ssprprefill.plan.MethodPolicy;
import org.ssprprefill.report.Language;
import org.ssprprefill.report.ReportSettings;

/**
 * The JSON Schema of job definitions, for editors: the keys and the words that the
 * readers of the file know. It says less than they check.
 */
public final class JobSchema {

	/** Where editors are told to look for it: beside the job definition. */
	public static final String FILE = "job.schema.json";

	/** The first line of a job definition, by which editors find the schema. */
	public static final String MODELINE = "# yaml-language-server: $schema=" + FILE;

	private static final Map<String, Object> REFERENCE = Map.of("type", "string", "pattern", "\\$\\{");

	private static final Set<String> LISTS = Set.of("match.by", "scope.exclude", "report.formats");

	private static final Set<String> NUMBERS = Set.of("match.employee-id-width", "scope.pilot", "limits.changes",
			"limits.changes-percent", "limits.rejected-percent", "limits.feed-shrink-percent", "limits.same-number",
			"limits.same-email", "pace.requests-per-second", "pace.in-flight", "sspr.methods-required",
			"coverage.target");

	private static final Set<String> DURATIONS = Set.of("feed.settled-for", "feed.newest-within", "feed.keep",
			"report.keep");

	private static final Map<String, Collection<String>> WORDS = words();

	private JobSchema() {
	}

	/**
	 * The schema.
	 * @return a JSON object, as maps and lists
	 */
	public static Map<String, Object> tree() {
		Map<String, Object> schema = new LinkedHashMap<>();
		schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
		schema.put("title", "Job definition of sspr-prefill");
		schema.putAll(section(""));
		schema.put("required", List.of("tenant", "feed"));
		return schema;
	}

	private static Map<String, Object> section(String section) {
		Map<String, Object> properties = new LinkedHashMap<>();
		Keys.in(section).forEach((key) -> properties.put(key, key(Keys.path(section, key))));
		Map<String, Object> schema = new LinkedHashMap<>();
		schema.put("type", section.isEmpty() ? "object" : List.of("object", "null"));
		schema.put("additionalProperties", false);
		schema.put("properties", properties);
		return schema;
	}

	private static Map<String, Object> key(String path) {
		if (Keys.isSection(path)) {
			return section(path);
		}
		Map<String, Object> value = value(path);
		if (LISTS.contains(path)) {
			return Map.of("type", "array", "items", value);
		}
		if (path.startsWith("feed.columns.") || path.endsWith(".to")) {
			return anyOf(value, Map.of("type", "array", "items", value));
		}
		return value;
	}

	private static Map<String, Object> value(String path) {
		Collection<String> words = WORDS.get(path);
		if (words != null) {
			return anyOf(Map.of("enum", words.stream().flatMap(JobSchema::spellings).toList()), REFERENCE);
		}
		if (Keys.isSecret(path)) {
			return REFERENCE;
		}
		if (NUMBERS.contains(path)) {
			return anyOf(Map.of("type", "integer", "minimum", 0), REFERENCE);
		}
		if (DURATIONS.contains(path)) {
			return anyOf(Map.of("type", "string", "pattern", "^" + Value.DURATION.pattern() + "$"), REFERENCE);
		}
		return Map.of("type", List.of("string", "number", "boolean"));
	}

	/** YAML reads the words true and false as something of its own. */
	private static Stream<Object> spellings(String word) {
		return Set.of("true", "false").contains(word) ? Stream.of(Boolean.valueOf(word), word) : Stream.of(word);
	}

	private static Map<String, Object> anyOf(Map<String, Object> one, Map<String, Object> other) {
		return Map.of("anyOf", List.of(one, other));
	}

	/** The words that a key takes, for keys that take words only. */
	static Map<String, Collection<String>> words() {
		Map<String, Collection<String>> words = new TreeMap<>();
		List<String> yesOrNo = List.of("true", "false");
		List.of("tenant.managed-identity", "tenant.workload-identity", "notify.mail.attach-report")
			.forEach((key) -> words.put(key, yesOrNo));
		words.put("tenant.cloud", words(Cloud.class, Cloud::word));
		words.put("feed.checksum", new TreeSet<>(FeedReader.CHECKSUM.keySet()));
		words.put("feed.take", new TreeSet<>(FeedReader.TAKE.keySet()));
		words.put("match.by", words(MatchingAttribute.class, MatchingAttribute::word));
		Arrays.stream(MethodKind.values())
			.forEach((kind) -> words.put("methods." + kind.word(), words(MethodPolicy.class, MethodPolicy::word)));
		words.put("sspr.password-writeback", new TreeSet<>(OutcomeReader.WRITEBACK.keySet()));
		words.put("sspr.own-telecom-provider", new TreeSet<>(OutcomeReader.TELECOM.keySet()));
		words.put("sspr.office-365-entitles", new TreeSet<>(OutcomeReader.ENTITLES.keySet()));
		words.put("report.formats",
				words(ReportSettings.Format.class, (format) -> format.name().toLowerCase(Locale.ROOT)));
		words.put("report.language", words(Language.class, Language::word));
		words.put("notify.hr.when", words(Occasion.class, Occasion::word));
		List.of("notify.mail.when", "notify.webhook.when")
			.forEach((key) -> words.put(key, words(When.class, When::word)));
		return words;
	}

	private static <E extends Enum<E>> List<String> words(Class<E> type, Function<E, String> word) {
		return Arrays.stream(type.getEnumConstants()).map(word).toList();
	}

}
