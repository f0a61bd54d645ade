package org.ssprprefill.coverage;

import java.time.Instant;
import java.util.Optional;

/**
 * One of the conditions that must all hold for a person to reset the password.
 *
 * @param id the condition's stable name, for example {@code methods}
 * @param answer whether it holds
 * @param value what was found, in words, without contact values
 * @param source where that comes from
 * @param asOf how old it is, where the source says so
 */
public record Condition(String id, Ruling answer, String value, String source, Optional<Instant> asOf) {
}
