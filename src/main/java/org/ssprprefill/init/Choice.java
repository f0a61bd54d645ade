package org.ssprprefill.init;

import java.util.List;
import java.util.Optional;

import org.ssprprefill.feed.Field;

/**
 * The column that is proposed for a field, or asked about.
 *
 * @param field the field
 * @param headers HR's own header, or those of the columns that make up a name
 * @param evidence what speaks for it, in a sentence
 * @param doubt what a person should look at, in a sentence
 * @param others headers of other columns that could be meant
 */
record Choice(Field field, List<String> headers, String evidence, Optional<String> doubt, List<String> others) {

	Choice {
		headers = List.copyOf(headers);
		others = List.copyOf(others);
	}

}
