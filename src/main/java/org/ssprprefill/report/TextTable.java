package org.ssprprefill.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table for a terminal: words to the left, numbers to the right, no more width than
 * needed.
 */
final class TextTable {

	private static final String GAP = "  ";

	private final List<List<String>> rows = new ArrayList<>();

	private final int words;

	TextTable(String... words) {
		this.words = words.length;
		this.rows.add(new ArrayList<>(List.of(words)));
	}

	/** Adds columns of numbers; call it before the first row. */
	TextTable numbers(String... names) {
		this.rows.get(0).addAll(List.of(names));
		return this;
	}

	TextTable row(String... cells) {
		this.rows.add(List.of(cells).stream().map(Paragraph::harmless).toList());
		return this;
	}

	List<String> lines() {
		return this.rows.stream().map(this::line).toList();
	}

	private String line(List<String> cells) {
		StringBuilder line = new StringBuilder();
		for (int column = 0; column < cells.size(); column++) {
			String cell = cells.get(column);
			String padding = " ".repeat(width(column) - cell.length());
			line.append((column == 0) ? "" : GAP).append((column < this.words) ? cell + padding : padding + cell);
		}
		return line.toString().stripTrailing();
	}

	private int width(int column) {
		return this.rows.stream().mapToInt((cells) -> cells.get(column).length()).max().orElse(0);
	}

}
