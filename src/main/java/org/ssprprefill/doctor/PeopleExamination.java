package org.ssprprefill.doctor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.match.ScopeSettings;
import org.ssprprefill.tenant.Administrators;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.EntraUser;
import org.ssprprefill.tenant.MethodAnswer;
import org.ssprprefill.tenant.MethodQuery;
import org.ssprprefill.tenant.Obstacle;
import org.ssprprefill.tenant.Tenant;

/** Asks who is there, who must not be touched, and whether methods can be read. */
final class PeopleExamination {

	private final Tenant tenant;

	private final ScopeSettings scope;

	private final Set<String> known;

	private final Findings findings;

	PeopleExamination(Tenant tenant, Expectations job, Findings findings) {
		this.tenant = tenant;
		this.scope = job.scope();
		this.known = job.knownExclusions();
		this.findings = findings;
	}

	UserTally users(Predicate<EntraUser> devices) {
		UserTally tally = new UserTally(this.scope.exclude(), devices);
		Answer<Long> users = this.tenant.users(tally::add);
		if (users instanceof Answer.Unreadable<Long> unreadable) {
			this.findings.add(TenantChecks.usersUnreadable(unreadable.obstacle()));
			this.findings.add(TenantChecks.exclusionsUnknown());
		}
		else {
			this.findings.add(Checks.pass(Subject.USERS,
					tally.users() + " users, of whom " + tally.members() + " are enabled members."));
			exclusions(tally);
		}
		return tally;
	}

	private void exclusions(UserTally tally) {
		if (this.scope.exclude().isEmpty()) {
			this.findings.add(TenantChecks.nothingExcluded());
			return;
		}
		Exclusions exclusions = Exclusions.of(this.scope.exclude());
		Set<String> fitting = new HashSet<>(exclusions.keys());
		fitting.removeAll(tally.unseen());
		Set<ObjectId> asked = exclusions.ids();
		asked.removeIf((id) -> fitting.contains(id.value()));
		Map<ObjectId, Answer<Set<ObjectId>>> groups = this.tenant.usersInEach(asked);
		exclusions.obstacles(groups)
			.forEach((group, obstacle) -> this.findings
				.add(TenantChecks.scopeGroup(group.value(), Optional.of(obstacle))));
		this.findings.add(TenantChecks.exclusions(exclusions.unfitting(fitting, this.known, groups), true));
	}

	Answer<Administrators> administrators() {
		Answer<Administrators> administrators = this.tenant.administrators();
		this.findings.add(TenantChecks.roles(administrators));
		this.findings.add(pim(administrators));
		return administrators;
	}

	/** The people in {@code scope.group}; nothing where all are in scope. */
	Optional<Set<ObjectId>> scope() {
		Optional<Answer<Set<ObjectId>>> members = this.scope.group().map(this.tenant::usersIn);
		members.ifPresent((answer) -> this.findings
			.add(TenantChecks.scopeGroup(this.scope.group().orElseThrow().value(), obstacle(answer))));
		return members.flatMap(Answer::value);
	}

	private static Check pim(Answer<Administrators> administrators) {
		if (administrators.value().isEmpty()) {
			return Findings.dependent(Subject.PIM, Subject.ROLES);
		}
		return administrators.value().get().pimInUse()
				? Checks.pass(Subject.PIM, "Roles that people may activate are known.")
				: Checks.skipped(Subject.PIM, Skip.LICENCE_MISSING,
						"The tenant has no licence for Privileged Identity Management, so nobody may activate a role.",
						"Nothing to do.");
	}

	/** Reads the methods of one person, whose values go nowhere. */
	void methods(UserTally users, Expectations job) {
		if (job.writable().isEmpty()) {
			this.findings.add(Checks.skipped(Subject.METHODS_READABLE, Skip.NOT_CONFIGURED,
					"The job leaves every method alone.", "Nothing to do, if that is meant."));
			return;
		}
		this.findings.add(users.first()
			.map((person) -> methods(person, job))
			.orElseGet(() -> Findings.dependent(Subject.METHODS_READABLE, Subject.USERS)));
	}

	private Check methods(ObjectId person, Expectations job) {
		List<MethodQuery> queries = job.writable()
			.stream()
			.map((kind) -> MethodQuery.about(person, kind))
			.distinct()
			.toList();
		List<MethodAnswer> answers = this.tenant.readMethods(queries);
		List<String> refused = new ArrayList<>();
		for (int index = 0; index < queries.size(); index++) {
			if (answers.get(index) instanceof MethodAnswer.Unread unread) {
				boolean phone = queries.get(index).family() == MethodQuery.Family.PHONE;
				refused.add((phone ? "phones" : "e-mail") + " (HTTP " + unread.status()
						+ (unread.code().isEmpty() ? "" : ", " + unread.code()) + ")");
			}
		}
		return refused.isEmpty()
				? Checks.pass(Subject.METHODS_READABLE, "The registered methods of a person could be read.")
				: Checks.fail(Subject.METHODS_READABLE,
						"The tenant does not show which methods are registered: " + String.join(", ", refused) + ".",
						"Grant the app the UserAuthMethod permissions of the README with admin consent. Where this cloud"
								+ " does not offer them, UserAuthenticationMethod.ReadWrite.All stands for both.");
	}

	private static Optional<Obstacle> obstacle(Answer<?> answer) {
		return (answer instanceof Answer.Unreadable<?> unreadable) ? Optional.of(unreadable.obstacle())
				: Optional.empty();
	}

}
