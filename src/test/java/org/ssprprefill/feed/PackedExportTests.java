package org.ssprprefill.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

	@ParameterizedTest
	@ValueSource(ints = { 1, 600, 20_000 })
	void readsAMessageWhoseLengthIsHidden(int padding) throws RefusedExportException {
		assertReadAsUsual(OpenPgp.one().padded(CSV, padding));
	}

	@Test
	void asksForAKeyWhereTheJobNamesNone() {
		Path file = Exports.write(this.folder, OpenPgp.one().encrypted(CSV, true));
		assertThatThrownBy(() -> HrExport.open(file, Exports.settings(this.folder), Exports.RULES))
			.isInstanceOf(RefusedExportException.class)
			.hasMessageContaining("Ask the administrator");
	}

	@Test
	void opensOnlyWhatThePassphraseOpens() {
		assertThat(PgpKey.read(OpenPgp.one().privateKey("right"), "right")).isPresent();
		assertThat(PgpKey.read(OpenPgp.one().privateKey("right"), "wrong")).isEmpty();
		assertThat(PgpKey.read("no key", "")).isEmpty();
		assertThat(PgpKey.read("", "")).isEmpty();
		assertThat(PgpKey.read(OpenPgp.one().privateKey("right"), "right").orElseThrow()).hasToString("••••");
	}

	@Test
	void readsEveryMemberThatGzipWrote() throws RefusedExportException {
		assertReadAsUsual(joined(gzip(Arrays.copyOf(CSV, 20)), gzip(Arrays.copyOfRange(CSV, 20, CSV.length))));
	}

	@Test
	void readsWhatGzipPackedInBlocksFilledWithZeros() throws RefusedExportException {
		assertReadAsUsual(Arrays.copyOf(gzip(CSV), 10_240));
	}

	@Test
	void refusesWhateverFollowsAndIsNotRead() {
		byte[] gzip = gzip(CSV);
		byte[] zip = zip("hr.csv", TEXT);
		byte[] message = OpenPgp.one().encrypted(CSV, true);
		byte[] armour = OpenPgp.one().armoured(CSV);
		byte[] text = "1002;;0612345679;;;;;\n".getBytes(StandardCharsets.UTF_8);
		for (byte[] both : List.of(joined(gzip, text), joined(zip, zip), joined(zip, text), joined(message, message),
				joined(message, text), joined(armour, armour), joined(armour, text), OpenPgp.one().twofold(CSV),
				gzip(joined(message, message)), OpenPgp.one().encrypted(joined(gzip, text), true))) {
			assertRefused(both).hasMessageContaining("that is not read follows");
		}
	}

	private static byte[] joined(byte[] one, byte[] other) {
		byte[] both = Arrays.copyOf(one, one.length + other.length);
		System.arraycopy(other, 0, both, one.length, other.length);
		return both;
	}

	@Test
	void readsAMessageWhoseRecipientIsHidden() throws RefusedExportException {
		assertReadAsUsual(OpenPgp.one().hidden(CSV));
		assertRefused(OpenPgp.another().hidden(CSV)).hasMessageContaining("not encrypted to the key");
	}

	@Test
	void readsWhatNewerToolsAuthenticate() throws RefusedExportException {
		for (boolean standard : new boolean[] { true, false }) {
			// In the tests' chunks of 64 bytes the file as it is would fill the last
			byte[] message = OpenPgp.one().authenticated((TEXT + "\n").getBytes(StandardCharsets.UTF_8), standard);
			assertReadAsUsual(message);
			for (int place : new int[] { message.length - 30, message.length - 1 }) {
				byte[] changed = message.clone();
				changed[place] ^= 1;
				assertRefused(changed).hasMessageContaining("damaged or incomplete");
			}
			assertRefused(Arrays.copyOf(message, message.length - 16)).hasMessageContaining("damaged or incomplete");
		}
	}

	@Test
	void believesNoEndThatTheLibraryDoesNotProve() {
		for (boolean standard : new boolean[] { true, false }) {
			for (int more = 0; more < 64; more++) {
				byte[] rows = (TEXT + "#".repeat(more)).getBytes(StandardCharsets.UTF_8);
				byte[] message = OpenPgp.one().authenticated(rows, standard);
				message[message.length - 1] ^= 1;
				assertRefused(message).hasMessageContaining("damaged or incomplete");
			}
		}
	}

	@Test
	void readsAMessageBehindAMarkerAndInOlderFormsOfLength() throws RefusedExportException {
		byte[] message = OpenPgp.one().encrypted(CSV, true);
		assertReadAsUsual(joined(new byte[] { (byte) 0xca, 3, 'P', 'G', 'P' }, message));
		assertReadAsUsual(joined(new byte[] { (byte) 0xa8, 3, 'P', 'G', 'P' }, message));
		assertThat(message[0] & 0xff).as("a session key in the newer form").isEqualTo(0xc1);
		int length = (((message[1] & 0xff) - 192) << 8) + (message[2] & 0xff) + 192;
		byte[] rest = Arrays.copyOfRange(message, 3, message.length);
		byte high = (byte) (length >> 8);
		assertReadAsUsual(joined(new byte[] { (byte) 0x85, high, (byte) length }, rest));
		assertReadAsUsual(joined(new byte[] { (byte) 0x86, 0, 0, high, (byte) length }, rest));
		assertReadAsUsual(joined(new byte[] { (byte) 0xc1, (byte) 0xff, 0, 0, high, (byte) length }, rest));
	}

	@Test
	void readsArmourHoweverItArrived() throws RefusedExportException {
		String armour = new String(OpenPgp.one().armoured(CSV), StandardCharsets.US_ASCII);
		for (String text : List.of("\ufeff" + armour, armour + "\r\n\r\n", armour.replace("\n", "\r\n"),
				"Hello,\n- the list\n-- \nHR, contoso.com\n\n" + armour)) {
			assertReadAsUsual(text.getBytes(StandardCharsets.UTF_8));
			assertReadAsUsual(text.getBytes(StandardCharsets.UTF_16LE));
			assertReadAsUsual(text.getBytes(StandardCharsets.UTF_16BE));
		}
		assertReadAsUsual(("\ufeff" + armour).getBytes(StandardCharsets.UTF_16LE));
	}

	@Test
	void namesOpenPgpThatIsNoMessageToAKey() {
		byte[] literal = OpenPgp.literal(CSV);
		assertRefused(OpenPgp.underPassphrase(CSV)).hasMessageContaining("encrypted with a passphrase");
		assertRefused(literal).hasMessageContaining("signed with OpenPGP");
		assertRefused(OpenPgp.compressed(literal)).hasMessageContaining("signed with OpenPGP");
		assertRefused(OpenPgp.asText(OpenPgp.compressed(literal))).hasMessageContaining("signed with OpenPGP");
		assertRefused(("-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n" + TEXT).getBytes(StandardCharsets.UTF_8))
			.hasMessageContaining("signed with OpenPGP");
		assertRefused(OpenPgp.one().publicKey()).hasMessageContaining("OpenPGP key");
		assertRefused(OpenPgp.asText(OpenPgp.one().publicKey())).hasMessageContaining("OpenPGP key");
		// As gpg --detach-sign 2.2.40 writes it
		byte[] signature = HexFormat.of()
			.parseHex("888604001608002e162104bcd2eab2e6d944c4e0eb3c61cb3b3ecd77d6b77d05026b0df9dd101c6e6577406578616d70"
					+ "6c652e6f7267000a0910cb3b3ecd77d6b77d99f70100cecc259b032fe7cc124265a120bc78c557f9b6c26c004bffe8f3"
					+ "771cb98fe86d00fe22ea87158807c76da5385ed9ddc75c696713db17910e33095696b583217b410c");
		assertRefused(signature).hasMessageContaining("OpenPGP key or signature");
	}

	@Test
	void namesAMessageThatAMailQuotes() {
		String armour = new String(OpenPgp.one().armoured(CSV), StandardCharsets.US_ASCII);
		assertRefused(armour.replaceAll("(?m)^", "> ").getBytes(StandardCharsets.UTF_8))
			.hasMessageContaining("OpenPGP");
	}

	@Test
	void readsEveryKeyOfAKeyFile() throws RefusedExportException {
		OpenPgp old = OpenPgp.another();
		String both = "\ufeff" + new String(OpenPgp.asText(old.publicKey()), StandardCharsets.US_ASCII)
				+ old.privateKey("fictional") + "\n" + OpenPgp.one().privateKey("fictional");
		PgpKey keys = PgpKey.read(both, "fictional").orElseThrow();
		for (byte[] message : List.of(old.encrypted(CSV, true), OpenPgp.one().encrypted(CSV, true), old.hidden(CSV),
				OpenPgp.one().hidden(CSV))) {
			assertReadAsUsual(message, keys);
		}
		assertThat(PgpKey.read(new String(OpenPgp.asText(old.publicKey()), StandardCharsets.US_ASCII), "")).isEmpty();
	}

	@Test
	void readsAKeyFileInBinaryFormAndInUtf16() {
		byte[] binary = joined(OpenPgp.another().binaryKey("fictional"), OpenPgp.one().binaryKey("fictional"));
		assertThat(PgpKey.text(binary).flatMap((text) -> PgpKey.read(text, "fictional"))).isPresent();
		byte[] wide = ("\ufeff" + OpenPgp.one().privateKey("fictional")).getBytes(StandardCharsets.UTF_16LE);
		assertThat(PgpKey.text(wide).flatMap((text) -> PgpKey.read(text, "fictional"))).isPresent();
		assertThat(PgpKey.text(new byte[] { (byte) 0xe9, 'n', 0 })).isEmpty();
	}

	private void assertReadAsUsual(byte[] packed) throws RefusedExportException {
		assertReadAsUsual(packed, PgpKey.read(OpenPgp.one().privateKey("fictional"), "fictional").orElseThrow());
	}

	private void assertReadAsUsual(byte[] packed, PgpKey keys) throws RefusedExportException {
		Path file = Exports.write(this.folder, packed);
		try (HrExport export = HrExport.open(file, settings(keys), Exports.RULES)) {
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
		return settings(PgpKey.read(OpenPgp.one().privateKey("fictional"), "fictional").orElseThrow());
	}

	private FeedSettings settings(PgpKey keys) {
		FeedSettings plain = Exports.settings(this.folder);
		return new FeedSettings(plain.drop(), plain.files(), plain.settledFor(), plain.checksumRequired(),
				plain.newestWithin(), plain.charset(), plain.delimiter(), plain.columns(), plain.defaultCountry(),
				Optional.of(keys), Optional.empty(), plain.take());
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
