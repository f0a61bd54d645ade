package org.ssprprefill.feed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.feed.HrRow.Problem;
import org.ssprprefill.feed.Writing.Packing;
import org.ssprprefill.feed.Writing.Quotes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** Every way of writing a table times every damage to a row of it, against the truth. */
class CorpusTests {

	private static final List<String> HEADER = List.of("Nr", "UPN", "Mobiel", "Werk", "Privé e-mail", "Land", "Naam");

	private static final List<Writing> WRITINGS = List.of(Writing.plain(),
			Writing.of("Excel, UTF-8", "UTF-8", ';', Quotes.NEEDED, "\r\n").marked(),
			Writing.of("Excel, Western Windows", "windows-1252", ';', Quotes.NEEDED, "\r\n"),
			Writing.of("Excel, Central European Windows", "windows-1250", ';', Quotes.NEEDED, "\r\n"),
			Writing.of("Excel, Mac", "x-MacRoman", ';', Quotes.NEEDED, "\r"),
			Writing.of("Excel, Unicode text", "UTF-16LE", '\t', Quotes.NEEDED, "\r\n").marked(),
			Writing.of("UTF-16 big-endian", "UTF-16BE", ',', Quotes.ALWAYS, "\n").marked(),
			Writing.of("UTF-16 without mark", "UTF-16LE", ';', Quotes.NEEDED, "\n"),
			Writing.of("Latin 9", "ISO-8859-15", '|', Quotes.NEEDED, "\n"),
			Writing.of("everything quoted", "UTF-8", ',', Quotes.ALWAYS, "\n").shuffled(3),
			Writing.of("apostrophes", "UTF-8", ',', Quotes.SINGLE, "\n").shuffled(4),
			Writing.of("backslashes", "UTF-8", ',', Quotes.BACKSLASH, "\n").shuffled(5),
			Writing.of("mixed line ends", "UTF-8", ';', Quotes.NEEDED, "\r\n", "\n", "\r").shuffled(6),
			Writing.of("hint", "UTF-8", '|', Quotes.NEEDED, "\n").around("sep=|\n", ""),
			Writing.of("title and sum", "windows-1252", ';', Quotes.NEEDED, "\r\n")
				.around("Overzicht medewerkers\r\n\r\nAfdeling:;Zorg\r\n", ";;;;;;\r\nTotaal:;4\r\n"),
			Writing.of("gzip", "UTF-8", ',', Quotes.NEEDED, "\n").packed(Packing.GZIP).shuffled(7),
			Writing.of("ZIP", "windows-1252", ';', Quotes.NEEDED, "\n").packed(Packing.ZIP),
			Writing.of("OpenPGP", "UTF-8", ';', Quotes.NEEDED, "\n").packed(Packing.PGP),
			Writing.of("OpenPGP as text", "UTF-8", '\t', Quotes.NEEDED, "\n").packed(Packing.ARMOUR).shuffled(8));

	private static final List<Damage> DAMAGES = List.of(new Damage("none", "", "", ""),
			new Damage("power of ten", "Mobiel", "3,16123E+10", "phone-excel-damaged"),
			new Damage("decimals", "Mobiel", "31612345603.0", "phone-excel-damaged"),
			new Damage("lost zero", "Mobiel", "612345603", "phone-excel-damaged"),
			new Damage("lost plus", "Mobiel", "31612345603", "phone-excel-damaged"),
			new Damage("date", "Mobiel", "6-12-2045", "phone-excel-damaged"),
			new Damage("thousands", "Mobiel", "31.612.345.603", "phone-excel-damaged"),
			new Damage("landline", "Mobiel", "020 123 4567", "phone-kind"),
			new Damage("premium", "Werk", "0900 1234", "phone-kind"),
			new Damage("letters", "Mobiel", "06 CALL ME", "phone-invalid"),
			new Damage("two numbers", "Mobiel", "06 12345603 / 06 12345604", "phone-invalid"),
			new Damage("extension", "Mobiel", "06 12345603 x4", "phone-extension"),
			new Damage("digit missing", "Mobiel", "06 1234560", "phone-not-possible-for-country"),
			new Damage("unknown country", "Land", "Nergensland", "phone-country-unknown"),
			new Damage("two addresses", "Privé e-mail", "a@example.org, b@example.org", "email-invalid"),
			new Damage("placeholder", "Privé e-mail", "geen@geen.nl", "email-invalid"),
			new Damage("own domain", "Privé e-mail", "jan@contoso.com", "email-own-domain"),
			new Damage("no key", "Nr", "", "no-key"),
			new Damage("long cell", "Naam", "n".repeat(1200), "cell-too-long"),
			new Damage("bell", "Naam", "Jan\u0007", "control-characters"),
			new Damage("cell too many", "+", "surplus", "columns-mismatch"));

	@TempDir
	private Path folder;

	/**
	 * What is done to the third row.
	 *
	 * @param name what the test calls it
	 * @param column whose cell it changes; {@code +} adds one, nothing changes none
	 * @param cell what stands there
	 * @param word the problem to expect
	 */
	private record Damage(String name, String column, String cell, String word) {

		List<String> done(List<String> row) {
			List<String> damaged = new ArrayList<>(row);
			if (this.column.equals("+")) {
				damaged.add(this.cell);
			}
			else if (!this.column.isEmpty()) {
				damaged.set(HEADER.indexOf(this.column), this.cell);
			}
			return damaged;
		}

	}

	@Test
	void isLargeEnough() {
		assertThat(WRITINGS.size() * DAMAGES.size()).isGreaterThanOrEqualTo(150);
	}

	@TestFactory
	Stream<DynamicTest> isReadExactlyAsItsTruthSays() {
		return WRITINGS.stream()
			.flatMap((writing) -> DAMAGES.stream()
				.map((damage) -> dynamicTest(writing + ", " + damage.name(), () -> assertTruth(writing, damage))));
	}

	private void assertTruth(Writing writing, Damage damage) throws Exception {
		List<List<String>> people = people(writing);
		List<List<String>> table = new ArrayList<>(people);
		table.add(0, HEADER);
		table.set(3, damage.done(people.get(2)));
		Path file = Files.write(this.folder.resolve("corpus.csv"), writing.bytes(table));
		try (HrExport export = HrExport.open(file, settings(), Exports.RULES)) {
			List<HrRow> rows = Exports.rows(export);
			assertThat(rows).hasSize(4);
			assertThat(export.delimiter().replace("\\t", "\t")).isEqualTo(String.valueOf(writing.delimiter()));
			assertThat(export.sha256()).isEqualTo(Sha256.of(file));
			for (int number = 0; number < 4; number++) {
				if (number == 2) {
					assertDamaged(rows.get(number), damage);
				}
				else {
					assertIntact(rows.get(number), people.get(number), number + 1);
				}
			}
		}
	}

	private static void assertIntact(HrRow row, List<String> person, int number) {
		assertThat(row.problems()).isEmpty();
		assertThat(row.accepted()).isTrue();
		assertThat(row.number()).isEqualTo(number);
		assertThat(row.employeeId()).hasToString("Optional[" + person.get(0) + "]");
		assertThat(row.userPrincipalName()).isEmpty();
		assertThat(row.name()).contains(person.get(6));
		assertThat(clear(row)).isEqualTo(truth(number));
	}

	private static void assertDamaged(HrRow row, Damage damage) {
		Map<MethodKind, String> truth = truth(3);
		if (damage.word().isEmpty()) {
			assertThat(row.problems()).isEmpty();
			assertThat(clear(row)).isEqualTo(truth);
			return;
		}
		assertThat(row.problems()).extracting((problem) -> problem.problem().word())
			.containsOnly(damage.word())
			.isNotEmpty();
		RowProblem problem = RowProblem.of(damage.word());
		assertThat(row.accepted()).isEqualTo(!problem.rejectsRow());
		if (problem.rejectsRow()) {
			assertThat(row.values()).isEmpty();
			return;
		}
		Set<String> columns = damage.word().equals("phone-country-unknown") ? Set.of("Mobiel", "Werk")
				: Set.of(damage.column());
		assertThat(row.problems()).extracting(Problem::column).containsExactlyInAnyOrderElementsOf(columns);
		truth.keySet().removeIf((kind) -> columns.contains(Exports.COLUMNS.get(Field.of(kind)).get(0)));
		assertThat(clear(row)).isEqualTo(truth);
	}

	private static Map<MethodKind, String> clear(HrRow row) {
		Map<MethodKind, String> clear = new EnumMap<>(MethodKind.class);
		row.values().forEach((MethodKind kind, ContactValue value) -> clear.put(kind, value.inClear()));
		return clear;
	}

	private static Map<MethodKind, String> truth(int number) {
		Map<MethodKind, String> truth = new EnumMap<>(MethodKind.class);
		truth.put(MethodKind.MOBILE, "+31 61234560" + number);
		truth.put(MethodKind.OFFICE, "+31 20123456" + number + "x1" + number);
		truth.put(MethodKind.EMAIL, "person" + number + "@example.org");
		return truth;
	}

	private static List<List<String>> people(Writing writing) {
		List<String> names = Stream
			.of("Müller; \"Zoë\", jr. | x", "Łukasz Wałęsa", "René\nJäger", "O'Brien, Grażyna", "Dvořák", "Groß",
					"Køhler", "Jean-François", "Jan\\Piet's", "Müller")
			.filter(writing::canWrite)
			.limit(4)
			.toList();
		List<String> mobiles = List.of("06-12345601", "+31 6 1234 5602", "0612345603", "0031 (0)6.12.34.56.04");
		List<List<String>> people = new ArrayList<>();
		for (int number = 1; number <= 4; number++) {
			people.add(List.of("000" + number, "", mobiles.get(number - 1), "020-123456" + number + " tst 1" + number,
					"Person <person" + number + "@Example.org>", (number % 2 == 0) ? "Nederland" : "NL",
					names.get(number - 1)));
		}
		return people;
	}

	private FeedSettings settings() {
		FeedSettings plain = Exports.settings(this.folder);
		Optional<PgpKey> key = PgpKey.read(OpenPgp.one().privateKey("fictional"), "fictional");
		return new FeedSettings(plain.drop(), plain.files(), plain.settledFor(), plain.checksumRequired(),
				plain.newestWithin(), plain.charset(), plain.delimiter(), plain.columns(), plain.defaultCountry(), key,
				Optional.empty(), plain.take());
	}

}
