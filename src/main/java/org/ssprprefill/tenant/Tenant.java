package org.ssprprefill.tenant;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.message.Message;

/**
 * What this program asks of an Entra tenant. Every method may wait for the tenant's
 * throttle; all may be called from several threads.
 *
 * <p>
 * A question that the tenant answers with "no" is an {@link Answer.Unreadable}; a tenant
 * that gives no answer within a bounded time is a {@link TenantUnavailableException}; a
 * credential that is refused is a {@link TenantRefusedException}. All methods throw both.
 */
public interface Tenant extends AutoCloseable {

	/** So many requests leave together at most: a JSON batch of Graph. */
	int MOST_TOGETHER = 20;

	/**
	 * Obtains an access token, so that a bad credential is known before anything else.
	 * @return the application permissions the token carries
	 */
	Grants signIn();

	/**
	 * The tenant itself.
	 * @return id, verified domains and whether it synchronises users
	 */
	Answer<Organization> organization();

	/**
	 * Hands every user of the tenant to the receiver, page by page, in no given order.
	 * @param receiver called on the calling thread with one page at a time
	 * @return how many users were handed over
	 */
	Answer<Long> users(Consumer<List<EntraUser>> receiver);

	/**
	 * Hands the users that changed since a mark to the receiver; all users where there is
	 * no mark, or none that the tenant still knows.
	 * @param mark where an earlier reading of the same tenant ended
	 * @param receiver takes them
	 * @return where this reading ended, for the next one; nothing where the tenant keeps
	 * no account of changes
	 */
	Answer<Optional<String>> usersSince(Optional<String> mark, UserReceiver receiver);

	/**
	 * Hands every row of the registration report to the receiver, page by page.
	 * @param receiver called on the calling thread with one page at a time
	 * @return how many rows were handed over
	 */
	Answer<Long> registrations(Consumer<List<Registration>> receiver);

	/**
	 * The users that a name fits.
	 * @param key the name
	 * @return no user, one, or several where the name is an employee id
	 */
	Answer<List<EntraUser>> find(UserKey key);

	/**
	 * One person's row of the registration report.
	 * @param user the person
	 * @return the row, or nothing for a user the report does not list
	 */
	Answer<Optional<Registration>> registration(ObjectId user);

	/**
	 * All users who hold, may activate, or inherit through a group a directory role.
	 * @return the administrators; unreadable if any part of the question is
	 */
	Answer<Administrators> administrators();

	/**
	 * What the tenant calls its directory roles, its own ones included.
	 * @return the display names by the id of the role's definition, and of its template;
	 * a tenant that is not asked names none
	 */
	default Answer<Map<String, String>> roleNames() {
		return new Answer.Read<>(Map.of());
	}

	/**
	 * The products the tenant subscribes to.
	 * @return the SKUs
	 */
	Answer<List<Sku>> skus();

	/**
	 * Which methods the authentication methods policy allows, and for whom.
	 * @return the policy
	 */
	Answer<MethodsPolicy> methodsPolicy();

	/**
	 * Whether administrators may use SSPR ({@code allowedToUseSSPR}).
	 * @return the switch
	 */
	Answer<Boolean> administratorsMayReset();

	/**
	 * How many Verified ID profiles are set up, with which people may recover an account.
	 * @return the number; a tenant that is not asked does not offer it
	 */
	default Answer<Long> verifiedIdProfiles() {
		return new Answer.Unreadable<>(
				new Obstacle(Message.of("part.verified-id"), Obstacle.Cause.NOT_OFFERED, List.of(), 0, ""));
	}

	/**
	 * The users in a group, through nested groups too.
	 * @param group the group's object id
	 * @return the members' object ids; unreadable where there is no such group
	 */
	Answer<Set<ObjectId>> usersIn(ObjectId group);

	/**
	 * The users in each of several groups, asked together where the tenant takes that.
	 * @param groups the groups' object ids
	 * @return the answer to each of them, as {@link #usersIn} gives it
	 */
	default Map<ObjectId, Answer<Set<ObjectId>>> usersInEach(Set<ObjectId> groups) {
		Map<ObjectId, Answer<Set<ObjectId>>> answers = new HashMap<>();
		groups.forEach((group) -> answers.put(group, usersIn(group)));
		return answers;
	}

	/**
	 * Reads authentication methods in JSON batches, retrying what is throttled.
	 * @param queries any number of questions
	 * @return one answer a query, in the order of the queries
	 */
	List<MethodAnswer> readMethods(List<MethodQuery> queries);

	/**
	 * Reads authentication methods, each question once.
	 * @param queries the questions
	 * @return the answer to each of them
	 */
	default MethodAnswers ask(Set<MethodQuery> queries) {
		List<MethodQuery> asked = List.copyOf(queries);
		List<MethodAnswer> answers = readMethods(asked);
		Map<MethodQuery, MethodAnswer> byQuery = new HashMap<>();
		for (int index = 0; index < asked.size(); index++) {
			byQuery.put(asked.get(index), answers.get(index));
		}
		return new MethodAnswers(byQuery);
	}

	/**
	 * Sends writes in one JSON batch, once, without retry.
	 * @param writes one to twenty writes, at most one per person and method
	 * @param permit asked right before each exchange leaves; what it holds back is
	 * {@link WriteAnswer.Withheld}
	 * @return one answer a write, in the order of the writes
	 */
	List<WriteAnswer> write(List<MethodWrite> writes, WritePermit permit);

	/**
	 * Sends one request of a probe, once and by itself.
	 * @param request the request
	 * @param permit asked right before it leaves
	 * @return the answer, whatever it is
	 */
	default ProbeAnswer probe(ProbeRequest request, WritePermit permit) {
		throw new UnsupportedOperationException("This tenant cannot be probed");
	}

	/**
	 * How far the tenant's clock was ahead of this machine's when it last answered.
	 * @return the difference, negative where the tenant's clock is behind, within a
	 * second or two; nothing where no answer has told the time yet
	 */
	Optional<Duration> clockAhead();

	/**
	 * What this connection has cost so far.
	 * @return running totals
	 */
	Traffic traffic();

	/**
	 * Lets what is under way come to its end, and nothing begin or wait any more: a
	 * caller that asks or waits hears a {@link TenantUnavailableException}.
	 */
	default void stop() {
		// A tenant without waits has nothing to cut short
	}

	@Override
	void close();

}
