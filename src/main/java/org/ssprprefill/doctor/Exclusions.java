package org.ssprprefill.doctor;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.contact.UserPrincipalName;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.Obstacle;

/**
 * The entries of {@code scope.exclude}: user principal names, object ids of accounts, and
 * ids of groups. An entry must fit something, or have fitted an account before.
 *
 * @param keys the entries in lower case
 */
public record Exclusions(Set<String> keys) {

	/**
	 * The entries of a job definition.
	 * @param entries as they are written
	 * @return the entries
	 */
	public static Exclusions of(Collection<String> entries) {
		return new Exclusions(entries.stream()
			.map((entry) -> isName(entry) ? new UserPrincipalName(entry).key() : new ObjectId(entry).value())
			.collect(Collectors.toCollection(LinkedHashSet::new)));
	}

	private static boolean isName(String entry) {
		return entry.contains("@");
	}

	/**
	 * The entries that may be groups.
	 * @return the ids
	 */
	public Set<ObjectId> ids() {
		return this.keys.stream()
			.filter((key) -> !isName(key))
			.map(ObjectId::new)
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/**
	 * The entries that protect no account.
	 * @param fitting entries that fit an account, or have fitted one before
	 * @param groups the answers about those that may be groups
	 * @return sorted; empty where all is well, or a group cannot be read
	 */
	public List<String> inVain(Set<String> fitting, Map<ObjectId, ? extends Answer<?>> groups) {
		Set<String> vain = new TreeSet<>(this.keys);
		vain.removeAll(fitting);
		groups.forEach((id, answer) -> {
			if (!isAbsent(answer)) {
				vain.remove(id.value());
			}
		});
		return List.copyOf(vain);
	}

	/**
	 * Why the members of an excluded group are not known.
	 * @param groups the answers about what may be groups
	 * @return the obstacles by group, in the order of the entries
	 */
	public Map<ObjectId, Obstacle> obstacles(Map<ObjectId, ? extends Answer<?>> groups) {
		Map<ObjectId, Obstacle> obstacles = new LinkedHashMap<>();
		ids().forEach((
				id) -> Optional.ofNullable(groups.get(id)).filter((answer) -> !isAbsent(answer)).ifPresent((answer) -> {
					if (answer instanceof Answer.Unreadable<?> unreadable) {
						obstacles.put(id, unreadable.obstacle());
					}
				}));
		return obstacles;
	}

	/** There is no group of that id. */
	private static boolean isAbsent(Answer<?> answer) {
		return answer instanceof Answer.Unreadable<?> unreadable
				&& unreadable.obstacle().cause() == Obstacle.Cause.NOT_OFFERED;
	}

}
