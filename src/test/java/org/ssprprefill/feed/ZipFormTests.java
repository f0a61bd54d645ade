package org.ssprprefill.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** ZIP archives of a dozen writers: all that are valid are read, on any Java. */
class ZipFormTests {

	private static final byte[] CSV = (Exports.HEADER + "1001;;0612345678;;;;;\n").getBytes(StandardCharsets.UTF_8);

	static Stream<ZipForm> valid() {
		return Stream.of(ZipForm.of("Übersicht Größe.csv", "windows-1252", 8, 0),
				ZipForm.of("Übersicht.csv", "IBM850", 0, 0), ZipForm.of("Übersicht.csv", "UTF-8", 8, 1 << 11),
				// A library of the browser, or Python to a stream
				ZipForm.of("hr.csv", "UTF-8", 0, ZipForm.BEHIND), ZipForm.of("hr.csv", "UTF-8", 8, ZipForm.BEHIND),
				ZipForm.of("hr.csv", "UTF-8", 0, ZipForm.BEHIND).unmarked(),
				ZipForm.of("hr.csv", "UTF-8", 8, ZipForm.BEHIND).unmarked(),
				// Info-ZIP's zip - -
				ZipForm.of("-", "UTF-8", 8, 0).fromAPipe(), ZipForm.of("-", "UTF-8", 0, 0).fromAPipe(),
				ZipForm.of("-", "UTF-8", 8, ZipForm.BEHIND).fromAPipe(),
				ZipForm.of("-", "UTF-8", 0, ZipForm.BEHIND).fromAPipe(),
				ZipForm.of("-", "UTF-8", 8, ZipForm.BEHIND).fromAPipe().unmarked());
	}

	@ParameterizedTest
	@MethodSource("valid")
	void readsEveryValidForm(ZipForm form) throws IOException {
		assertThat(unpacked(form.bytes(CSV))).isEqualTo(CSV);
	}

	@ParameterizedTest
	@MethodSource("valid")
	void refusesContentThatIsNotWhatItsSumSays(ZipForm form) {
		byte[] zip = form.bytes(CSV);
		int sum = (form.flags() & ZipForm.BEHIND) == 0 ? 8 : form.large() ? 20 : 12;
		int place = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002") - sum;
		zip[place] ^= 1;
		assertThatThrownBy(() -> unpacked(zip)).isInstanceOf(BrokenFileException.class);
	}

	@ParameterizedTest
	@CsvSource({ "9, 0, packed with Deflate64", "95, 0, packed with xz", "14, 0, packed with LZMA",
			"93, 0, packed with Zstandard", "98, 0, packed with PPMd", "77, 0, packed with method 77",
			"99, 1, locked with a password (AES)", "8, 1, locked with a password (ZipCrypto)" })
	void namesWhatItDoesNotUnpack(int method, int flags, String name) {
		byte[] zip = ZipForm.of("hr.csv", "UTF-8", method, flags).bytes(CSV);
		assertThatThrownBy(() -> unpacked(zip)).isInstanceOf(BrokenFileException.class).hasMessageContaining(name);
	}

	@ParameterizedTest
	@CsvSource({ "[Content_Types].xml", "docProps/app.xml", "xl/workbook.xml", "mimetype", "Index/Document.iwa" })
	void namesWorkbooksWhateverTheyBeginWith(String name) {
		byte[] zip = ZipForm.of(name, "UTF-8", 8, 0).bytes(CSV);
		assertThatThrownBy(() -> unpacked(zip)).hasMessageContaining("Excel workbook");
	}

	/** What is cut off may have been another file. */
	@ParameterizedTest
	@MethodSource("valid")
	void refusesAnArchiveThatIsCutOffBehindItsFirstFile(ZipForm form) {
		byte[] zip = form.bytes(CSV);
		int directory = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
		for (int length = directory; length < zip.length; length++) {
			byte[] cut = Arrays.copyOf(zip, length);
			assertThatThrownBy(() -> unpacked(cut)).as("%d of %d bytes", length, zip.length)
				.isInstanceOf(BrokenFileException.class)
				.hasMessageContaining("damaged or incomplete");
		}
	}

	/** bsdtar fills the last block of what it writes to a pipe. */
	@ParameterizedTest
	@MethodSource("valid")
	void readsAnArchiveWhoseLastBlockIsFilledWithZeros(ZipForm form) throws IOException {
		byte[] zip = form.bytes(CSV);
		assertThat(unpacked(Arrays.copyOf(zip, 10_240))).isEqualTo(CSV);
		byte[] more = Arrays.copyOf(zip, 10_240);
		more[10_239] = 'x';
		assertThatThrownBy(() -> unpacked(more)).hasMessageContaining("that is not read follows");
	}

	@Test
	void looksForAnEndOnlySoFar() {
		byte[] zip = ZipForm.of("hr.csv", "UTF-8", 0, ZipForm.BEHIND).bytes(new byte[33 << 20]);
		assertThatThrownBy(() -> unpacked(zip)).isInstanceOf(BrokenFileException.class)
			.hasMessageContaining("does not tell the size");
	}

	private static byte[] unpacked(byte[] zip) throws IOException {
		return new Unpacking(Optional.empty(), zip.length).open(new ByteArrayInputStream(zip)).readAllBytes();
	}

}
