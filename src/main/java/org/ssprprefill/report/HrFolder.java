package org.ssprprefill.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

import org.ssprprefill.feed.DropFolder;
import org.ssprprefill.feed.DroppedFile;
import org.ssprprefill.feed.HrGroup;

/**
 * The folder in which HR finds what a check says.
 *
 * @param drop the drop folder
 */
public record HrFolder(Path drop) {

	/**
	 * Puts the answer of a check beside a file, unless the file has gone meanwhile.
	 * @param file the file
	 * @param text what to say
	 * @throws UncheckedIOException if it cannot be written
	 */
	public void check(DroppedFile file, String text) {
		Path answer = DropFolder.answerTo(file);
		new ReportFolder(this.drop).write(String.valueOf(answer.getFileName()), text);
		HrGroup.letRead(answer);
		try {
			// A run took it while it was read; its answer comes from there
			if (Files.notExists(file.path(), LinkOption.NOFOLLOW_LINKS)) {
				Files.deleteIfExists(answer);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot delete " + answer + ".", ex);
		}
	}

}
