package org.ssprprefill.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.ssprprefill.message.Message;

/**
 * The folder HR drops exports into. Files are only looked at and moved aside, never
 * changed; a file that changed since we looked is left where it is.
 */
public final class DropFolder {

	/** Files that people or programs export and pack. */
	private static final Pattern EXPORT = Pattern
		.compile("(?!\\.|readme).+\\.(csv|tsv|tab|txt|dat|zip|gz|gpg|pgp|asc)");

	/** More names than that are not read. */
	private static final int NAMED = 5;

	private final Path folder;

	private final PathMatcher glob;

	private final Inspection inspection;

	private final MovedFiles moved;

	/**
	 * Watches a folder.
	 * @param settings where it is and which files in it are ours
	 */
	public DropFolder(FeedSettings settings) {
		this.folder = settings.drop();
		// HR's machines do not tell .CSV from .csv
		this.glob = FileSystems.getDefault().getPathMatcher("glob:" + settings.files().toLowerCase(Locale.ROOT));
		this.inspection = new Inspection(settings.settledFor(), settings.checksumRequired());
		this.moved = new MovedFiles(settings.drop());
	}

	/**
	 * Looks at the files whose names match; subfolders, hidden files and
	 * {@code FILE.sha256} and {@code FILE.check.txt} are none of them.
	 * @param now the time it is
	 * @return the files, by name
	 * @throws DropFolderException if the folder is not there or cannot be read
	 */
	public List<DroppedFile> look(Instant now) throws DropFolderException {
		if (!Files.isDirectory(this.folder)) {
			throw new DropFolderException(Message.of("check.folder.missing", this.folder),
					Message.of("check.folder.missing.next"));
		}
		try (Stream<Path> entries = Files.list(this.folder)) {
			List<DroppedFile> files = new ArrayList<>();
			for (Path path : entries.sorted().toList()) {
				// A workbook gets an answer, whatever names match
				boolean ours = isNamedLikeOurs(path);
				if ((ours || Workbook.isNamedLikeOne(path)) && isFileOrLink(path)) {
					this.inspection.inspect(path, now)
						.flatMap((file) -> ours ? Optional.of(file) : Workbook.refused(file))
						.ifPresent(files::add);
				}
			}
			return files;
		}
		catch (IOException | UncheckedIOException ex) {
			throw unreadable(ex);
		}
	}

	/**
	 * Files that may well be exports, but whose names do not match; another job may read
	 * them.
	 * @return their names
	 * @throws DropFolderException if the folder cannot be read
	 */
	public List<String> passedOver() throws DropFolderException {
		try (Stream<Path> entries = Files.list(this.folder)) {
			return entries.filter((path) -> EXPORT.matcher(PlainName.of(path).toLowerCase(Locale.ROOT)).matches())
				.filter((path) -> !isNamedLikeOurs(path) && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
				.map(PlainName::of)
				.filter((name) -> !name.endsWith(FeedArchive.CHECK))
				.sorted()
				.limit(NAMED)
				.toList();
		}
		catch (IOException | UncheckedIOException ex) {
			throw unreadable(ex);
		}
	}

	private DropFolderException unreadable(Exception ex) {
		return new DropFolderException(Message.of("check.folder.unreadable", this.folder),
				Message.of("check.folder.unreadable.next"), ex);
	}

	/**
	 * Looks at the files, and reads those that have a checksum beside them.
	 * @param now the time it is
	 * @return the files, by name; one that is not what its checksum says is refused
	 * @throws DropFolderException if the folder is not there or cannot be read
	 */
	public List<DroppedFile> examine(Instant now) throws DropFolderException {
		List<DroppedFile> files = new ArrayList<>();
		for (DroppedFile file : look(now)) {
			boolean promised = file.state() instanceof DroppedFile.Settled
					&& Files.exists(Inspection.beside(file.path()));
			files.add(promised ? compared(file) : file);
		}
		return files;
	}

	/**
	 * The files that a run would take or refuse now, and that no {@link #answerTo answer}
	 * lies beside, or one older than they are.
	 * @param now the time it is
	 * @return the files, by name
	 * @throws DropFolderException if the folder is not there or cannot be read
	 */
	public List<DroppedFile> unanswered(Instant now) throws DropFolderException {
		return examine(now).stream()
			.filter((file) -> !(file.state() instanceof DroppedFile.Growing))
			.filter((file) -> !isAnswered(file))
			.toList();
	}

	private static boolean isAnswered(DroppedFile file) {
		try {
			return Files.getLastModifiedTime(answerTo(file), LinkOption.NOFOLLOW_LINKS)
				.compareTo(Files.getLastModifiedTime(file.path(), LinkOption.NOFOLLOW_LINKS)) >= 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * Where the answer of a check lies.
	 * @param file a file of the drop folder
	 * @return the place beside it
	 */
	public static Path answerTo(DroppedFile file) {
		return file.path().resolveSibling(file.name() + FeedArchive.CHECK);
	}

	/**
	 * Why a file is not what was sent, judged by the checksum beside it.
	 * @param file where it lies
	 * @param sha256 the hash of its content
	 * @return a reason in whole sentences; nothing if the checksum fits or there is none
	 * @throws UncheckedIOException if the disk fails
	 */
	public static Optional<Message> mismatch(Path file, String sha256) {
		try {
			return Inspection.mismatch(file, sha256);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The checksum beside the file could not be read", ex);
		}
	}

	/**
	 * The hash of a file that could not be read as an export.
	 * @param file where it lies
	 * @return 64 digits, or nothing if it cannot be read at all
	 */
	public static Optional<String> hash(Path file) {
		try {
			return Optional.of(Sha256.of(file));
		}
		catch (IOException ex) {
			return Optional.empty();
		}
	}

	private DroppedFile compared(DroppedFile file) {
		try {
			String sha256 = Sha256.of(file.path());
			DroppedFile.State state = Inspection
				.mismatch(file.path(), sha256).<DroppedFile.State>map(DroppedFile.Refused::new).orElse(file.state());
			return new DroppedFile(file.name(), file.path(), file.stamp(), sha256, state);
		}
		catch (IOException ex) {
			return new DroppedFile(file.name(), file.path(), file.stamp(), "", new DroppedFile.Growing());
		}
	}

	private boolean isNamedLikeOurs(Path path) {
		String name = PlainName.of(path).toLowerCase(Locale.ROOT);
		return !name.startsWith(".") && !name.endsWith(Inspection.CHECKSUM) && !name.endsWith(FeedArchive.CHECK)
				&& this.glob.matches(Path.of(name));
	}

	/** A folder that may be listed and not entered must not look empty. */
	private static boolean isFileOrLink(Path path) throws IOException {
		try {
			BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class,
					LinkOption.NOFOLLOW_LINKS);
			return attributes.isRegularFile() || attributes.isSymbolicLink();
		}
		catch (NoSuchFileException ex) {
			// HR took it back while we were looking
			return false;
		}
	}

	/**
	 * Moves a processed file to {@code archive/RUN}, and its checksum with it. Doing it
	 * again does no harm.
	 * @param runId the run that took the file
	 * @param file the file as it was when the run looked
	 * @return where it lies now, or nothing if it changed or went away in the meantime
	 * @throws DropFolderException if it cannot be moved
	 */
	public Optional<Path> archive(String runId, DroppedFile file) throws DropFolderException {
		return this.moved.move(FeedArchive.ARCHIVE, runId, file);
	}

	/**
	 * Moves an unreadable file to {@code refused/RUN}, and its checksum with it, and
	 * writes the answer to HR beside it as {@code NAME.answer.txt}. Doing it again does
	 * no harm.
	 * @param runId the run that refused the file
	 * @param file the file as it was when the run looked
	 * @param reason why it was refused, in whole sentences
	 * @return where it lies now, or nothing if it changed or went away in the meantime
	 * @throws DropFolderException if it cannot be moved or the answer not be written
	 */
	public Optional<Path> refuse(String runId, DroppedFile file, String reason) throws DropFolderException {
		return answered(FeedArchive.REFUSED, runId, file, reason);
	}

	/**
	 * Moves a file that does not count any more to {@code archive/RUN}, with its answer
	 * as for {@link #refuse}.
	 * @param runId the run that took the file
	 * @param file the file as it was when the run looked
	 * @param reason which file counts instead, in whole sentences
	 * @return where it lies now, or nothing if it changed or went away in the meantime
	 * @throws DropFolderException if it cannot be moved or the answer not be written
	 */
	public Optional<Path> supersede(String runId, DroppedFile file, String reason) throws DropFolderException {
		return answered(FeedArchive.ARCHIVE, runId, file, reason);
	}

	private Optional<Path> answered(String shelf, String runId, DroppedFile file, String reason)
			throws DropFolderException {
		Optional<Path> place = this.moved.move(shelf, runId, file);
		if (place.isPresent()) {
			this.moved.answer(place.get(), reason);
		}
		return place;
	}

}
