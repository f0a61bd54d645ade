package org.ssprprefill.doctor;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.contact.UserPrincipalName;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.EntraUser;
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
	 * The accounts that the entries protect: those that an entry fits by name or id, the
	 * members of a group that is there, and otherwise those that it fitted before. A
	 * group that is there stands for itself, too, so that an empty one is remembered.
	 * @param fitting the accounts that an entry fits by name or id now
	 * @param groups the answers about those that may be groups
	 * @param known the accounts that an entry fitted before
	 * @return the accounts by entry; no entry that never fitted one
	 */
	public Map<String, Set<ObjectId>> accounts(Map<String, Set<ObjectId>> fitting,
			Map<ObjectId, ? extends Answer<Set<ObjectId>>> groups, Map<String, Set<ObjectId>> known) {
		Map<String, Set<ObjectId>> accounts = new LinkedHashMap<>();
		Map<String, Set<ObjectId>> members = new HashMap<>();
		ids().forEach((id) -> Optional.ofNullable(groups.get(id)).flatMap(Answer::value).ifPresent((users) -> {
			members.put(id.value(), users);
			accounts.computeIfAbsent(id.value(), (unused) -> new LinkedHashSet<>()).add(id);
		}));
		for (String key : this.keys) {
			Set<ObjectId> protectedNow = new LinkedHashSet<>(fitting.getOrDefault(key, Set.of()));
			protectedNow.addAll(members.getOrDefault(key, known.getOrDefault(key, Set.of())));
			if (!protectedNow.isEmpty()) {
				accounts.computeIfAbsent(key, (unused) -> new LinkedHashSet<>()).addAll(protectedNow);
			}
		}
		return accounts;
	}

	/**
	 * The entries that are an account's name or id.
	 * @param user the account
	 * @return the account by each of them
	 */
	public Map<String, Set<ObjectId>> fitting(EntraUser user) {
		return Stream.of(user.userPrincipalName().key(), user.id().value())
			.filter(this.keys::contains)
			.collect(Collectors.toMap((key) -> key, (key) -> Set.of(user.id())));
	}

	/**
	 * The entries that fit no account and no group. One that has fitted before goes on
	 * protecting what it fitted; the others protect no account.
	 * @param fitting entries that fit an account
	 * @param known entries that have fitted an account or a group's members before
	 * @param groups the answers about those that may be groups; one that cannot be read
	 * counts as fitting
	 * @return the entries, sorted
	 */
	public Unfitting unfitting(Set<String> fitting, Set<String> known, Map<ObjectId, ? extends Answer<?>> groups) {
		Set<String> unfitting = new TreeSet<>(this.keys);
		unfitting.removeAll(fitting);
		groups.forEach((id, answer) -> {
			if (!isAbsent(answer)) {
				unfitting.remove(id.value());
			}
		});
		return new Unfitting(unfitting.stream().filter((entry) -> !known.contains(entry)).toList(),
				unfitting.stream().filter(known::contains).toList());
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

	/**
	 * Entries that fit nothing.
	 *
	 * @param inVain those that never did, and protect no account
	 * @param remembered those that did, and go on protecting what they fitted
	 */
	public record Unfitting(List<String> inVain, List<String> remembered) {
	}

}
