package org.ssprprefill.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.ssprprefill.contact.ProgramFile;

/**
 * The text that answers a complaint, from {@code explain/ID.md}: a title, paragraphs, and
 * sections for some accounts only; a section ends at the paragraph that begins with "Do
 * this:" or "Source:" outside of it.
 *
 * @param title the complaint in a sentence
 * @param blocks the paragraphs, each for all accounts or for one kind of account
 */
record ComplaintText(String title, List<Block> blocks) {

	/** The heading of what is for all. */
	static final String ALL_ACCOUNTS = "everybody";

	private static final String HEADING = "## ";

	private static final String SOURCE = "Source:";

	private static final Map<Complaint, ComplaintText> READ = new ConcurrentHashMap<>();

	/** Keeps a copy of the list. */
	ComplaintText {
		blocks = List.copyOf(blocks);
	}

	static ComplaintText of(Complaint complaint) {
		return READ.computeIfAbsent(complaint, ComplaintText::read);
	}

	private static ComplaintText read(Complaint complaint) {
		return parse(ProgramFile.text("/explain/" + complaint.id() + ".md").lines().toList());
	}

	static ComplaintText parse(List<String> lines) {
		List<Block> blocks = new ArrayList<>();
		String section = ALL_ACCOUNTS;
		for (String line : lines.subList(1, lines.size())) {
			if (line.startsWith(HEADING)) {
				section = line.substring(HEADING.length()).strip();
			}
			else if (!line.isBlank()) {
				section = line.startsWith(SOURCE) ? ALL_ACCOUNTS : section;
				blocks.add(new Block(section, line));
			}
		}
		return new ComplaintText(lines.get(0).replaceFirst("^# ", ""), blocks);
	}

	/** The file names of the pages that the text rests on. */
	List<String> sources() {
		return this.blocks.stream()
			.map(Block::text)
			.filter((text) -> text.startsWith(SOURCE))
			.map((text) -> text.replaceFirst(".*[/ ]([^/ )]+)\\)?$", "$1"))
			.toList();
	}

	/** The paragraphs for an account with these traits, without the sources. */
	List<String> paragraphs(Set<String> traits) {
		return this.blocks.stream()
			.filter((block) -> block.section().equals(ALL_ACCOUNTS) || traits.contains(block.section()))
			.map(Block::text)
			.filter((text) -> !text.startsWith(SOURCE))
			.toList();
	}

	/**
	 * A paragraph.
	 *
	 * @param section the trait it is for, or {@code everybody}
	 * @param text one line
	 */
	record Block(String section, String text) {
	}

}
