package org.ssprprefill.feed;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.ssprprefill.contact.MethodKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Every file that is refused as a whole, and what HR is told. */
class RefusedExportTests {

	private static final String ROW = "1001;jan@contoso.com;06-12345678;;jan@example.org;;Jan;Zorg\n";

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource({ "PK\u0003\u0004xl,Excel workbook", "'PK\u0005\u0006',Excel workbook", "%PDF-1.7,PDF",
			"<!DOCTYPE html>,web page", "'\n<HTML lang=nl>',web page", "<?xml version=,XML", "BEGIN:VCARD,vCard",
			"'{\"rows\": [',JSON", "{\\rtf1,RTF", "'\u0000\u0001\u0002\u0003\u0004',no text" })
	void namesFilesForWhatTheyAre(String content, String name) {
		assertRefused(content).hasMessageContaining(name).hasMessageContaining("CSV UTF-8");
	}

	@ParameterizedTest
	@CsvSource({ "fd377a585a0000,xz", "28b52ffd04,Zstandard", "425a683931415926,bzip2", "04224d1864,LZ4",
			"377abcaf271c00,7-Zip", "526172211a0700,RAR", "1f9d9000,compress", "5d00008000,LZMA" })
	void namesWhatItDoesNotUnpack(String start, String name) {
		byte[] bytes = Arrays.copyOf(HexFormat.of().parseHex(start), 600);
		assertRefused(bytes).hasMessageContaining("packed with " + name).hasMessageContaining("ZIP or gzip");
	}

	@Test
	void namesATapeArchive() {
		byte[] bytes = Arrays.copyOf("hr.csv".getBytes(StandardCharsets.US_ASCII), 1024);
		System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, bytes, 257, 5);
		assertRefused(bytes).hasMessageContaining("packed with tar");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			ID;PWXL;N;E~P;PGeneral~ | SYLK
			ID;PCALCOOO32~B;Y3;X7~ | SYLK
			TABLE~0,1~"EXCEL"~ | DIF
			<?xml version="1.0"?>~<office:document xmlns:office="urn:o"> | OpenDocument XML
			<?xml version="1.0"?>~<?mso-application progid="Excel.Sheet"?> | Excel 2003 XML
			""")
	void namesSpreadsheetsWrittenAsText(String content, String name) {
		assertRefused(content.replace("~", "\r\n")).hasMessageContaining("in the format " + name)
			.hasMessageContaining("CSV UTF-8");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			EncryptionInfo EncryptedPackage | locked with a password
			Workbook                        | old Excel workbook
			Book                            | old Excel workbook
			WordDocument                    | old Word document
			__nameid_version1.0 __properties_version1.0 | Outlook message
			__substg1.0_001A001F            | Outlook message
			VisioDocument                   | document of an old program
			""")
	void namesWhatAnOldContainerHolds(String streams, String name) {
		for (int sector : new int[] { 0, 7, 4000 }) {
			assertRefused(compound(sector, ("Root_Entry " + streams).split(" "))).hasMessageContaining(name);
		}
		assertRefused(Arrays.copyOf(compound(4000, "Root_Entry", "Workbook"), 4096))
			.hasMessageContaining("document of an old program");
	}

	/** The directory may stand anywhere behind the header. */
	private static byte[] compound(int sector, String... streams) {
		byte[] bytes = new byte[512 * (sector + 2) + 4096];
		ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
		file.put(HexFormat.of().parseHex("d0cf11e0a1b11ae1"));
		file.putShort(30, (short) 9).putInt(48, sector);
		for (int entry = 0; entry < streams.length; entry++) {
			byte[] name = streams[entry].getBytes(StandardCharsets.UTF_16LE);
			int at = 512 * (sector + 1) + 128 * entry;
			System.arraycopy(name, 0, bytes, at, name.length);
			file.putShort(at + 64, (short) (name.length + 2));
		}
		return bytes;
	}

	@ParameterizedTest
	@ValueSource(strings = { "0012345 ", "  12345 ", "012345\0 " })
	void namesATarWithoutItsNameByItsSum(String form) {
		byte[] header = new byte[1536];
		System.arraycopy("people.csv".getBytes(StandardCharsets.US_ASCII), 0, header, 0, 10);
		byte[] owner = "0000644\0000000000\0000000000\0000000000012\00014571234567".getBytes(StandardCharsets.US_ASCII);
		System.arraycopy(owner, 0, header, 100, owner.length);
		Arrays.fill(header, 148, 156, (byte) ' ');
		int sum = 0;
		for (int at = 0; at < 512; at++) {
			sum += header[at] & 0xff;
		}
		String told = form.replace("12345", "%5o".formatted(sum).replace(' ', '0'));
		System.arraycopy(told.getBytes(StandardCharsets.US_ASCII), 0, header, 148, told.length());
		assertRefused(header).hasMessageContaining("packed with tar");
		header[0]++;
		assertRefused(header).hasMessageNotContaining("packed with");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\ufeff", "\n\n  \r\n", "sep=;\n" })
	void refusesEmptyFiles(String content) {
		assertRefused(content).hasMessageContaining("empty");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n\n", ";;;;;;;\n" })
	void refusesAHeaderWithoutRows(String rows) {
		assertRefused(Exports.HEADER + rows).hasMessageContaining("has a header but no rows");
	}

	@Test
	void refusesAFileThatIsNotThere() {
		assertThatThrownBy(() -> read(this.folder.resolve("absent.csv"), Exports.settings(this.folder)))
			.isInstanceOf(RefusedExportException.class)
			.hasMessageContaining("does not exist");
	}

	@Test
	void refusesBytesOutsideTheConfiguredCharacterSet() {
		FeedSettings settings = Exports.settings(this.folder, Optional.of(StandardCharsets.US_ASCII), Optional.empty(),
				Exports.COLUMNS);
		Path file = Exports.write(this.folder, Exports.HEADER + ROW);
		assertThatThrownBy(() -> read(file, settings)).isInstanceOf(RefusedExportException.class)
			.hasMessageContaining("not US-ASCII");
	}

	@Test
	void refusesAQuoteThatIsNeverClosed() {
		assertRefused(Exports.HEADER + ROW + "2;;\"0612345678;;;;;\n" + ROW).hasMessageContaining("line 3")
			.hasMessageContaining("never closed");
	}

	@Test
	void refusesTextBehindAClosingQuote() {
		assertRefused(Exports.HEADER + ROW + "2;;\"06\"12345678;;;;;\n").hasMessageContaining("Line 3")
			.hasMessageContaining("closing quote");
	}

	@Test
	void namesAMissingColumnAndTheNearestHeader() {
		assertRefused((Exports.HEADER + ROW).replace("Mobiel", "Mobil")).hasMessageContaining("'Mobiel'")
			.hasMessageContaining("nearest header in the file is 'Mobil'");
	}

	@Test
	void namesEveryMissingColumnAtOnce() {
		assertRefused("Naam;Afdeling\nJan;Zorg\n").hasMessageContaining("no column 'Nr' or 'Personeelsnummer'")
			.hasMessageContaining("no column 'UPN'")
			.hasMessageContaining("no column 'Mobiel'")
			.hasMessageContaining("no column 'Werk'")
			.hasMessageContaining("no column 'Privé e-mail'")
			.hasMessageNotContaining("feed.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "NR    NAME     PHONE\n1     Jan      0612345678\n", "- id: 1\n  mobile: '0612345678'\n",
			"Nr\n1\n", "Beste collega\nZie bijlage\n", "Overzicht\n\nKenmerk;Toestel\n1;0612345678\n" })
	void refusesWhatHasOneColumnOnly(String content) {
		assertRefused(content).hasMessageContaining("first line has one column only")
			.hasMessageContaining("headers in the first line")
			.hasMessageNotContaining("12345678");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"Nr;Mobiel\"\n\"1;0612345678\"\n",
			"\"Nr,\"\"UPN\"\",Mobiel\";;\n\"1,\"\"jan@contoso.com\"\",0612345678\";;\n" })
	void recognisesLinesThatASpreadsheetPutIntoQuotesAsAWhole(String content) {
		assertRefused(content).hasMessageContaining("each line stands in quotes as a whole")
			.hasMessageContaining("unopened");
	}

	@Test
	void saysWhereAHeaderStandsThatIsThereTwice() {
		assertRefused("Nr;UPN;Mobiel;Werk;Privé e-mail;privé E-mail\n1;;0612345678;;;\n")
			.hasMessageContaining("'Privé e-mail' stands in the file more than once: columns 5 and 6");
	}

	@Test
	void refusesAHeaderThatFitsTwice() {
		assertRefused("Nr;Personeelsnummer;Mobiel;Werk;Privé e-mail\n1;1;0612345678;;\n")
			.hasMessageContaining("'Nr' and 'Personeelsnummer'")
			.hasMessageContaining("ask the administrator to name just one");
	}

	@Test
	void quotesNoContactValueWhereTheHeaderIsMissing() {
		assertRefused(ROW).hasMessageContaining("holds data, not a header")
			.hasMessageNotContaining("12345678")
			.hasMessageNotContaining("example.org");
	}

	@Test
	void refusesAJobThatMapsNoKey() {
		assertMappingRefused(Map.of(Field.MOBILE, List.of("Mobiel"))).hasMessageContaining("whom a row is about");
	}

	@Test
	void refusesAJobThatMapsNoMethod() {
		assertMappingRefused(Map.of(Field.EMPLOYEE_ID, List.of("Nr"))).hasMessageContaining("what is to be registered");
	}

	@Test
	void needsOnlyOneKeyAndNoColumnOfAMethodThatIsOff() throws RefusedExportException {
		RowRules rules = new RowRules(Exports.RULES.matchBy(), Set.of(MethodKind.MOBILE), Set.of());
		Path file = Exports.write(this.folder, "UPN;Mobiel;Werk;Werk\njan@contoso.com;0612345678;a;b\n");
		try (HrExport export = HrExport.open(file, Exports.settings(this.folder), rules)) {
			assertThat(Exports.rows(export)).singleElement().matches(HrRow::accepted);
		}
	}

	private AbstractThrowableAssert<?, ?> assertMappingRefused(Map<Field, List<String>> columns) {
		FeedSettings settings = Exports.settings(this.folder, Optional.empty(), Optional.empty(), columns);
		Path file = Exports.write(this.folder, Exports.HEADER + ROW);
		return assertThatThrownBy(() -> read(file, settings)).isInstanceOf(RefusedExportException.class);
	}

	private AbstractThrowableAssert<?, ?> assertRefused(String content) {
		return assertRefused(content.getBytes(StandardCharsets.UTF_8));
	}

	private AbstractThrowableAssert<?, ?> assertRefused(byte[] content) {
		Path file = Exports.write(this.folder, content);
		return assertThatThrownBy(() -> read(file, Exports.settings(this.folder)))
			.isInstanceOf(RefusedExportException.class);
	}

	private static void read(Path file, FeedSettings settings) throws RefusedExportException {
		try (HrExport export = HrExport.open(file, settings, Exports.RULES)) {
			Exports.rows(export);
		}
	}

}
