package org.ssprprefill.definition;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.ssprprefill.contact.Country;
import org.ssprprefill.feed.FeedSettings;
import org.ssprprefill.feed.FeedSettings.Take;
import org.ssprprefill.feed.Field;
import org.ssprprefill.feed.PgpKey;

/** Reads the {@code feed} section, all but its columns. */
final class FeedReader {

	private static final String AUTO = "auto";

	private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

	static final Map<String, Take> TAKE = Map.of("all", Take.ALL, "newest", Take.NEWEST);

	static final Map<String, Boolean> CHECKSUM = Map.of("optional", false, "required", true);

	private static final Map<String, Character> DELIMITERS = Map.of(",", ',', ";", ';', "\t", '\t', "\\t", '\t', "|",
			'|');

	private final Section feed;

	private final Path folder;

	FeedReader(Section root) {
		root.require("feed", "Add the section feed with drop and columns.");
		this.feed = root.section("feed");
		this.folder = root.document().folder();
		if (root.has("feed")) {
			this.feed.require("drop", "Give the folder that HR drops its files into.");
			this.feed.require("columns", "Name HR's headers, such as employee-id: Personnel number.");
		}
	}

	FeedSettings read(Map<Field, List<String>> columns) {
		return new FeedSettings(this.feed.path("drop", this.folder).orElse(this.folder), files(),
				this.feed.duration("settled-for", Duration.ofSeconds(60)), checksumRequired(),
				this.feed.duration("newest-within", Duration.ofHours(36)), charset(), delimiter(), columns, country(),
				pgpKey(), this.feed.value("keep").flatMap(Value::duration),
				this.feed.value("take").flatMap((value) -> value.word(TAKE)).orElse(Take.ALL));
	}

	Section section() {
		return this.feed;
	}

	private String files() {
		return this.feed.value("files").filter(FeedReader::isGlob).map(Value::text).orElse("*.csv");
	}

	private static boolean isGlob(Value value) {
		try {
			FileSystems.getDefault().getPathMatcher("glob:" + value.text());
		}
		catch (IllegalArgumentException ex) {
			value.wrong("is not a file name pattern", "Give one such as \"*.csv\".");
			return false;
		}
		if (value.text().contains("/")) {
			value.wrong("reaches into other folders", "Give a pattern for the file's name only, such as \"*.csv\".");
			return false;
		}
		return true;
	}

	private boolean checksumRequired() {
		return this.feed.value("checksum").flatMap((value) -> value.word(CHECKSUM)).orElse(false);
	}

	private Optional<Charset> charset() {
		return this.feed.value("charset").filter((value) -> !value.text().equals(AUTO)).flatMap(FeedReader::charset);
	}

	private static Optional<Charset> charset(Value value) {
		try {
			return Optional.of(Charset.forName(value.text()));
		}
		catch (IllegalCharsetNameException | UnsupportedCharsetException ex) {
			value.wrong("is not a character set known here", "Use auto, UTF-8, UTF-16LE or windows-1252, for example.");
			return Optional.empty();
		}
	}

	private Optional<Character> delimiter() {
		return this.feed.value("delimiter").filter((value) -> !value.text().equals(AUTO)).flatMap((value) -> {
			Optional<Character> delimiter = Optional.ofNullable(DELIMITERS.get(value.text()));
			if (delimiter.isEmpty()) {
				value.wrong("is not a delimiter known here", "Use auto, \",\", \";\", \"\\t\" or \"|\".");
			}
			return delimiter;
		});
	}

	private Optional<PgpKey> pgpKey() {
		Optional<Value> key = this.feed.value("pgp-key");
		Optional<Value> passphrase = this.feed.value("pgp-passphrase");
		boolean unset = this.feed.has("pgp-passphrase") && passphrase.isEmpty();
		if (!this.feed.has("pgp-key") && this.feed.has("pgp-passphrase")) {
			this.feed.wrong("pgp-passphrase", "opens no key", "Give the key too, in feed.pgp-key.");
		}
		return key.filter((value) -> !unset).flatMap((value) -> {
			Optional<PgpKey> read = PgpKey.read(value.text(), passphrase.map(Value::text).orElse(""));
			if (read.isEmpty()) {
				value.wrong("is no OpenPGP private key that the passphrase opens",
						"Export it with gpg --armor --export-secret-keys, and set feed.pgp-passphrase if it has one.");
			}
			return read;
		});
	}

	private Optional<Country> country() {
		return this.feed.value("default-country").flatMap((value) -> {
			String code = value.text().toUpperCase(Locale.ROOT);
			if (COUNTRIES.contains(code)) {
				return Optional.of(new Country(code));
			}
			value.wrong("is not the ISO code of a country", "Give two letters such as NL, DE or US.");
			return Optional.empty();
		});
	}

}
