package org.ssprprefill.feed;

import java.util.ArrayList;
import java.util.List;

import org.ssprprefill.message.Message;

/**
 * What deleting files came to.
 *
 * @param folders how many folders of runs were concerned
 * @param files how many files were deleted
 * @param obstacles what could not be deleted and why, in whole sentences
 */
public record Cleared(int folders, int files, List<Message> obstacles) {

	/** Nothing was there. */
	public static final Cleared NOTHING = new Cleared(0, 0, List.of());

	/** Keeps its own copy. */
	public Cleared {
		obstacles = List.copyOf(obstacles);
	}

	/**
	 * Both together.
	 * @param other what else was deleted
	 * @return the sum
	 */
	public Cleared and(Cleared other) {
		List<Message> all = new ArrayList<>(this.obstacles);
		all.addAll(other.obstacles);
		return new Cleared(this.folders + other.folders, this.files + other.files, all);
	}

}
