package org.ssprprefill.schedule;

import java.util.List;
import java.util.stream.Collectors;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A scheduler entry, ready to install.
 *
 * @param files its files, in the order in which they are installed
 * @param hints what the administrator does with it, a sentence each
 */
public record Entry(List<File> files, List<String> hints) {

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	/** Keeps its own copies. */
	public Entry {
		files = List.copyOf(files);
		hints = List.copyOf(hints);
	}

	/**
	 * All files, one after the other.
	 * @return the text, ending with a line feed
	 */
	public String text() {
		return this.files.stream().map(File::content).collect(Collectors.joining("\n"));
	}

	/**
	 * The entry as one JSON object.
	 * @return {@code {"files":[{"path","content"}],"hints":[…]}}
	 */
	public String json() {
		return JSON.writeValueAsString(this);
	}

	/**
	 * One file.
	 *
	 * @param path where it goes, or what it is called where it goes nowhere by itself
	 * @param content its text, ending with a line feed
	 */
	public record File(String path, String content) {
	}

}
