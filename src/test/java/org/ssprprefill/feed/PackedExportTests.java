package org.ssprprefill.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Exports inside archives and encrypted messages. */
class PackedExportTests {

	private static final String TEXT = Exports.HEADER
			+ "1001;jan@contoso.com;06-12345678;;jan@example.org;;René;Zorg\n";

	private static final byte[] CSV = TEXT.getBytes(StandardCharsets.UTF_8);

	@TempDir
	private Path folder;

	@Test
	void readsWhatGzipPacked() throws RefusedExportException {
		assertReadAsUsual(gzip(CSV));
	}

	@Test
	void readsTheOnlyFileOfAZipArchive() throws RefusedExportException {
		assertReadAsUsual(zip("export/", "", "export/hr.csv", TEXT, "__MACOSX/export/._hr.csv", "x"));
	}

	@Test
	void readsAnotherCharacterSetInAnArchive() throws RefusedExportException {
		assertReadAsUsual(gzip(TEXT.getBytes(StandardCharsets.ISO_8859_1)));
		assertReadAsUsual(gzip(TEXT.getBytes(StandardCharsets.UTF_16LE)));
	}

	@Test
	void refusesAnArchiveWithTwoFiles() {
		assertRefused(zip("a.csv", TEXT, "b.csv", TEXT)).hasMessageContaining("more than one file");
	}

	@Test
	void namesAWorkbookForWhatItIs() {
		assertRefused(zip("[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<workbook/>"))
			.hasMessageContaining("Excel workbook")
			.hasMessageContaining("CSV UTF-8");
	}

	@Test
	void refusesAnArchiveThatWasCutOff() {
		byte[] whole = gzip(CSV);
		assertRefused(Arrays.copyOf(whole, whole.length / 2)).hasMessageContaining("damaged or incomplete");
		byte[] archive = zip("hr.csv", TEXT);
		assertRefused(Arrays.copyOf(archive, 60)).hasMessageContaining("ZIP archive");
	}

	@Test
	void refusesAnArchiveThatExpandsBeyondAllMeasure() {
		byte[] bomb = gzip(
				(Exports.HEADER + "1;;0612345678;;;;;\n".repeat(1_500_000)).getBytes(StandardCharsets.UTF_8));
		assertThat(bomb.length).isLessThan(140_000);
		assertRefused(bomb).hasMessageContaining("expands to more");
	}

	@Test
	void refusesAnArchiveInAnArchiveWithoutEnd() {
		byte[] nested = CSV;
		for (int level = 0; level < 5; level++) {
			nested = gzip(nested);
		}
		assertRefused(nested).hasMessageContaining("packed too many times");
	}

	@Test
	void decryptsAnArmouredMessage() throws RefusedExportException {
		assertReadAsUsual(OpenPgp.one().armoured(CSV));
	}

	@Test
	void decryptsABinaryMessageWithAnArchiveInside() throws RefusedExportException {
		assertReadAsUsual(OpenPgp.one().encrypted(gzip(CSV), true));
	}

	@Test
	void refusesAMessageToSomebodyElse() {
		assertRefused(OpenPgp.another().encrypted(CSV, true)).hasMessageContaining("not encrypted to the key");
	}

	@Test
	void refusesAMessageThatAnybodyCouldHaveChanged() {
		assertRefused(OpenPgp.one().encrypted(CSV, false)).hasMessageContaining("integrity protection");
	}

	@Test
	void refusesAMessageThatSomebodyChanged() {
		byte[] rows = (TEXT + "1;;0612345678;;;;;\n".repeat(3000)).getBytes(StandardCharsets.UTF_8);
		byte[] message = OpenPgp.one().encrypted(rows, true);
		for (int place : new int[] { 300, message.length / 2, message.length - 3 }) {
			byte[] changed = message.clone();
			changed[place] ^= 1;
			assertRefused(changed).as("byte " + place).hasMessageContaining("damaged or incomplete");
		}
		assertRefused(Arrays.copyOf(message, message.length - 40)).hasMessageContaining("damaged or incomplete");
	}

	@Test
	void readsADamagedMessageAsItWasOrRefusesIt() {
		Random random = new Random(5);
		for (byte[] message : List.of(OpenPgp.one().encrypted(CSV, true), OpenPgp.one().armoured(CSV))) {
			for (int time = 0; time < 60; time++) {
				byte[] changed = message.clone();
				// The first bytes tell that it is a message
				changed[27 + random.nextInt(changed.length - 27)] = (byte) random.nextInt();
				assertReadAsUsualOrRefused(changed);
			}
		}
	}

	@Test
	void refusesAMessageThatIsCompressedOverAndOver() throws RefusedExportException {
		assertReadAsUsual(OpenPgp.one().encrypted(CSV, true, 3));
		assertRefused(OpenPgp.one().encrypted(CSV, true, 3000)).hasMessageContaining("damaged or incomplete");
	}

	@Test
	void asksForAKeyWhereTheJobNamesNone() {
		Path file = Exports.write(this.folder, OpenPgp.one().encrypted(CSV, true));
		assertThatThrownBy(() -> HrExport.open(file, Exports.settings(this.folder), Exports.RULES))
			.isInstanceOf(RefusedExportException.class)
			.hasMessageContaining("feed.pgp-key");
	}

	@Test
	void opensOnlyWhatThePassphraseOpens() {
		assertThat(PgpKey.read(OpenPgp.one().privateKey("right"), "right")).isPresent();
		assertThat(PgpKey.read(OpenPgp.one().privateKey("right"), "wrong")).isEmpty();
		assertThat(PgpKey.read("no key", "")).isEmpty();
		assertThat(PgpKey.read("", "")).isEmpty();
		assertThat(PgpKey.read(OpenPgp.one().privateKey("right"), "right").orElseThrow()).hasToString("••••");
	}

	private void assertReadAsUsual(byte[] packed) throws RefusedExportException {
		Path file = Exports.write(this.folder, packed);
		try (HrExport export = HrExport.open(file, settings(), Exports.RULES)) {
			List<HrRow> rows = Exports.rows(export);
			assertThat(rows).singleElement().matches(HrRow::accepted);
			assertThat(rows.get(0).name()).contains("René");
			assertThat(export.sha256()).isEqualTo(Sha256.of(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void assertReadAsUsualOrRefused(byte[] packed) {
		try {
			assertReadAsUsual(packed);
		}
		catch (RefusedExportException ex) {
			assertThat(ex).hasMessageEndingWith(".");
		}
	}

	private AbstractThrowableAssert<?, ?> assertRefused(byte[] packed) {
		Path file = Exports.write(this.folder, packed);
		return assertThatThrownBy(() -> {
			try (HrExport export = HrExport.open(file, settings(), Exports.RULES)) {
				Exports.rows(export);
			}
		}).isInstanceOf(RefusedExportException.class);
	}

	private FeedSettings settings() {
		FeedSettings plain = Exports.settings(this.folder);
		Optional<PgpKey> key = PgpKey.read(OpenPgp.one().privateKey("fictional"), "fictional");
		return new FeedSettings(plain.drop(), plain.files(), plain.settledFor(), plain.checksumRequired(),
				plain.newestWithin(), plain.charset(), plain.delimiter(), plain.columns(), plain.defaultCountry(), key,
				Optional.empty(), plain.take());
	}

	private static byte[] gzip(byte[] content) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (OutputStream packed = new GZIPOutputStream(bytes)) {
			packed.write(content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/** An archive of names and contents in turn. */
	private static byte[] zip(String... namesAndContents) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
			for (int at = 0; at < namesAndContents.length; at += 2) {
				archive.putNextEntry(new ZipEntry(namesAndContents[at]));
				archive.write(namesAndContents[at + 1].getBytes(StandardCharsets.UTF_8));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

}
