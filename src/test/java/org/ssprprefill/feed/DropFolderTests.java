package org.ssprprefill.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.ssprprefill.feed.DroppedFile.Growing;
import org.ssprprefill.feed.DroppedFile.Refused;
import org.ssprprefill.feed.DroppedFile.Settled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

class DropFolderTests {

	private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");

	private static final Instant LONG_AGO = NOW.minus(Duration.ofHours(1));

	@TempDir
	private Path drop;

	@Test
	void findsSettledFilesByName() throws Exception {
		drop("b.csv", "b", LONG_AGO);
		drop("A.CSV", "a", NOW.minusSeconds(60));
		drop("c.txt", "c", LONG_AGO);
		drop(".hidden.csv", "h", LONG_AGO);
		drop("b.csv.sha256", Sha256.of(this.drop.resolve("b.csv")).toUpperCase() + "  b.csv\n", LONG_AGO);
		Files.createDirectory(this.drop.resolve("folder.csv"));
		List<DroppedFile> files = folder().look(NOW);
		assertThat(files).extracting(DroppedFile::name).containsExactly("A.CSV", "b.csv");
		assertThat(files).extracting(DroppedFile::state).containsOnly(new Settled());
		assertThat(files.get(1)).isEqualTo(new DroppedFile("b.csv", this.drop.resolve("b.csv"),
				FileStamp.of(this.drop.resolve("b.csv")), "", new Settled()));
		assertThat(files.get(1).stamp().modifiedAt()).isEqualTo(LONG_AGO);
	}

	@Test
	void answersAWorkbookInsteadOfPassingItOver() throws Exception {
		drop("people.XLSX", "PK\u0003\u0004", LONG_AGO);
		drop("people.ods", "PK\u0003\u0004", LONG_AGO);
		drop("people.fods", "<?xml version", LONG_AGO);
		drop("growing.xlsx", "PK\u0003\u0004", NOW.minusSeconds(1));
		// A list of another job, a lock of Excel's, and what is no workbook by its
		// content
		drop("other.xls", "Nr;Mobiel", LONG_AGO);
		drop("~$people.xlsx", "PK\u0003\u0004", LONG_AGO);
		drop("readme.txt", "PK\u0003\u0004", LONG_AGO);
		List<DroppedFile> files = folder().look(NOW);
		assertThat(files).extracting(DroppedFile::name)
			.containsExactly("growing.xlsx", "people.XLSX", "people.fods", "people.ods");
		assertThat(files.get(0).state()).isEqualTo(new Growing());
		assertThat(files.subList(1, 4)).extracting(DroppedFile::state)
			.allSatisfy((state) -> assertThat(state).isInstanceOfSatisfying(Refused.class,
					(refused) -> assertThat(refused.reason().inEnglish()).contains("Excel workbook", "CSV UTF-8")));
		assertThat(folder().refuse("run", files.get(1), "because")).isPresent();
		assertThat(this.drop.resolve("refused/run/people.XLSX.answer.txt")).content().contains("because");
	}

	@Test
	void answersAnArchiveThatNoJobReads() throws Exception {
		Files.write(this.drop.resolve("people.7z"), HexFormat.of().parseHex("377abcaf271c0004"));
		Files.setLastModifiedTime(this.drop.resolve("people.7z"), FileTime.from(LONG_AGO));
		drop("people.csv.7z", "Nr;Mobiel", LONG_AGO);
		drop("people.zip", "PK\u0003\u0004", LONG_AGO);
		assertThat(folder().look(NOW)).singleElement().satisfies((file) -> {
			assertThat(file.name()).isEqualTo("people.7z");
			assertThat(file.state()).isInstanceOfSatisfying(Refused.class,
					(refused) -> assertThat(refused.reason().inEnglish()).contains("packed with 7-Zip"));
		});
	}

	@Test
	void namesFilesThatMayBeExportsAndAreNotLetIn() throws Exception {
		drop("hr.csv", "a", LONG_AGO);
		drop("hr.csv.sha256", "a", LONG_AGO);
		drop("hr.csv.check.txt", "a", LONG_AGO);
		drop("README.txt", "a", LONG_AGO);
		drop(".hr.zip", "a", LONG_AGO);
		drop("people.csv.gz", "a", LONG_AGO);
		drop("list.ZIP", "a", LONG_AGO);
		assertThat(folder().passedOver()).containsExactly("list.ZIP", "people.csv.gz");
	}

	@Test
	void takesAThousandFilesAtOnceEachOnce() throws Exception {
		for (int number = 0; number < 1000; number++) {
			drop("hr-%04d.csv".formatted(number), "content " + number, LONG_AGO);
		}
		List<DroppedFile> files = folder().look(NOW);
		assertThat(files).hasSize(1000).extracting(DroppedFile::state).containsOnly(new Settled());
		for (DroppedFile file : files) {
			assertThat(folder().archive("run", file)).isPresent();
		}
		assertThat(folder().look(NOW)).isEmpty();
		for (int number = 0; number < 1000; number++) {
			assertThat(this.drop.resolve("archive/run/hr-%04d.csv".formatted(number))).hasContent("content " + number);
		}
	}

	@Test
	void leavesAFileThatCannotBeReadToItsEndAndTakesTheOthers() throws Exception {
		drop("a.csv", "a", LONG_AGO);
		drop("b.csv", "b", LONG_AGO);
		Inspection inspection = new Inspection(Duration.ofSeconds(60), false);
		// Reading a folder fails like reading a file that somebody holds
		Path folder = Files.createDirectory(this.drop.resolve("held.csv"));
		Files.setLastModifiedTime(folder, FileTime.from(LONG_AGO));
		assertThat(inspection.inspect(folder, NOW)).get().extracting(DroppedFile::state).isEqualTo(new Growing());
		assertThat(folder().look(NOW)).extracting(DroppedFile::state).containsOnly(new Settled());
	}

	@Test
	void saysSoWhereAnAnswerCannotBeWritten() throws Exception {
		drop("a.csv", "a", LONG_AGO);
		Path place = this.drop.resolve("refused/run/a.csv.answer.txt");
		Files.createDirectories(place.resolve("in the way"));
		DroppedFile file = look();
		assertThatThrownBy(() -> folder().refuse("run", file, "because")).isInstanceOf(DropFolderException.class)
			.hasMessageContaining("a.csv.answer.txt");
		assertThat(this.drop.resolve("refused/run/a.csv")).hasContent("a");
		Files.delete(place.resolve("in the way"));
		assertThat(folder().refuse("run", file, "because")).isPresent();
		assertThat(place).content().contains("because");
	}

	@Test
	void leavesAGrowingFileAlone() throws Exception {
		drop("a.csv", "a", NOW.minusSeconds(59));
		assertThat(look().state()).isEqualTo(new Growing());
		assertThat(look().sha256()).isEmpty();
	}

	@Test
	void refusesAFileThatWouldLookGrowingForGood() throws Exception {
		drop("a.csv", "a", NOW.plus(Duration.ofHours(24)));
		assertThat(look().state()).isEqualTo(new Growing());
		drop("a.csv", "a", NOW.plus(Duration.ofHours(25)));
		assertThat(look().state()).isInstanceOf(Refused.class).asString().contains("in the future");
		assertThat(folder().refuse("run", look(), "because")).isPresent();
	}

	@Test
	void waitsForAChecksumThatIsStillWritten() throws Exception {
		drop("a.csv", "a", LONG_AGO);
		drop("a.csv.sha256", "12", NOW.minusSeconds(5));
		assertThat(look().state()).isEqualTo(new Growing());
	}

	@Test
	void refusesAFileThatIsNotWhatItsChecksumSays() throws Exception {
		drop("a.csv", "a", LONG_AGO);
		drop("a.csv.sha256", "0".repeat(64), LONG_AGO);
		assertThat(look().state()).as("not read yet").isEqualTo(new Settled());
		assertThat(examined()).asString().contains("not what its checksum says");
		assertThat(DropFolder.mismatch(this.drop.resolve("a.csv"), "1".repeat(64))).isPresent();
		assertThat(DropFolder.mismatch(this.drop.resolve("a.csv"), "0".repeat(64))).isEmpty();
	}

	@Test
	void knowsTheFormsInWhichChecksumsAreWritten() throws Exception {
		String digits = Sha256.of(Files.writeString(this.drop.resolve("a.csv"), "a"));
		for (String text : List.of(digits.toUpperCase(), digits + " *a.csv\r\n", "\ufeff" + digits + "  a.csv\n",
				"SHA256 (a.csv) = " + digits + "\n", "SHA2-256(a.csv)= " + digits)) {
			for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16)) {
				drop("a.csv", "a", LONG_AGO);
				drop("a.csv.sha256", text, charset, LONG_AGO);
				assertThat(examined()).as(charset + " " + text).isEqualTo(new Settled());
				drop("a.csv", "b", LONG_AGO);
				assertThat(examined()).asString().contains("not what its checksum says");
			}
		}
	}

	@Test
	void refusesAFileWhoseChecksumIsNone() throws Exception {
		drop("a.csv", "a", LONG_AGO);
		for (String text : List.of("", "0".repeat(65), "0cc175b9c0f1b6a831c399e269772661  a.csv")) {
			drop("a.csv.sha256", text, LONG_AGO);
			assertThat(look().state()).isInstanceOf(Refused.class).asString().contains("64 hexadecimal digits");
		}
	}

	@Test
	void refusesAFileWithoutTheRequiredChecksum() throws Exception {
		drop("a.csv", "a", LONG_AGO);
		FeedSettings optional = Exports.settings(this.drop);
		FeedSettings required = new FeedSettings(this.drop, "*.csv", optional.settledFor(), true,
				optional.newestWithin(), Optional.empty(), Optional.empty(), optional.columns(), Optional.empty());
		assertThat(new DropFolder(required).look(NOW)).singleElement()
			.extracting(DroppedFile::state)
			.asString()
			.contains("no checksum");
	}

	@Test
	void refusesASymbolicLinkAndMovesOnlyTheLink() throws Exception {
		Path target = Files.writeString(Files.createDirectory(this.drop.resolve("elsewhere")).resolve("x"), "a");
		Files.createSymbolicLink(this.drop.resolve("a.csv"), target);
		DroppedFile link = look();
		assertThat(link.state()).asString().contains("symbolic link");
		DroppedFile kept = new DroppedFile(
				link.name(), link.path(), new FileStamp(link.stamp().size(),
						link.stamp().modifiedAt().truncatedTo(ChronoUnit.MICROS), link.stamp().key()),
				link.sha256(), link.state());
		Path moved = folder().refuse("run-1", kept, "No links.").orElseThrow();
		assertThat(moved).isSymbolicLink().isEqualTo(this.drop.resolve("refused/run-1/a.csv"));
		assertThat(target).hasContent("a");
	}

	@Test
	void leavesAFileWhoseNameCannotBeToldAndSaysWhy() throws Exception {
		drop("a.csv", "a", LONG_AGO);
		drop("b\n\u001b[2J.csv", "b", LONG_AGO);
		// What Java makes of a name when it was started without a UTF-8 locale
		drop("priv\ufffd\ufffd.csv", "c", LONG_AGO);
		List<DroppedFile> files = folder().look(NOW);
		assertThat(files).extracting(DroppedFile::name).containsExactly("a.csv", "b__[2J.csv", "priv__.csv");
		assertThat(files.get(0).state()).isEqualTo(new Settled());
		assertThat(files.subList(1, 3)).allSatisfy((file) -> {
			assertThat(file.state()).isInstanceOf(Refused.class).asString().contains("plain letters", "LANG=C.UTF-8");
			assertThat(folder().refuse("run-1", file, "Rename it.")).isEmpty();
		});
		assertThat(folder().look(NOW)).hasSize(3);
	}

	@Test
	void complainsAboutAFolderThatIsNotThere() {
		FeedSettings settings = Exports.settings(this.drop.resolve("absent"));
		assertThatThrownBy(() -> new DropFolder(settings).look(NOW)).isInstanceOf(DropFolderException.class)
			.hasMessageContaining("absent")
			.hasMessageContaining("feed.drop");
	}

	@Test
	void complainsAboutAFolderThatMayBeListedAndNotEntered() throws Exception {
		drop("a.csv", "a", LONG_AGO);
		Files.setPosixFilePermissions(this.drop, PosixFilePermissions.fromString("rw-------"));
		try {
			// root enters everywhere
			assumeThat(Files.isExecutable(this.drop)).isFalse();
			assertThatThrownBy(() -> folder().look(NOW)).isInstanceOf(DropFolderException.class)
				.hasMessageContaining("cannot be read");
		}
		finally {
			Files.setPosixFilePermissions(this.drop, PosixFilePermissions.fromString("rwx------"));
		}
	}

	@Test
	void archivesAFileWithItsChecksumAndOnceMore() throws Exception {
		drop("a.csv", "a", LONG_AGO);
		drop("a.csv.sha256", Sha256.of(this.drop.resolve("a.csv")), LONG_AGO);
		DroppedFile file = look();
		Path place = this.drop.resolve("archive/run-1/a.csv");
		assertThat(folder().archive("run-1", file)).contains(place);
		assertThat(folder().archive("run-1", file)).contains(place);
		assertThat(place).hasContent("a");
		assertThat(this.drop.resolve("archive/run-1/a.csv.sha256")).exists();
		assertThat(folder().look(NOW)).isEmpty();
		assertPermissions(this.drop.resolve("archive/run-1"), "rwx------");
	}

	@Test
	void movesTheChecksumThatACrashLeftBehind() throws Exception {
		drop("a.csv", "a", LONG_AGO);
		DroppedFile file = look();
		folder().archive("run-1", file);
		drop("a.csv.sha256", "late", LONG_AGO);
		folder().archive("run-1", file);
		assertThat(this.drop.resolve("a.csv.sha256")).doesNotExist();
		assertThat(this.drop.resolve("archive/run-1/a.csv.sha256")).hasContent("late");
	}

	@Test
	void leavesAFileThatChangedInTheMeantime() throws Exception {
		drop("a.csv", "a", LONG_AGO);
		DroppedFile file = look();
		drop("a.csv", "b", LONG_AGO);
		assertThat(folder().archive("run-1", file)).isEmpty();
		assertThat(folder().refuse("run-1", file, "Because.")).isEmpty();
		assertThat(this.drop.resolve("a.csv")).hasContent("b");
	}

	@RepeatedTest(30)
	void neverArchivesWhatTookTheFilesPlaceAtTheLastMoment() throws Exception {
		drop("a.csv", "a".repeat(500_000), LONG_AGO);
		DroppedFile file = staged();
		Path other = Files.writeString(this.drop.resolve("other"), "b");
		CompletableFuture<Void> replacing = CompletableFuture.runAsync(() -> {
			try {
				// Meets the last comparison, or comes before or after it; Java takes the
				// old
				// file away first, so that for a moment there is none
				Files.move(other, file.path(), StandardCopyOption.REPLACE_EXISTING);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
		Optional<Path> place = folder().archive("run-1", file);
		replacing.join();
		if (place.isPresent()) {
			assertThat(Sha256.of(place.get())).isEqualTo(file.sha256());
		}
		assertThat(file.path()).hasContent("b");
	}

	@Test
	void knowsWhatItHasMovedWhereAnotherOneWasDroppedSince() throws Exception {
		drop("a.csv", "a", LONG_AGO);
		DroppedFile file = staged();
		Path place = folder().archive("run-1", file).orElseThrow();
		drop("a.csv", "b", LONG_AGO);
		drop("a.csv.sha256", "b", LONG_AGO);
		assertThat(folder().archive("run-1", file)).contains(place);
		assertThat(place).hasContent("a");
		assertThat(this.drop.resolve("a.csv")).hasContent("b");
		assertThat(this.drop.resolve("a.csv.sha256")).exists();
	}

	@Test
	void neverMovesOverOtherContent() throws Exception {
		drop("a.csv", "a", LONG_AGO);
		folder().archive("run-1", staged());
		drop("a.csv", "b", LONG_AGO);
		assertThat(folder().archive("run-1", staged())).isEmpty();
		assertThat(this.drop.resolve("archive/run-1/a.csv")).hasContent("a");
		assertThat(this.drop.resolve("a.csv")).hasContent("b");
	}

	@Test
	void movesAFileThatWasOnlyTouched() throws Exception {
		drop("a.csv", "a", LONG_AGO);
		DroppedFile file = staged();
		drop("a.csv", "a", NOW);
		assertThat(folder().archive("run-1", file)).isPresent();
	}

	@ParameterizedTest
	@ValueSource(strings = { "archive", "archive/run-1", "refused", "refused/run-1" })
	void followsNoLinkOutOfTheDropFolder(String shelf) throws Exception {
		Path elsewhere = Files.createDirectory(this.drop.resolve("elsewhere"));
		Files.createDirectories(this.drop.resolve(shelf).getParent());
		Files.createSymbolicLink(this.drop.resolve(shelf), elsewhere);
		drop("a.csv", "a", LONG_AGO);
		DroppedFile file = staged();
		assertThatThrownBy(() -> {
			if (shelf.startsWith("archive")) {
				folder().archive("run-1", file);
			}
			else {
				folder().refuse("run-1", file, "Because.");
			}
		}).isInstanceOf(DropFolderException.class).hasMessageContaining("symbolic link, which is not followed");
		assertThat(elsewhere).isEmptyDirectory();
		Files.createDirectory(elsewhere.resolve("run-1"));
		Files.writeString(elsewhere.resolve(shelf.contains("/") ? "a.csv" : "run-1/a.csv"), "a");
		assertThat(new FeedArchive(this.drop).holds("run-1", "a.csv")).isFalse();
	}

	@Test
	void readsALargeFileOnce() throws Exception {
		Path io = Path.of("/proc/self/io");
		assumeThat(Files.isReadable(io)).isTrue();
		int size = 48 << 20;
		drop("a.csv", Exports.HEADER + "1001;;0612345678;;;;" + "x".repeat(size) + ";\n", LONG_AGO);
		FeedSettings settings = Exports.settings(this.drop, Optional.of(StandardCharsets.UTF_8), Optional.empty(),
				Exports.COLUMNS);
		long before = bytesRead(io);
		folder().look(NOW);
		DroppedFile file = look();
		String sha256;
		try (HrExport export = HrExport.open(file.path(), settings, Exports.RULES)) {
			while (export.next().isPresent()) {
				// Until the end
			}
			sha256 = export.sha256();
		}
		assertThat(folder().archive("run-1",
				new DroppedFile(file.name(), file.path(), file.stamp(), sha256, file.state())))
			.isPresent();
		assertThat(bytesRead(io) - before).isBetween((long) size, size + (long) size / 3);
	}

	private static long bytesRead(Path io) throws IOException {
		return Files.readAllLines(io)
			.stream()
			.filter((line) -> line.startsWith("rchar: "))
			.mapToLong((line) -> Long.parseLong(line.substring(7)))
			.findFirst()
			.orElseThrow();
	}

	@Test
	void missesAFileThatWasTakenBack() throws Exception {
		drop("a.csv", "a", LONG_AGO);
		DroppedFile file = look();
		Files.delete(file.path());
		assertThat(folder().archive("run-1", file)).isEmpty();
	}

	@Test
	void answersARefusedFileBesideIt() throws Exception {
		drop("a.csv", "a", LONG_AGO);
		DroppedFile file = look();
		folder().refuse("run-1", file, "First.");
		assertThat(folder().refuse("run-1", file, "The file is empty."))
			.contains(this.drop.resolve("refused/run-1/a.csv"));
		Path answer = this.drop.resolve("refused/run-1/a.csv.answer.txt");
		assertThat(answer).hasContent("The file is empty.");
		assertPermissions(answer, "rw-------");
	}

	private static void assertPermissions(Path path, String permissions) throws IOException {
		if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			assertThat(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS))
				.isEqualTo(PosixFilePermissions.fromString(permissions));
		}
	}

	private DropFolder folder() {
		return new DropFolder(Exports.settings(this.drop));
	}

	private DroppedFile.State examined() throws DropFolderException {
		return folder().examine(NOW).get(0).state();
	}

	/** A file as a run knows it that has staged it. */
	private DroppedFile staged() throws Exception {
		DroppedFile seen = look();
		return new DroppedFile(seen.name(), seen.path(), seen.stamp(), Sha256.of(seen.path()), seen.state());
	}

	private DroppedFile look() throws DropFolderException {
		return folder().look(NOW).get(0);
	}

	private void drop(String name, String content, Instant modifiedAt) throws IOException {
		drop(name, content, StandardCharsets.UTF_8, modifiedAt);
	}

	private void drop(String name, String content, Charset charset, Instant modifiedAt) throws IOException {
		Path file = Files.writeString(this.drop.resolve(name), content, charset);
		Files.setLastModifiedTime(file, FileTime.from(modifiedAt));
	}

}
