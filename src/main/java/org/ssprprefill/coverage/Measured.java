package org.ssprprefill.coverage;

import java.util.Optional;

/**
 * A person of the population, measured.
 *
 * @param facts what is known of the person
 * @param verdict what follows from it
 * @param group what to break coverage down by, if HR said so
 */
public record Measured(PersonFacts facts, Verdict verdict, Optional<String> group) {
}
