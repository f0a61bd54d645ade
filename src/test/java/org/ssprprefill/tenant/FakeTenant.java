package org.ssprprefill.tenant;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;

/** A tenant in memory that holds methods, and answers on cue. */
public class FakeTenant implements Tenant {

	private final Map<ObjectId, Map<MethodKind, ContactValue>> held = new HashMap<>();

	private final Map<String, Integer> stored = new HashMap<>();

	private final Deque<Reaction> reactions = new ArrayDeque<>();

	private final Map<MethodQuery, Deque<MethodAnswer>> answers = new HashMap<>();

	private final List<MethodQuery> asked = new ArrayList<>();

	private final List<List<MethodWrite>> written = new ArrayList<>();

	private Consumer<List<MethodWrite>> witness = (writes) -> {
	};

	/**
	 * Registers a method as if somebody else had.
	 * @param user the person
	 * @param kind the method
	 * @param value the value
	 */
	public synchronized void hold(ObjectId user, MethodKind kind, ContactValue value) {
		this.held.computeIfAbsent(user, (one) -> new EnumMap<>(MethodKind.class)).put(kind, value);
	}

	/**
	 * Takes a method away as if somebody else had.
	 * @param user the person
	 * @param kind the method
	 */
	public synchronized void remove(ObjectId user, MethodKind kind) {
		this.held.getOrDefault(user, new EnumMap<>(MethodKind.class)).remove(kind);
	}

	/**
	 * What is registered.
	 * @param user the person
	 * @param kind the method
	 * @return the value
	 */
	public synchronized Optional<ContactValue> held(ObjectId user, MethodKind kind) {
		return Optional.ofNullable(this.held.getOrDefault(user, Map.of()).get(kind));
	}

	/**
	 * How often a write changed something.
	 * @param user the person
	 * @param kind the method
	 * @return the times
	 */
	public synchronized int stored(ObjectId user, MethodKind kind) {
		return this.stored.getOrDefault(user + ":" + kind, 0);
	}

	/**
	 * Reacts to the next writes in this way, one each, before behaving again.
	 * @param next the reactions
	 */
	public synchronized void cue(Reaction... next) {
		this.reactions.addAll(List.of(next));
	}

	/**
	 * Gives these answers to the next questions of that kind.
	 * @param query the question
	 * @param next the answers
	 */
	public synchronized void answer(MethodQuery query, MethodAnswer... next) {
		this.answers.computeIfAbsent(query, (one) -> new ArrayDeque<>()).addAll(List.of(next));
	}

	/**
	 * Sees every JSON batch before anything is stored.
	 * @param looks called with the writes
	 */
	public void witness(Consumer<List<MethodWrite>> looks) {
		this.witness = looks;
	}

	/**
	 * All questions so far.
	 * @return in their order
	 */
	public synchronized List<MethodQuery> asked() {
		return List.copyOf(this.asked);
	}

	/**
	 * All JSON batches so far.
	 * @return in their order
	 */
	public synchronized List<List<MethodWrite>> written() {
		return List.copyOf(this.written);
	}

	/**
	 * Stores as Graph does: adds only where nothing is, changes only what is there.
	 * @param write the write
	 * @return accepted or refused
	 */
	public synchronized WriteAnswer store(MethodWrite write) {
		Optional<ContactValue> now = held(write.user(), write.kind());
		if (write.verb() == MethodWrite.Verb.REMOVE) {
			return takeAway(write, now.isPresent());
		}
		boolean add = write.verb() == MethodWrite.Verb.ADD;
		if (add == now.isPresent()) {
			return new WriteAnswer.Refused(add ? 400 : 404, add ? "alreadyThere" : "notThere");
		}
		if (write.kind() == MethodKind.ALTERNATE_MOBILE && held(write.user(), MethodKind.MOBILE).isEmpty()) {
			return new WriteAnswer.Refused(400, "mobileFirst");
		}
		if (!now.equals(Optional.of(write.value()))) {
			this.stored.merge(write.user() + ":" + write.kind(), 1, Integer::sum);
		}
		hold(write.user(), write.kind(), write.value());
		return new WriteAnswer.Accepted(add ? 201 : 204);
	}

	private WriteAnswer takeAway(MethodWrite write, boolean there) {
		if (!there) {
			return new WriteAnswer.Refused(404, "notThere");
		}
		if (write.kind() == MethodKind.MOBILE && held(write.user(), MethodKind.ALTERNATE_MOBILE).isPresent()) {
			return new WriteAnswer.Refused(400, "alternateFirst");
		}
		this.stored.merge(write.user() + ":" + write.kind(), 1, Integer::sum);
		remove(write.user(), write.kind());
		return new WriteAnswer.Accepted(204);
	}

	@Override
	public List<WriteAnswer> write(List<MethodWrite> writes, WritePermit permit) {
		this.witness.accept(writes);
		if (!permit.holds()) {
			return withheld(writes);
		}
		synchronized (this) {
			this.written.add(List.copyOf(writes));
			return writes.stream().map((write) -> {
				Reaction reaction = this.reactions.poll();
				return (reaction != null) ? reaction.to(this, write) : store(write);
			}).toList();
		}
	}

	/**
	 * What is said where the permit has lapsed.
	 * @param writes the writes that do not leave
	 * @return one answer a write
	 */
	protected static List<WriteAnswer> withheld(List<MethodWrite> writes) {
		return writes.stream().<WriteAnswer>map((write) -> new WriteAnswer.Withheld()).toList();
	}

	@Override
	public synchronized List<MethodAnswer> readMethods(List<MethodQuery> queries) {
		this.asked.addAll(queries);
		return queries.stream().map(this::read).toList();
	}

	private MethodAnswer read(MethodQuery query) {
		MethodAnswer scripted = this.answers.getOrDefault(query, new ArrayDeque<>()).poll();
		if (scripted != null) {
			return scripted;
		}
		Map<MethodKind, ContactValue> methods = new EnumMap<>(MethodKind.class);
		this.held.getOrDefault(query.user(), Map.of()).forEach((kind, value) -> {
			if (MethodQuery.Family.of(kind) == query.family()) {
				methods.put(kind, value);
			}
		});
		return new MethodAnswer.Registered(methods);
	}

	@Override
	public Grants signIn() {
		return Grants.opaque();
	}

	@Override
	public Answer<Organization> organization() {
		return new Answer.Read<>(new Organization("fake", Set.of("contoso.com"), false));
	}

	@Override
	public Answer<Long> users(Consumer<List<EntraUser>> receiver) {
		return new Answer.Read<>(0L);
	}

	@Override
	public Answer<Optional<String>> usersSince(Optional<String> mark, UserReceiver receiver) {
		receiver.allUsers();
		return new Answer.Read<>(Optional.empty());
	}

	@Override
	public Answer<Long> registrations(Consumer<List<Registration>> receiver) {
		return new Answer.Read<>(0L);
	}

	@Override
	public Answer<List<EntraUser>> find(UserKey key) {
		return new Answer.Read<>(List.of());
	}

	@Override
	public Answer<Optional<Registration>> registration(ObjectId user) {
		return new Answer.Read<>(Optional.empty());
	}

	@Override
	public Answer<Administrators> administrators() {
		return new Answer.Read<>(new Administrators(Map.of(), Map.of(), false));
	}

	@Override
	public Answer<List<Sku>> skus() {
		return new Answer.Read<>(List.of());
	}

	@Override
	public Answer<MethodsPolicy> methodsPolicy() {
		return new Answer.Read<>(new MethodsPolicy(true, Map.of(), Optional.empty()));
	}

	@Override
	public Answer<Boolean> administratorsMayReset() {
		return new Answer.Read<>(true);
	}

	@Override
	public Answer<Set<ObjectId>> usersIn(ObjectId group) {
		return new Answer.Read<>(Set.of());
	}

	@Override
	public Optional<Duration> clockAhead() {
		return Optional.empty();
	}

	@Override
	public Traffic traffic() {
		return Traffic.NONE;
	}

	@Override
	public void close() {
		// Nothing is open
	}

	/** What the tenant does about one write. */
	@FunctionalInterface
	public interface Reaction {

		/**
		 * Does it.
		 * @param tenant the tenant
		 * @param write the write
		 * @return what the tenant says
		 */
		WriteAnswer to(FakeTenant tenant, MethodWrite write);

		/**
		 * Stores it and says so.
		 * @return the reaction
		 */
		static Reaction stores() {
			return FakeTenant::store;
		}

		/**
		 * Does nothing, and says this.
		 * @param answer the answer
		 * @return the reaction
		 */
		static Reaction says(WriteAnswer answer) {
			return (tenant, write) -> answer;
		}

		/**
		 * Stores it, and says this all the same.
		 * @param answer the answer
		 * @return the reaction
		 */
		static Reaction storesButSays(WriteAnswer answer) {
			return (tenant, write) -> {
				tenant.store(write);
				return answer;
			};
		}

	}

}
