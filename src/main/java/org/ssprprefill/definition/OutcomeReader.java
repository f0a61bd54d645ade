package org.ssprprefill.definition;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.ssprprefill.contact.Secret;
import org.ssprprefill.coverage.Ruling;
import org.ssprprefill.coverage.SsprSettings;
import org.ssprprefill.database.LedgerSettings;
import org.ssprprefill.report.Language;
import org.ssprprefill.report.ReportSettings;
import org.ssprprefill.timeline.OwnTelecomProvider;

/**
 * Reads what is measured and kept: {@code sspr}, {@code coverage}, {@code report} and
 * {@code ledger}.
 */
final class OutcomeReader {

	private static final int SHORTEST_KEY = 32;

	static final Map<String, SsprSettings.Writeback> WRITEBACK = Map.of("on", SsprSettings.Writeback.ON, "off",
			SsprSettings.Writeback.OFF, "unknown", SsprSettings.Writeback.UNKNOWN);

	static final Map<String, Ruling> ENTITLES = Map.of("true", Ruling.YES, "false", Ruling.NO, "unknown",
			Ruling.UNKNOWN);

	static final Map<String, OwnTelecomProvider> TELECOM = Map.of("none", OwnTelecomProvider.NONE, "sms",
			OwnTelecomProvider.SMS, "voice", OwnTelecomProvider.VOICE, "both", OwnTelecomProvider.BOTH, "false",
			OwnTelecomProvider.NONE, "true", OwnTelecomProvider.BOTH);

	private final Document document;

	private final Section sspr;

	private final Section coverage;

	private final Section report;

	private final Section ledger;

	OutcomeReader(Section root) {
		this.document = root.document();
		this.sspr = root.section("sspr");
		this.coverage = root.section("coverage");
		this.report = root.section("report");
		this.ledger = root.section("ledger");
	}

	SsprSettings sspr() {
		return new SsprSettings(this.sspr.wholeNumber("methods-required", 1, 1, 2),
				this.sspr.value("password-writeback")
					.flatMap((value) -> value.word(WRITEBACK))
					.orElse(SsprSettings.Writeback.UNKNOWN),
				this.sspr.value("own-telecom-provider")
					.flatMap((value) -> value.word(TELECOM))
					.orElse(OwnTelecomProvider.NONE),
				this.sspr.value("own-telecom-group").flatMap(Value::groupId),
				this.sspr.value("office-365-entitles").flatMap((value) -> value.word(ENTITLES)).orElse(Ruling.YES),
				target());
	}

	private OptionalInt target() {
		return this.coverage.value("target")
			.map((value) -> value.wholeNumber(0, 100, "Give a whole percentage such as 95."))
			.orElseGet(OptionalInt::empty);
	}

	ReportSettings report() {
		return new ReportSettings(
				this.report.path("directory", this.document.folder())
					.orElseGet(() -> this.document.folder().resolve("../reports").normalize()),
				formats(), language(), this.report.value("keep").flatMap(Value::duration), metricsFile());
	}

	private Optional<Path> metricsFile() {
		Optional<Path> file = this.report.path("metrics-file", this.document.folder());
		file.filter((path) -> !path.toString().endsWith(".prom"))
			.ifPresent((path) -> this.report.wrong("metrics-file", "is not a name that the node exporter reads",
					"Give a file whose name ends in .prom."));
		return file;
	}

	private Language language() {
		return this.report.value("language")
			.flatMap((value) -> value.word(Language.class, Language::word))
			.orElse(Language.EN);
	}

	private Set<ReportSettings.Format> formats() {
		Optional<List<Value>> given = this.report.list("formats");
		if (given.filter(List::isEmpty).isPresent()) {
			this.report.wrong("formats", "names no format", "Use some of: html, json, csv, xlsx, prometheus.");
		}
		List<ReportSettings.Format> formats = given.stream()
			.flatMap(List::stream)
			.flatMap((value) -> value
				.word(ReportSettings.Format.class, (format) -> format.name().toLowerCase(Locale.ROOT))
				.stream())
			.toList();
		return EnumSet.copyOf(formats.isEmpty() ? Arrays.asList(ReportSettings.Format.values()) : formats);
	}

	LedgerSettings ledger() {
		return new LedgerSettings(this.ledger.value("url").filter(OutcomeReader::isDatabase).map(Value::text),
				this.ledger.value("user").map(Value::text), secret("password"),
				this.ledger.value("key").filter(OutcomeReader::isLongEnough).map(Value::text).map(Secret::of));
	}

	private Optional<Secret> secret(String key) {
		return this.ledger.value(key).map(Value::text).map(Secret::of);
	}

	static boolean isDatabase(Value value) {
		String example = "Give a URL such as jdbc:postgresql://db.contoso.com/sspr.";
		String url = value.text().toLowerCase(Locale.ROOT);
		if (url.matches(".*password\\s*=.*")) {
			value.wrong("carries a password", "Move it to ledger.password, as ${NAME} or ${file:/path}.");
			return false;
		}
		if (!url.startsWith("jdbc:postgresql:")) {
			value.wrong("is not the JDBC URL of a PostgreSQL database", example);
			return false;
		}
		return true;
	}

	private static boolean isLongEnough(Value value) {
		boolean longEnough = value.text().length() >= SHORTEST_KEY;
		if (!longEnough) {
			value.wrong("is too short to protect contact values",
					"Use at least " + SHORTEST_KEY + " random characters.");
		}
		return longEnough;
	}

}
