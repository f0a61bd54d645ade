package org.ssprprefill.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.feed.Writing.Packing;
import org.ssprprefill.feed.Writing.Quotes;

import static org.assertj.core.api.Assertions.assertThat;

/** Laws of reading on seeded random tables, and on bytes that are none. */
class ReadingLawTests {

	private static final List<String> HEADER = List.of("Nr", "UPN", "Mobiel", "Werk", "Privé e-mail", "Land", "Naam");

	private static final List<String> CHARSETS = List.of("UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE");

	private static Path folder;

	@BeforeContainer
	static void makeFolder() throws IOException {
		folder = Files.createTempDirectory("laws");
	}

	@AfterContainer
	static void removeFolder() throws IOException {
		Files.deleteIfExists(folder.resolve("export.csv"));
		Files.delete(folder);
	}

	@Property(tries = 250, seed = "20261125")
	void readsATableAlikeHoweverItIsWritten(@ForAll("tables") List<List<String>> rows,
			@ForAll("writings") Writing writing) throws RefusedExportException {
		List<List<String>> table = new ArrayList<>(rows);
		table.add(0, HEADER);
		assertThat(said(writing.bytes(table))).isEqualTo(said(Writing.plain().bytes(table)));
	}

	/** What a row says, without where it stands. */
	private static List<Object> said(byte[] file) throws RefusedExportException {
		List<Object> said = new ArrayList<>();
		try (HrExport export = HrExport.open(Exports.write(folder, file), Exports.settings(folder), Exports.RULES)) {
			for (HrRow row : Exports.rows(export)) {
				Map<MethodKind, ContactValue> values = row.values();
				said.add(List.of(row.number(), row.employeeId(), row.userPrincipalName(), row.name(), values,
						row.problems().stream().map((it) -> it.column() + it.problem()).sorted().toList()));
			}
		}
		return said;
	}

	@Property(tries = 1500, seed = "20261126")
	void meetsAnyBytesWithRowsOrAnAnswer(@ForAll long seed) {
		Random random = new Random(seed);
		byte[] bytes = damaged(random);
		long rows = 0;
		try (HrExport export = HrExport.open(Exports.write(folder, bytes), Exports.settings(folder), Exports.RULES)) {
			for (Optional<HrRow> row = export.next(); row.isPresent(); row = export.next()) {
				assertThat(row.get().toString()).isNotEmpty();
				rows++;
			}
		}
		catch (RefusedExportException ex) {
			assertThat(ex).hasMessageMatching("(?s)[A-Z].*[.]");
		}
		// What expands is bounded elsewhere; here nothing grows out of nothing
		assertThat(rows).isLessThanOrEqualTo(20_000);
	}

	private static byte[] damaged(Random random) {
		List<List<String>> table = new ArrayList<>(List.of(HEADER));
		for (int row = random.nextInt(5); row >= 0; row--) {
			table.add(List.of("1" + row, "", "06-1234560" + row, "", "p" + row + "@example.org", "NL", "Zoë \"x\", y"));
		}
		Packing packing = Packing.values()[random.nextInt(3)];
		Writing writing = Writing
			.of("any", CHARSETS.get(random.nextInt(CHARSETS.size())), ",;\t|".charAt(random.nextInt(4)),
					Quotes.values()[random.nextInt(4)], "\n")
			.packed(packing);
		byte[] bytes = writing.bytes(table);
		for (int hits = random.nextInt(12); hits > 0; hits--) {
			int place = random.nextInt(bytes.length);
			switch (random.nextInt(4)) {
				case 0 -> bytes[place] = (byte) random.nextInt(256);
				case 1 -> bytes[place] = (byte) "\"'\\;\n\r\0=,".charAt(random.nextInt(9));
				case 2 -> bytes = Arrays.copyOf(bytes, place + 1);
				default -> {
					byte[] longer = Arrays.copyOf(bytes, bytes.length * 2);
					System.arraycopy(bytes, 0, longer, bytes.length, bytes.length);
					bytes = (longer.length < 50_000) ? longer : bytes;
				}
			}
		}
		if (random.nextInt(10) == 0) {
			random.nextBytes(bytes);
		}
		if (random.nextInt(20) == 0) {
			byte[] start = List
				.of("-----BEGIN PGP MESSAGE-----\n\n", "PK\003\004", "\u001f\u008b\b", "\u0085\u0001\u0002\u0003")
				.get(random.nextInt(4))
				.getBytes(StandardCharsets.ISO_8859_1);
			System.arraycopy(start, 0, bytes, 0, Math.min(start.length, bytes.length));
		}
		return bytes;
	}

	@Provide
	Arbitrary<List<List<String>>> tables() {
		Arbitrary<String> key = Arbitraries.of("1", "0012", "A-7", "", "-", "n.v.t.");
		Arbitrary<String> mobile = Arbitraries.of("0612345601", "+31 6 12345602", "06/12345603", "612345604", "",
				"geen", "3.16E+10", "call me", "'0612345605", "=\"0612345606\"", "06\n12345607");
		Arbitrary<String> office = Arbitraries.of("", "020 1234567 x1", "0900 1234", "+49 30 231250");
		Arbitrary<String> email = Arbitraries.of("a@example.org", "B <b@example.org>", "", "c@contoso.com", "a@b@c",
				"x; y", "d@münchen.example");
		Arbitrary<String> country = Arbitraries.of("", "NL", "Duitsland", "Nergens");
		Arbitrary<String> name = Arbitraries.oneOf(Arbitraries.strings().withChars("aoéü ';,|\t\n.-").ofMaxLength(12),
				Arbitraries.of("Jan \"de\" Boer", "\"Q\" x", "a \\ \"b\", c; d", "'t"));
		return Combinators.combine(key, Arbitraries.just(""), mobile, office, email, country, name)
			.as((nr, upn, phone, work, mail, land, who) -> List.of(nr, upn, phone, work, mail, land, "N" + who + "é"))
			.list()
			.ofMinSize(1)
			.ofMaxSize(8);
	}

	@Provide
	Arbitrary<Writing> writings() {
		return Combinators
			.combine(Arbitraries.of(CHARSETS), Arbitraries.of(',', ';', '\t', '|'), Arbitraries.of(Quotes.class),
					Arbitraries.of("\n", "\r\n", "\r"), Arbitraries.longs().between(0, 50),
					Arbitraries.of(Packing.NONE, Packing.GZIP, Packing.ZIP))
			.as((charset, delimiter, quotes, end, order, packing) -> Writing
				.of(charset + " " + delimiter + quotes, charset, delimiter, quotes, end)
				.shuffled(order)
				.packed(packing));
	}

}
