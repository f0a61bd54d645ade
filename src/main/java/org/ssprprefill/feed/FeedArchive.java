package org.ssprprefill.feed;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What runs moved out of the drop folder: {@code archive/RUN} and {@code refused/RUN},
 * with checksums and answers beside the files.
 */
public final class FeedArchive {

	static final String ARCHIVE = "archive";

	static final String REFUSED = "refused";

	static final String ANSWER = ".answer.txt";

	/** What {@code check --drop} answers beside a file that still waits for its run. */
	static final String CHECK = ".check.txt";

	/**
	 * What the name of an archived file goes on with where HR's part of the rejects is,
	 * before the ending of its format.
	 */
	public static final String REJECTS = ".rejects";

	private final Path drop;

	/**
	 * The archive of a drop folder.
	 * @param drop the drop folder
	 */
	public FeedArchive(Path drop) {
		this.drop = drop;
	}

	/**
	 * Deletes what a run moved here.
	 * @param run the run's id
	 * @param names the files the run received, asked for only where it has a folder
	 * @return what was deleted, and what could not be
	 */
	public Cleared clear(String run, Supplier<? extends Collection<String>> names) {
		Cleared cleared = Cleared.NOTHING;
		for (String shelf : List.of(ARCHIVE, REFUSED)) {
			Path place = this.drop.resolve(shelf);
			RunFolder folder = new RunFolder(place.resolve(run));
			if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS) && folder.exists()) {
				cleared = cleared.and(folder.clear(names.get().stream().flatMap(FeedArchive::withCompanions).toList()));
			}
		}
		return cleared;
	}

	/**
	 * Where a file lies that a run has processed.
	 * @param run the run's id
	 * @param name the file's name
	 * @return the place, whether or not it is there
	 */
	public Path place(String run, String name) {
		return this.drop.resolve(ARCHIVE).resolve(run).resolve(name);
	}

	/**
	 * Whether a run has moved a file here and it still lies where it was put; what a link
	 * leads to does not.
	 * @param run the run's id
	 * @param name the file's name
	 * @return {@code true} if it lies in the archive, or with the refused ones
	 */
	public boolean holds(String run, String name) {
		return Stream.of(ARCHIVE, REFUSED)
			.map(this.drop::resolve)
			.anyMatch((shelf) -> Files.isDirectory(shelf, LinkOption.NOFOLLOW_LINKS)
					&& new RunFolder(shelf.resolve(run)).exists()
					&& Files.exists(shelf.resolve(run).resolve(name), LinkOption.NOFOLLOW_LINKS));
	}

	private static Stream<String> withCompanions(String name) {
		return Stream.of(name, name + Inspection.CHECKSUM, name + REJECTS + ".csv", name + REJECTS + ".xlsx",
				name + ANSWER, name + CHECK);
	}

}
