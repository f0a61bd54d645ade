package org.ssprprefill.explain;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of the reasoning.
 *
 * @param id the line's stable name, for example {@code licensed}
 * @param verdict {@code yes}, {@code no} or {@code unknown}; a line that only informs
 * says {@code yes} where it could be read
 * @param value what was found, contact values masked
 * @param source where that comes from
 * @param asOf how old it is, where that is known
 */
public record Step(String id, String verdict, String value, String source, Optional<Instant> asOf) {
}
