package org.ssprprefill.match;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.ssprprefill.contact.ObjectId;

/**
 * Who may be touched at all; the {@code scope} section of a job definition.
 *
 * @param group only members of this group, nested ones included; empty for all users
 * @param exclude user principal names, object ids of users, and ids of groups
 * @param pilot at most that many users are written to per run
 */
public record ScopeSettings(Optional<ObjectId> group, List<String> exclude, OptionalInt pilot) {
}
