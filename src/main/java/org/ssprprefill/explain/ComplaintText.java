package org.ssprprefill.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The text that answers a complaint, from {@code explain/ID.md}: a title, paragraphs, and
 * sections for some accounts only; a section ends at the paragraph that begins with "Do
 * this:" or "Source:" outside of it.
 *
 * @param title the complaint in a sentence
 * @param blocks the paragraphs, each for everybody or for one kind of account
 */
record ComplaintText(String title, List<Block> blocks) {

	private static final String SECTION = "## ";

	/** Keeps a copy of the list. */
	ComplaintText {
		blocks = List.copyOf(blocks);
	}

	static ComplaintText of(Complaint complaint) {
		return parse(Resource.lines(complaint.id() + ".md"));
	}

	static ComplaintText parse(List<String> lines) {
		List<Block> blocks = new ArrayList<>();
		String section = "";
		for (String line : lines.subList(1, lines.size())) {
			if (line.startsWith(SECTION)) {
				section = line.substring(SECTION.length()).strip();
				blocks.add(new Block(section, ""));
			}
			else {
				section = line.startsWith("Source:") ? "" : section;
				blocks.add(new Block(section, line));
			}
		}
		return new ComplaintText(lines.get(0).replaceFirst("^# ", ""), blocks);
	}

	/** The paragraphs for an account with these traits; none is empty. */
	List<String> paragraphs(Set<String> traits) {
		return this.blocks.stream()
			.filter((block) -> block.section().isEmpty() || traits.contains(block.section()))
			.map(Block::text)
			.filter((text) -> !text.isBlank())
			.toList();
	}

	/**
	 * A line of the text.
	 *
	 * @param section the trait it is for, or empty
	 * @param text the line; empty between paragraphs
	 */
	record Block(String section, String text) {
	}

}
