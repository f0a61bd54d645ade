package org.ssprprefill.plan;

import java.util.Optional;

/**
 * Everything a decision about one method of one person rests on.
 *
 * @param wish what should be registered
 * @param registered what is
 * @param written what this program last wrote and confirmed
 * @param takenBack what an undo took back since
 */
public record MethodState(Wish wish, Registered registered, Optional<Written> written, Optional<Written> takenBack) {
}
