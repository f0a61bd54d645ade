package org.ssprprefill.match;

import org.ssprprefill.contact.ObjectId;

/**
 * A user whose matching attribute equals that of a row.
 *
 * @param id the user's object id
 * @param enabled whether the account may sign in
 */
public record Candidate(ObjectId id, boolean enabled) {
}
