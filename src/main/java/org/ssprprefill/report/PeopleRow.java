package org.ssprprefill.report;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A row of the page's table of people.
 *
 * @param name the user principal name
 * @param employeeId HR's number
 * @param group HR's group
 * @param matters why it needs attention, in stable words
 * @param remedy what is to be done
 * @param file HR's file, empty for a person without a row
 * @param line the line in it
 */
record PeopleRow(String name, String employeeId, String group, List<String> matters, String remedy, String file,
		OptionalLong line) {

	static PeopleRow of(PersonLine line, List<String> matters, Texts texts) {
		// The ledger knows more about a person's gap than what holds for all
		Stream<String> own = matters.contains(line.gap()) ? Stream.of(line.remedy()) : Stream.empty();
		String remedy = Stream
			.concat(own, matters.stream().filter((word) -> !word.equals(line.gap())).map(texts::matterRemedy))
			.filter((sentence) -> !sentence.isEmpty())
			.collect(Collectors.joining(" "));
		return new PeopleRow(line.userPrincipalName(), line.employeeId(), line.group(), matters, remedy, line.file(),
				line.line());
	}

	/** Why it needs attention, in words for people. */
	String why(Texts texts) {
		return this.matters.stream().map(texts::matter).collect(Collectors.joining(" · "));
	}

	/** Where it stands in HR's file; empty for a person without a row. */
	String place(Texts texts) {
		return this.line.isPresent() ? texts.say("check.row", this.file, Long.toString(this.line.getAsLong()))
				: this.file;
	}

}
