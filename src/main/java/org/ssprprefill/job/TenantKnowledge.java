package org.ssprprefill.job;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import org.jspecify.annotations.Nullable;

import org.ssprprefill.apply.CurrentPeople;
import org.ssprprefill.apply.Stopwatch;
import org.ssprprefill.apply.Stopwatch.Moment;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.coverage.Entitlements;
import org.ssprprefill.doctor.Exclusions.Unfitting;
import org.ssprprefill.ledger.KnownExclusions;
import org.ssprprefill.ledger.LicensedUser;
import org.ssprprefill.ledger.SnapshotStore;
import org.ssprprefill.tenant.Administrators;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.EntraUser;
import org.ssprprefill.tenant.Obstacle;
import org.ssprprefill.tenant.TenantUnavailableException;
import org.ssprprefill.tenant.UserChange;
import org.ssprprefill.tenant.UserReceiver;

/**
 * What decides whether people may be written to, read from the tenant into the ledger: by
 * the steps before the plan, and again while changes are applied.
 */
final class TenantKnowledge implements CurrentPeople.Reading {

	private final RunContext context;

	private final Stopwatch stopwatch;

	private final ReadWriteLock lock = new ReentrantReadWriteLock();

	private volatile @Nullable Moment begun;

	private volatile @Nullable Entitlements entitlements;

	private volatile @Nullable ScopeGroups groups;

	TenantKnowledge(RunContext context, Stopwatch stopwatch) {
		this.context = context;
		this.stopwatch = stopwatch;
	}

	@Override
	public ReadWriteLock lock() {
		return this.lock;
	}

	@Override
	public @Nullable Moment begun() {
		return this.begun;
	}

	/** Reads who holds a role; the first of the questions. */
	Answer<Administrators> administrators() {
		this.begun = this.stopwatch.now();
		Answer<Administrators> answer = this.context.tenant().administrators();
		answer.value().ifPresent((known) -> snapshot().replaceAdministrators(tenantKey(), known));
		return answer;
	}

	/** Reads the groups that the scope names. */
	ScopeGroups scope() {
		ScopeGroups groups = ScopeGroups.read(this.context.tenant(), this.context.definition().scope());
		this.groups = groups;
		return groups;
	}

	/**
	 * Settles whom the scope excludes, once groups and users are known.
	 * @return the entries that fit no account and no group
	 */
	Unfitting exclude() {
		return exclude(Objects.requireNonNull(this.groups));
	}

	private Unfitting exclude(ScopeGroups read) {
		KnownExclusions memory = this.context.ledger().exclusions();
		String job = this.context.run().job();
		Set<String> subjects = new HashSet<>(read.exclusions().keys());
		Map<String, Set<ObjectId>> fitting = memory.fitting(tenantKey(), subjects);
		Map<String, Set<ObjectId>> accounts = read.exclusions()
			.accounts(fitting, read.answers(), memory.of(tenantKey(), job));
		memory.keep(tenantKey(), job, accounts);
		accounts.values().forEach((users) -> users.forEach((user) -> subjects.add(user.value())));
		snapshot().replaceGroups(this.context.runId(), read.scopeMembers());
		snapshot().replaceExcluded(this.context.runId(), subjects);
		return read.unfitting(fitting.keySet(), accounts.keySet());
	}

	/** Reads the users that changed since they were last read, or all of them. */
	Answer<Optional<String>> users(Entitlements judge) {
		this.entitlements = judge;
		Answer<Optional<String>> end = usersSince(new Snapshot(judge));
		mark(end, judge);
		return end;
	}

	private Answer<Optional<String>> usersSince(UserReceiver receiver) {
		String basis = Objects.requireNonNull(this.entitlements).basis();
		return this.context.tenant()
			.usersSince(this.context.ledger().userMarks().find(tenantKey(), basis, this.context.clock().instant()),
					receiver);
	}

	private void mark(Answer<Optional<String>> end, Entitlements judge) {
		end.value()
			.flatMap((next) -> next)
			.ifPresent((next) -> this.context.ledger()
				.userMarks()
				.keep(tenantKey(), judge.basis(), next, this.context.clock().instant()));
	}

	@Override
	public void again() {
		Moment from = this.stopwatch.now();
		Administrators administrators = read(this.context.tenant().administrators());
		ScopeGroups groups = ScopeGroups.read(this.context.tenant(), this.context.definition().scope());
		groups.obstacles().values().stream().findFirst().ifPresent((obstacle) -> {
			throw unreadable(obstacle);
		});
		Entitlements judge = Objects.requireNonNull(this.entitlements);
		Held users = new Held(new Snapshot(judge));
		try {
			Answer<Optional<String>> end = usersSince(users);
			read(end);
			users.write();
			snapshot().replaceAdministrators(tenantKey(), administrators);
			mark(end, judge);
			List<String> vain = exclude(groups).inVain();
			if (!vain.isEmpty()) {
				throw new TenantUnavailableException(
						"While changes were applied, entries of scope.exclude lost what they protect ("
								+ String.join(", ", vain) + "). Correct them, then start the same command again.");
			}
			this.begun = from;
		}
		finally {
			users.release();
		}
	}

	private static <T> T read(Answer<T> answer) {
		if (answer instanceof Answer.Unreadable<T> unreadable) {
			throw unreadable(unreadable.obstacle());
		}
		return answer.value().orElseThrow();
	}

	private static TenantUnavailableException unreadable(Obstacle obstacle) {
		String what = (obstacle.cause() == Obstacle.Cause.IMPLAUSIBLE)
				? "answered that no account holds or may activate an administrator role, which cannot be true"
				: "stopped answering the question for " + obstacle.question() + " (HTTP " + obstacle.status() + ")";
		return new TenantUnavailableException(
				"While changes were applied, the tenant " + what + ", and nothing is written without the answer."
						+ " Start the same command again when doctor passes; it goes on where it was.");
	}

	private String tenantKey() {
		return this.context.run().tenant();
	}

	private SnapshotStore snapshot() {
		return this.context.ledger().snapshot();
	}

	/** Keeps what the tenant says; each page is committed by itself. */
	private final class Snapshot implements UserReceiver {

		private final String tenant = tenantKey();

		private final Entitlements judge;

		private Snapshot(Entitlements judge) {
			this.judge = judge;
		}

		@Override
		public void allUsers() {
			snapshot().forgetUsers(this.tenant);
		}

		@Override
		public void page(List<UserChange> changes) {
			Map<ObjectId, LicensedUser> present = new LinkedHashMap<>();
			Set<ObjectId> gone = new LinkedHashSet<>();
			for (UserChange change : changes) {
				if (change instanceof UserChange.Present known) {
					gone.remove(change.id());
					present.put(change.id(), licensed(known.user()));
				}
				else {
					present.remove(change.id());
					gone.add(change.id());
				}
			}
			snapshot().removeUsers(this.tenant, gone);
			snapshot().addUsers(this.tenant, List.copyOf(present.values()));
		}

		private LicensedUser licensed(EntraUser user) {
			return new LicensedUser(user, this.judge.of(user).word(), this.judge.isResourceAccount(user),
					this.judge.restsOnWarning(user), this.judge.restsOnOffice365(user));
		}

	}

	/**
	 * Holds changes back until all are known, so that the ledger is closed for a moment
	 * only. Where all users are read anew, it is closed until they are.
	 */
	private final class Held implements UserReceiver {

		private final Snapshot snapshot;

		private final List<List<UserChange>> pages = new ArrayList<>();

		private boolean closed;

		private Held(Snapshot snapshot) {
			this.snapshot = snapshot;
		}

		@Override
		public void allUsers() {
			close();
			TenantKnowledge.this.begun = null;
			this.pages.clear();
			this.snapshot.allUsers();
		}

		@Override
		public void page(List<UserChange> changes) {
			if (this.closed) {
				this.snapshot.page(changes);
			}
			else {
				this.pages.add(changes);
			}
		}

		private void write() {
			close();
			this.pages.forEach(this.snapshot::page);
		}

		private void close() {
			if (!this.closed) {
				TenantKnowledge.this.lock.writeLock().lock();
				this.closed = true;
			}
		}

		private void release() {
			if (this.closed) {
				TenantKnowledge.this.lock.writeLock().unlock();
			}
		}

	}

}
