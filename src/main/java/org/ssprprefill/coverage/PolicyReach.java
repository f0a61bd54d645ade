package org.ssprprefill.coverage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.MethodsPolicy;
import org.ssprprefill.tenant.Obstacle;
import org.ssprprefill.tenant.Tenant;

/**
 * The methods policy with the members of the groups that coverage rests on. A policy with
 * a group whose members cannot be read says nothing about any person; a group that is not
 * there has no members.
 *
 * @param policy the policy; unreadable if it, or a group in it, is
 * @param members the users in each group, nested groups included
 * @param unread the groups whose members cannot be read
 */
public record PolicyReach(Answer<MethodsPolicy> policy, Map<ObjectId, Set<ObjectId>> members, Set<ObjectId> unread) {

	/**
	 * Reads the policy and the groups.
	 * @param tenant the tenant
	 * @param known a group whose members are known already, and not read again
	 * @param besides groups to read besides those of the policy
	 * @return the policy and the members of the groups
	 */
	public static PolicyReach of(Tenant tenant, Set<ObjectId> known, Set<ObjectId> besides) {
		Answer<MethodsPolicy> policy = tenant.methodsPolicy();
		Set<ObjectId> governing = policy.value().map(PolicyView::groupsOf).orElse(Set.of());
		Set<ObjectId> groups = new HashSet<>(governing);
		groups.addAll(besides);
		groups.removeAll(known);
		Map<ObjectId, Set<ObjectId>> members = new HashMap<>();
		Set<ObjectId> unread = new HashSet<>();
		for (Map.Entry<ObjectId, Answer<Set<ObjectId>>> answer : tenant.usersInEach(groups).entrySet()) {
			Answer<Set<ObjectId>> users = answer.getValue();
			if (users instanceof Answer.Unreadable<Set<ObjectId>> unreadable
					&& unreadable.obstacle().cause() != Obstacle.Cause.NOT_OFFERED) {
				unread.add(answer.getKey());
				policy = governing.contains(answer.getKey()) ? new Answer.Unreadable<>(unreadable.obstacle()) : policy;
			}
			else {
				members.put(answer.getKey(), users.value().orElse(Set.of()));
			}
		}
		return new PolicyReach(policy, Map.copyOf(members), Set.copyOf(unread));
	}

}
