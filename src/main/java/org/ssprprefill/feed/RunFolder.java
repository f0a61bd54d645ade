package org.ssprprefill.feed;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.ssprprefill.message.Message;

/**
 * The folder in which a run left files of its own. Only files that it is known to have
 * left are ever deleted, and no link is followed out of it.
 *
 * @param path where it is; the last name is the run's id
 */
public record RunFolder(Path path) {

	/**
	 * Whether there is such a folder, which is no link.
	 * @return {@code true} if something may be deleted in it
	 */
	public boolean exists() {
		return Files.isDirectory(this.path, LinkOption.NOFOLLOW_LINKS);
	}

	/**
	 * Deletes files, and then the folder if nothing else is in it.
	 * @param names the names of the files that the run left here
	 * @return what was deleted, and what could not be
	 */
	public Cleared clear(Collection<String> names) {
		if (!exists()) {
			return Cleared.NOTHING;
		}
		int files = 0;
		List<Message> obstacles = new ArrayList<>();
		for (String name : names) {
			Path file = this.path.resolve(name);
			try {
				// A folder of that name is none of ours, and what a link leads to neither
				if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) && Files.deleteIfExists(file)) {
					files++;
				}
			}
			catch (IOException ex) {
				obstacles.add(obstacle(file, ex));
			}
		}
		if (obstacles.isEmpty()) {
			removeIfEmpty(obstacles);
		}
		return new Cleared((files > 0) ? 1 : 0, files, obstacles);
	}

	private void removeIfEmpty(List<Message> obstacles) {
		try {
			Files.delete(this.path);
		}
		catch (DirectoryNotEmptyException ex) {
			// Another program put something there, which is not ours to delete
		}
		catch (IOException ex) {
			obstacles.add(obstacle(this.path, ex));
		}
	}

	private static Message obstacle(Path path, IOException ex) {
		return Message.of("check.retention.obstacle", path,
				ex.getClass().getSimpleName().replaceFirst("Exception$", ""));
	}

}
