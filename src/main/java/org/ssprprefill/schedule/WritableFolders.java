package org.ssprprefill.schedule;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folders a job writes to.
 *
 * @param home the home folder: keys, embedded database, locks
 * @param drop the folder HR drops files into, from which they are moved
 * @param reports where the reports go
 * @param metrics where the newest figures go, if anywhere besides
 */
record WritableFolders(Path home, Path drop, Path reports, Optional<Path> metrics) {

	/** Each folder once, without those that lie in another one. */
	List<Path> outermost() {
		List<Path> all = Stream.concat(Stream.of(this.home, this.drop, this.reports), this.metrics.stream())
			.map((folder) -> folder.toAbsolutePath().normalize())
			.distinct()
			.toList();
		return outermost(all);
	}

	static List<Path> outermost(List<Path> all) {
		return all.stream()
			.filter((folder) -> all.stream().noneMatch((other) -> !other.equals(folder) && folder.startsWith(other)))
			.toList();
	}

	/** The outermost folders in a sentence. */
	String names() {
		return outermost().stream().map(Path::toString).collect(Collectors.joining(", "));
	}

}
