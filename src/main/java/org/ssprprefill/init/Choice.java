package org.ssprprefill.init;

import java.util.List;
import java.util.Optional;

import org.ssprprefill.feed.Field;

/**
 * The column that is proposed for a field.
 *
 * @param field the field
 * @param header HR's own header
 * @param evidence what speaks for it, in a sentence
 * @param doubt what a person should look at, in a sentence
 * @param others headers of other columns that could be meant
 */
record Choice(Field field, String header, String evidence, Optional<String> doubt, List<String> others) {
}
