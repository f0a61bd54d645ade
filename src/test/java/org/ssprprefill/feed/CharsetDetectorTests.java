package org.ssprprefill.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssprprefill.contact.Country;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Which character set a file of names is in, and when nobody can tell. */
class CharsetDetectorTests {

	private static final String PLAIN_HEADER = "Nr;UPN;Mobiel;Werk;Prive e-mail;Land;Naam;Afdeling\n";

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			windows-1252 | René Zoë Müller François
			windows-1252 | Jürgen Müller Jäger Groß Köhler
			windows-1252 | Michèle Hélène Zoë René
			windows-1252 | Muñoz Peña Íñigo
			windows-1252 | João Conceição Magalhães
			windows-1252 | Bjørn Åse Søren Kjær
			windows-1252 | O’Brien René
			windows-1252 | Mª José Nº
			windows-1252 | Nº Müller
			windows-1252 | Mª José
			windows-1252 | Mª
			windows-1252 | O’Neill D’Angelo
			windows-1252 | Ann § € Bob
			windows-1252 | Contoso® ½
			windows-1252 | van Dijk
			windows-1254 | Şahin Yılmaz Doğan Gül Çelik İnci
			ISO-8859-15  | Œuvre Šimek René Cœur
			x-MacRoman   | René Zoë Müller François
			x-MacRoman   | Jürgen Jäger Groß
			windows-1250 | Łukasz Wałęsa Żółć Grażyna Śliwa
			windows-1250 | Dvořák Jiří Novotný Černý
			windows-1250 | Kovács Győző Szűcs Őri
			windows-1250 | Đorđe Živković Šimić
			ISO-8859-2   | Wąs Śliwa Łukasz Źródło
			IBM850       | René Müller Jäger König
			UTF-16LE     | René
			UTF-16BE     | Łukasz
			UTF-8        | René Łukasz Иван 山田
			""")
	void readsEveryNameAsItWasWritten(String charset, String names) throws RefusedExportException {
		assertThat(read(charset, names, "")).containsExactly(names.split(" "));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			windows-1252 | Michèle       | NL
			windows-1252 | Søren         | DK
			windows-1252 | Müller Søren Muñoz José Zoë François João Åsa | NL
			windows-1250 | Michał Černá  | PL
			windows-1254 | Yıldız Doğan  | TR
			windows-1254 | Ayşe Yılmaz Gülşen Doğan Öztürk | NL
			windows-1252 | Sigurður Björn Guðmundur | NL
			windows-1252 | Þór Guðrún Ýr | IS
			windows-1250 | Horváth Němec | CZ
			windows-1257 | Jānis Līga   | LV
			windows-1257 | Kęstutis Rūta | LT
			windows-1257 | Tõnu Jüri Köster Šeršov | EE
			windows-1252 | Lebœuf Cœur  | FR
			windows-1252 | Vaška Krška | HR
			windows-1252 | Štefan | SK
			windows-1252 | Žofia | SK
			windows-1250 | Štefan Kováč | SK
			""")
	void letsTheCountryTellWhichWindowsItWas(String charset, String names, String country)
			throws RefusedExportException {
		assertThat(read(charset, names, country)).containsExactly(names.split(" "));
	}

	@Test
	void refusesANameThatTwoCharacterSetsSpellDifferently() {
		assertThatThrownBy(() -> read("windows-1252", "Michèle", "")).isInstanceOf(RefusedExportException.class)
			.hasMessageContaining("windows-1252 or windows-1250")
			.hasMessageContaining("ask the administrator");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			windows-1252 | Štefan | ''
			windows-1252 | Krška | ''
			x-MacRoman   | Gröning | ''
			x-MacRoman   | Raúl | ''
			x-MacRoman   | Jesús Núria | FR
			x-MacRoman   | Jesús | FR
			x-MacRoman   | école étude état | ''
			x-MacRoman   | Coördinatie | NL
			x-MacRoman   | yhtiö työ | FI
			""")
	void refusesWindowsAndMacintoshWhereNeitherIsProven(String charset, String names, String country) {
		assertThatThrownBy(() -> read(charset, names, country)).isInstanceOf(RefusedExportException.class)
			.hasMessageContaining("x-MacRoman");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			windows-1251 | Иванов
			windows-1251 | Иванов Пётр
			windows-1251 | Смирнова Екатерина Ян
			windows-1253 | Παπαδόπουλος Μαρία
			KOI8-R       | Иванов Пётр
			x-MacCyrillic | Иванов Пётр
			IBM866       | Иванов Пётр
			ISO-8859-5   | Иванов Пётр
			windows-1255 | כהן
			""")
	void takesAFewWordsOfAnotherScriptForNoLatinOnes(String charset, String names) {
		assertThatThrownBy(() -> read(charset, names, "")).isInstanceOf(RefusedExportException.class);
		assertThatThrownBy(() -> read(charset, names, "NL")).isInstanceOf(RefusedExportException.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "windows-1251", "KOI8-R" })
	void refusesOtherScriptsAndSaysWhatTheyMayBe(String charset) {
		String names = "Иванов Пётр Смирнова Екатерина Кузнецов Александр Попова Наталья Васильев Дмитрий";
		assertThatThrownBy(() -> read(charset, names, "NL")).isInstanceOf(RefusedExportException.class)
			.hasMessageContaining("not recognised")
			.hasMessageContaining(charset.toUpperCase(Locale.ROOT))
			.hasMessageContaining("ask the administrator");
	}

	@Test
	void rejectsTheRowOfABrokenByteAndNoOther() throws RefusedExportException {
		String good = Exports.HEADER + "1;;0612345678;;;;René;\n2;;0612345679;;;;";
		byte[] start = good.getBytes(StandardCharsets.UTF_8);
		byte[] broken = "Ren\u00e9".getBytes(StandardCharsets.ISO_8859_1);
		byte[] end = ";\n3;;0612345670;;;;Zoë;\n".getBytes(StandardCharsets.UTF_8);
		byte[] all = new byte[start.length + broken.length + end.length];
		System.arraycopy(start, 0, all, 0, start.length);
		System.arraycopy(broken, 0, all, start.length, broken.length);
		System.arraycopy(end, 0, all, start.length + broken.length, end.length);
		try (HrExport export = HrExport.open(Exports.write(this.folder, all), Exports.settings(this.folder),
				Exports.RULES)) {
			List<HrRow> rows = Exports.rows(export);
			assertThat(rows).extracting(HrRow::accepted).containsExactly(true, false, true);
			assertThat(rows.get(1).line()).isEqualTo(3);
			assertThat(rows.get(1).name()).isEmpty();
			assertThat(rows.get(1).problems())
				.containsExactly(new HrRow.Problem("Naam", RowProblem.CONTROL_CHARACTERS));
		}
	}

	@Test
	void rejectsANameThatLostACharacterBeforeItCame() throws RefusedExportException {
		HrRow row = Exports.row(this.folder, "1;;0612345678;;;;Ren\ufffd;");
		assertThat(row.problems()).containsExactly(new HrRow.Problem("Naam", RowProblem.CONTROL_CHARACTERS));
		assertThat(row.accepted()).isFalse();
	}

	@Test
	void keepsCharactersBeyondTheBasicPlane() throws RefusedExportException {
		assertThat(Exports.row(this.folder, "1;;0612345678;;;;𠮷田;").name()).contains("𠮷田");
	}

	@Test
	void decodesHoweverLittleRoomThereIs() throws IOException {
		byte[] bytes = "a𠮷é𠮷".repeat(9000).getBytes(StandardCharsets.UTF_8);
		StringBuilder text = new StringBuilder();
		try (DecodingReader reader = new DecodingReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
			char[] one = new char[1];
			while (reader.read(one, 0, 1) > 0) {
				text.append(one[0]);
			}
		}
		assertThat(text).hasToString("a𠮷é𠮷".repeat(9000));
	}

	@Test
	void marksEveryByteThatIsNoCharacterWhereverItStands() throws IOException {
		byte[] bytes = new byte[40_000];
		Arrays.fill(bytes, (byte) 'a');
		for (int place = 0; place < bytes.length; place += 7) {
			bytes[place] = (byte) 0xe2;
		}
		bytes[bytes.length - 1] = (byte) 0xe2;
		StringBuilder text = new StringBuilder();
		try (DecodingReader reader = new DecodingReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
			for (int c = reader.read(); c >= 0; c = reader.read()) {
				text.append((char) c);
			}
		}
		assertThat(text.length()).isEqualTo(bytes.length);
		for (int place = 0; place < bytes.length; place++) {
			boolean marked = bytes[place] < 0;
			assertThat(text.charAt(place) == (marked ? Undecodable.mark(bytes[place]) : 'a')).as("%d", place).isTrue();
		}
	}

	private List<String> read(String charset, String names, String country) throws RefusedExportException {
		StringBuilder text = new StringBuilder(PLAIN_HEADER);
		int number = 1;
		for (String name : names.split(" ")) {
			text.append(number++).append(";;;;;;").append(name).append(";\n");
		}
		FeedSettings plain = Exports.settings(this.folder);
		FeedSettings settings = new FeedSettings(plain.drop(), plain.files(), plain.settledFor(), false,
				plain.newestWithin(), Optional.empty(), Optional.empty(), plain.columns(),
				country.isEmpty() ? Optional.empty() : Optional.of(new Country(country)));
		String header = text.toString().replace("Prive e-mail", "Private e-mail");
		Path file = Exports.write(this.folder, header.getBytes(Charset.forName(charset)));
		try (HrExport export = HrExport.open(file, settings, Exports.RULES)) {
			return Exports.rows(export).stream().map((row) -> row.name().orElse("")).toList();
		}
	}

}
