package org.ssprprefill.feed;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ssprprefill.contact.ProgramFile;

/** Headers that say the same in other languages; {@code header-words.txt}. */
final class HeaderWords {

	private static final Map<String, Set<String>> ALIKE = alike();

	private HeaderWords() {
	}

	private static Map<String, Set<String>> alike() {
		Map<String, Set<String>> alike = new HashMap<>();
		for (String line : ProgramFile.entries("/feed/header-words.txt")) {
			Set<String> words = Stream.of(line.split("\\|"))
				.map(ColumnName::folded)
				.collect(Collectors.toCollection(LinkedHashSet::new));
			words.forEach((word) -> alike.put(word, Set.copyOf(words)));
		}
		return Map.copyOf(alike);
	}

	/**
	 * Every header that says the same as one of the given.
	 * @param headers headers as the job definition names them
	 * @return folded headers, the given ones among them
	 */
	static Set<String> alike(List<String> headers) {
		return headers.stream()
			.map(ColumnName::folded)
			.flatMap((header) -> Stream.concat(Stream.of(header), ALIKE.getOrDefault(header, Set.of()).stream()))
			.collect(Collectors.toUnmodifiableSet());
	}

}
