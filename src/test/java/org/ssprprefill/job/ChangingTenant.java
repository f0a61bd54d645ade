package org.ssprprefill.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.EmployeeId;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.contact.UserPrincipalName;
import org.ssprprefill.message.Message;
import org.ssprprefill.tenant.Administrators;
import org.ssprprefill.tenant.Administrators.Hold;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.EntraUser;
import org.ssprprefill.tenant.EntraUser.UserType;
import org.ssprprefill.tenant.FakeTenant;
import org.ssprprefill.tenant.Grants;
import org.ssprprefill.tenant.MethodAnswer;
import org.ssprprefill.tenant.MethodQuery;
import org.ssprprefill.tenant.MethodWrite;
import org.ssprprefill.tenant.Obstacle;
import org.ssprprefill.tenant.Organization;
import org.ssprprefill.tenant.TenantUnavailableException;
import org.ssprprefill.tenant.UserChange;
import org.ssprprefill.tenant.UserReceiver;
import org.ssprprefill.tenant.WriteAnswer;
import org.ssprprefill.tenant.WritePermit;

/**
 * A tenant whose people change, with a clock of its own. It notes each write that rests
 * on knowledge more than two minutes old.
 */
final class ChangingTenant extends FakeTenant {

	private static final Duration OLDEST = Duration.ofMinutes(2);

	private static final Instant BEGINNING = Instant.parse("2026-11-22T02:00:00Z");

	private final Map<ObjectId, EntraUser> users = new LinkedHashMap<>();

	private final Map<ObjectId, Hold> administrators = new HashMap<>();

	private final List<UserChange> log = new ArrayList<>();

	/** Since when writing to a person would be wrong. */
	private final Map<ObjectId, Instant> barred = new HashMap<>();

	/** Why it would be. */
	private final Map<ObjectId, String> barriers = new HashMap<>();

	/** Since when HR's key leads elsewhere, which is no matter for taking back. */
	private final Map<ObjectId, Instant> moved = new HashMap<>();

	/** When a person chose a value. */
	private final Map<ObjectId, Instant> chosen = new HashMap<>();

	private final Set<String> wrongs = new TreeSet<>();

	private final Set<ObjectId> writtenTo = new HashSet<>();

	private boolean rolesReadable = true;

	private boolean usersReadable = true;

	private boolean groupsReadable = true;

	private Instant now = BEGINNING;

	private boolean replace;

	private boolean takingBack;

	private Runnable beforeWrite = () -> {
	};

	/** To how many exchanges no answer comes back, and whether what is sent arrives. */
	private int unanswered;

	private BooleanSupplier arrival = () -> false;

	private Function<MethodWrite, Optional<String>> objection = (write) -> Optional.empty();

	/** How far the clock on the wall is ahead. */
	private Duration ahead = Duration.ZERO;

	private final Set<ObjectId> excluded = new HashSet<>();

	private final Set<String> shown = new HashSet<>();

	private final Map<String, Integer> accepted = new HashMap<>();

	ChangingTenant() {
		this.administrators.put(new ObjectId("first-administrator"), Hold.ROLE);
	}

	Clock clock() {
		return new Clock() {
			@Override
			public ZoneId getZone() {
				return ZoneOffset.UTC;
			}

			@Override
			public Clock withZone(ZoneId zone) {
				return this;
			}

			@Override
			public Instant instant() {
				return ChangingTenant.this.now.plus(ChangingTenant.this.ahead);
			}
		};
	}

	void advance(Duration by) {
		this.now = this.now.plus(by);
	}

	/** What a counter shows that never runs backwards. */
	long nanos() {
		return Duration.between(BEGINNING, this.now).toNanos();
	}

	void setClock(Duration ahead) {
		this.ahead = ahead;
	}

	/** What speaks against a write when it arrives. */
	void objectsTo(Function<MethodWrite, Optional<String>> law) {
		this.objection = law;
	}

	void exclude(String id) {
		this.excluded.add(new ObjectId(id));
		bar(id, "excluded");
	}

	/** No answer comes back for so many exchanges; what is written may arrive. */
	synchronized void loseConnection(int exchanges, BooleanSupplier arrival) {
		this.unanswered = exchanges;
		this.arrival = arrival;
	}

	private boolean isLost() {
		return this.unanswered > 0 && this.unanswered-- > 0;
	}

	/** Nothing is read over a lost connection, however patiently. */
	private void exchange() {
		if (isLost()) {
			throw new TenantUnavailableException("No usable answer");
		}
	}

	/** The person takes away what is registered. */
	void take(String id) {
		remove(new ObjectId(id), MethodKind.MOBILE);
		this.chosen.remove(new ObjectId(id));
	}

	/** Forgets what was shown and accepted before a run. */
	void beginRun() {
		this.shown.clear();
		this.accepted.clear();
	}

	/** Whether that was shown to be registered; nothing for none. */
	boolean hasShown(ObjectId user, Optional<ContactValue> value) {
		return this.shown.contains(user + "=" + value.map(ContactValue::inClear).orElse(""));
	}

	/** How many writes were accepted since {@link #beginRun}. */
	int accepted() {
		return this.accepted.values().stream().mapToInt(Integer::intValue).sum();
	}

	void beforeEachWrite(Runnable act) {
		this.beforeWrite = act;
	}

	void mayReplace() {
		this.replace = true;
	}

	void takesBack(boolean takingBack) {
		this.takingBack = takingBack;
	}

	void rolesReadable(boolean readable) {
		this.rolesReadable = readable;
	}

	/** Users are told as far as the first page, and then no more. */
	void usersReadable(boolean readable) {
		this.usersReadable = readable;
	}

	void groupsReadable(boolean readable) {
		this.groupsReadable = readable;
	}

	void settle(String id) {
		change(id, id, true, UserType.MEMBER);
	}

	void disable(String id) {
		change(id, employeeId(id), false, UserType.MEMBER);
		bar(id, "disabled");
	}

	void turnExternal(String id) {
		change(id, employeeId(id), true, UserType.EXTERNAL);
		bar(id, "external");
	}

	/** The employee id moves to another account, if one is named. */
	void moveEmployeeId(String from, Optional<String> to) {
		EntraUser holder = this.users.get(new ObjectId(from));
		if (holder != null) {
			change(from, "moved-" + from, holder.enabled(), holder.type());
		}
		to.ifPresent((other) -> change(other, from, true, UserType.MEMBER));
		this.moved.putIfAbsent(new ObjectId(from), this.now);
	}

	void grantRole(String id) {
		this.administrators.put(new ObjectId(id), Hold.ROLE);
		bar(id, "administrator");
	}

	void delete(String id) {
		this.users.remove(new ObjectId(id));
		this.log.add(new UserChange.Gone(new ObjectId(id)));
		bar(id, "deleted");
	}

	void choose(String id, ContactValue value) {
		hold(new ObjectId(id), MethodKind.MOBILE, value);
		this.chosen.put(new ObjectId(id), this.now);
	}

	private void bar(String id, String barrier) {
		this.barred.putIfAbsent(new ObjectId(id), this.now);
		this.barriers.merge(new ObjectId(id), barrier, (one, other) -> one + ", " + other);
	}

	private String employeeId(String id) {
		return Optional.ofNullable(this.users.get(new ObjectId(id)))
			.flatMap(EntraUser::employeeId)
			.map(EmployeeId::value)
			.orElse(id);
	}

	private void change(String id, String employeeId, boolean enabled, UserType type) {
		EntraUser user = new EntraUser(new ObjectId(id), new UserPrincipalName(id + "@contoso.com"),
				Optional.of(new EmployeeId(employeeId)), Optional.empty(), enabled, type, false, false, List.of(),
				List.of());
		this.users.put(user.id(), user);
		this.log.add(new UserChange.Present(user));
	}

	/** What was written on knowledge that was too old. */
	Set<String> wrongs() {
		return this.wrongs;
	}

	/** The users written to. */
	Set<ObjectId> writtenTo() {
		return this.writtenTo;
	}

	@Override
	public synchronized List<WriteAnswer> write(List<MethodWrite> writes, WritePermit permit) {
		this.beforeWrite.run();
		if (!permit.holds() || !isLost()) {
			return super.write(writes, permit);
		}
		return writes.stream().<WriteAnswer>map((write) -> {
			if (this.arrival.getAsBoolean()) {
				store(write);
			}
			return new WriteAnswer.Unanswered(0, "");
		}).toList();
	}

	@Override
	public synchronized WriteAnswer store(MethodWrite write) {
		isLongAgo(this.barred.get(write.user())).ifPresent((since) -> this.wrongs
			.add(write.user().value() + " is " + this.barriers.get(write.user()) + " since " + since));
		if (!this.takingBack) {
			isLongAgo(this.moved.get(write.user()))
				.ifPresent((since) -> this.wrongs.add(write.user().value() + " is unmatched since " + since));
		}
		if (!(this.replace && !this.takingBack) && write.verb() != MethodWrite.Verb.ADD) {
			isLongAgo(this.chosen.get(write.user()))
				.ifPresent((since) -> this.wrongs.add(write.user().value() + " chose a value at " + since));
		}
		this.objection.apply(write)
			.ifPresent((because) -> this.wrongs.add(write.user().value() + " was sent " + because));
		WriteAnswer answer = super.store(write);
		if (answer instanceof WriteAnswer.Accepted) {
			String what = write.user() + " " + write.verb() + " " + write.value().inClear();
			if (this.accepted.merge(what, 1, Integer::sum) > 1) {
				this.wrongs.add(write.user().value() + " was sent the same twice");
			}
			this.writtenTo.add(write.user());
			// Ours from now on, where it was allowed
			this.chosen.remove(write.user());
		}
		return answer;
	}

	private Optional<Instant> isLongAgo(@Nullable Instant since) {
		return Optional.ofNullable(since).filter((at) -> at.plus(OLDEST).isBefore(this.now));
	}

	@Override
	public synchronized Grants signIn() {
		exchange();
		return super.signIn();
	}

	@Override
	public synchronized Answer<Organization> organization() {
		exchange();
		return super.organization();
	}

	@Override
	public synchronized List<MethodAnswer> readMethods(List<MethodQuery> queries) {
		exchange();
		List<MethodAnswer> answers = super.readMethods(queries);
		for (int index = 0; index < answers.size(); index++) {
			if (answers.get(index) instanceof MethodAnswer.Registered registered) {
				this.shown.add(queries.get(index).user() + "="
						+ Optional.ofNullable(registered.methods().get(MethodKind.MOBILE))
							.map(ContactValue::inClear)
							.orElse(""));
			}
		}
		return answers;
	}

	@Override
	public synchronized Answer<Set<ObjectId>> usersIn(ObjectId group) {
		exchange();
		return this.groupsReadable ? new Answer.Read<>(Set.copyOf(this.excluded))
				: unreadable(Message.of("part.group-members"));
	}

	@Override
	public synchronized Answer<Optional<String>> usersSince(Optional<String> mark, UserReceiver receiver) {
		exchange();
		if (mark.isEmpty()) {
			receiver.allUsers();
			receiver.page(this.users.values().stream().<UserChange>map(UserChange.Present::new).toList());
		}
		else {
			receiver.page(List.copyOf(this.log.subList(Integer.parseInt(mark.get()), this.log.size())));
		}
		if (!this.usersReadable) {
			return unreadable(Message.of("part.users"));
		}
		return new Answer.Read<>(Optional.of(String.valueOf(this.log.size())));
	}

	@Override
	public synchronized Answer<Administrators> administrators() {
		exchange();
		return this.rolesReadable
				? new Answer.Read<>(new Administrators(Map.copyOf(this.administrators), Map.of(), true))
				: unreadable(Message.of("part.roles"));
	}

	private static <T> Answer<T> unreadable(Message question) {
		return new Answer.Unreadable<>(
				new Obstacle(question, Obstacle.Cause.REFUSED, List.of(), 500, "generalException"));
	}

}
