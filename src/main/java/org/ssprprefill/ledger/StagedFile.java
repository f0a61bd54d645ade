package org.ssprprefill.ledger;

import java.util.Map;

import org.ssprprefill.contact.MethodKind;

/**
 * How a feed file was read.
 *
 * @param sha256 the hash of its content in lower-case hexadecimal digits
 * @param charset the character set
 * @param delimiter the delimiter
 * @param rows how many records it has
 * @param headers HR's own headers of the columns that carry methods
 */
public record StagedFile(String sha256, String charset, String delimiter, long rows, Map<MethodKind, String> headers) {
}
