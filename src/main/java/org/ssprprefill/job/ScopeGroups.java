package org.ssprprefill.job;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.doctor.Exclusions;
import org.ssprprefill.match.ScopeSettings;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.Obstacle;
import org.ssprprefill.tenant.Tenant;

/**
 * What the tenant says of the groups that the scope names. An id in {@code scope.exclude}
 * may be an account's, so that there is no group of that id.
 *
 * @param scope the group that bounds the scope
 * @param exclusions the entries of {@code scope.exclude}
 * @param answers the users in each group
 */
record ScopeGroups(Optional<ObjectId> scope, Exclusions exclusions, Map<ObjectId, Answer<Set<ObjectId>>> answers) {

	static ScopeGroups read(Tenant tenant, ScopeSettings settings) {
		Exclusions exclusions = Exclusions.of(settings.exclude());
		Set<ObjectId> asked = new LinkedHashSet<>(exclusions.ids());
		settings.group().ifPresent(asked::add);
		return new ScopeGroups(settings.group(), exclusions, tenant.usersInEach(asked));
	}

	/** Why a group that decides about people could not be read. */
	Map<ObjectId, Obstacle> obstacles() {
		Map<ObjectId, Obstacle> obstacles = new LinkedHashMap<>(this.exclusions.obstacles(this.answers));
		this.scope.ifPresent((group) -> {
			if (answer(group) instanceof Answer.Unreadable<?> unreadable) {
				obstacles.put(group, unreadable.obstacle());
			}
		});
		return obstacles;
	}

	/** The members of the group that bounds the scope. */
	Map<ObjectId, Set<ObjectId>> scopeMembers() {
		return this.scope.map((group) -> Map.of(group, answer(group).value().orElse(Set.of()))).orElse(Map.of());
	}

	/** The entries of {@code scope.exclude} that fit no account and no group. */
	Exclusions.Unfitting unfitting(Set<String> fitting, Set<String> known) {
		Map<ObjectId, Answer<Set<ObjectId>>> groups = new LinkedHashMap<>(this.answers);
		groups.keySet().retainAll(this.exclusions.ids());
		return this.exclusions.unfitting(fitting, known, groups);
	}

	private Answer<Set<ObjectId>> answer(ObjectId group) {
		return Objects.requireNonNull(this.answers.get(group));
	}

}
