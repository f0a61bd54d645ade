package org.ssprprefill.explain;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.ssprprefill.contact.EmployeeId;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.coverage.Entitlements;
import org.ssprprefill.coverage.LicenceCatalog;
import org.ssprprefill.coverage.PolicyReach;
import org.ssprprefill.coverage.SsprSettings;
import org.ssprprefill.doctor.Exclusions;
import org.ssprprefill.explain.PersonFile.TenantAnswers;
import org.ssprprefill.ledger.PersonMemory;
import org.ssprprefill.ledger.PopulationMember;
import org.ssprprefill.match.ScopeSettings;
import org.ssprprefill.match.WriteEligibility;
import org.ssprprefill.tenant.Administrators;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.EntraUser;
import org.ssprprefill.tenant.MethodAnswer;
import org.ssprprefill.tenant.MethodAnswers;
import org.ssprprefill.tenant.MethodQuery;
import org.ssprprefill.tenant.Registration;
import org.ssprprefill.tenant.Sku;
import org.ssprprefill.tenant.Tenant;

/** Asks the tenant about one person, here and now. Nothing is written. */
public final class PersonReader {

	private final Tenant tenant;

	private final ScopeSettings scope;

	private final Map<String, Set<ObjectId>> excludedBefore;

	private final SsprSettings settings;

	private final Clock clock;

	/**
	 * Creates a reader.
	 * @param tenant the tenant
	 * @param scope who may be touched at all
	 * @param excludedBefore the accounts that entries of {@code scope.exclude} fitted
	 * before, by entry
	 * @param settings what Graph cannot tell
	 * @param clock the time
	 */
	public PersonReader(Tenant tenant, ScopeSettings scope, Map<String, Set<ObjectId>> excludedBefore,
			SsprSettings settings, Clock clock) {
		this.tenant = tenant;
		this.scope = scope;
		this.excludedBefore = excludedBefore;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Reads everything about a person.
	 * @param user the account, just read
	 * @param memory what the ledger remembers
	 * @return what was read; unreadable only where it cannot be told whether the person
	 * is in the group of the scope
	 */
	public Answer<PersonFile> read(EntraUser user, PersonMemory memory) {
		Answer<Boolean> inScope = inScope(user.id());
		if (inScope instanceof Answer.Unreadable<Boolean> unreadable) {
			return new Answer.Unreadable<>(unreadable.obstacle());
		}
		Instant now = this.clock.instant();
		PolicyReach reach = PolicyReach.of(this.tenant, this.scope.group().map(Set::of).orElse(Set.of()),
				this.settings.ownTelecomGroup().map(Set::of).orElse(Set.of()));
		TenantAnswers answers = new TenantAnswers(this.tenant.skus(), this.tenant.registration(user.id()), reach,
				this.tenant.administratorsMayReset(), this.tenant.administrators(), this.tenant.roleNames());
		MethodAnswers registered = this.tenant.ask(Set.of(new MethodQuery(user.id(), MethodQuery.Family.PHONE),
				new MethodQuery(user.id(), MethodQuery.Family.EMAIL)));
		PopulationMember member = member(user, answers, inScope.value().orElse(true), groups(user.id(), reach),
				confirmed(memory, user.id(), registered));
		return new Answer.Read<>(new PersonFile(user, member, answers, registered, memory, now));
	}

	private Answer<Boolean> inScope(ObjectId user) {
		if (this.scope.group().isEmpty()) {
			return new Answer.Read<>(true);
		}
		Answer<Set<ObjectId>> members = this.tenant.usersIn(this.scope.group().get());
		if (members instanceof Answer.Unreadable<Set<ObjectId>> unreadable) {
			return new Answer.Unreadable<>(unreadable.obstacle());
		}
		return new Answer.Read<>(members.value().orElse(Set.of()).contains(user));
	}

	private Set<ObjectId> groups(ObjectId user, PolicyReach reach) {
		Set<ObjectId> groups = new HashSet<>(this.scope.group().map(Set::of).orElse(Set.of()));
		reach.members().forEach((group, members) -> {
			if (members.contains(user)) {
				groups.add(group);
			}
		});
		return Set.copyOf(groups);
	}

	/** What was confirmed once does not count if it is seen to be gone. */
	private static Map<MethodKind, Instant> confirmed(PersonMemory memory, ObjectId user, MethodAnswers registered) {
		Map<MethodKind, Instant> confirmed = new EnumMap<>(MethodKind.class);
		memory.written().forEach((method) -> confirmed.put(method.kind(), method.confirmedAt()));
		confirmed.keySet()
			.removeIf((kind) -> registered.about(user, kind) instanceof MethodAnswer.Registered now
					&& !now.methods().containsKey(kind));
		return confirmed;
	}

	private PopulationMember member(EntraUser user, TenantAnswers answers, boolean inScope, Set<ObjectId> groups,
			Map<MethodKind, Instant> confirmed) {
		Optional<Registration> row = answers.registration().value().flatMap((found) -> found);
		Optional<Administrators> administrators = answers.administrators().value();
		Answer<List<Sku>> skus = answers.skus();
		Entitlements entitlements = new Entitlements(LicenceCatalog.standard(), skus,
				this.settings.office365Entitles());
		WriteEligibility standing = new WriteEligibility(user.enabled(), user.type(), user.managementRestricted(),
				entitlements.isResourceAccount(user),
				administrators.flatMap((known) -> Optional.ofNullable(known.byUser().get(user.id()))),
				row.filter(Registration::administrator).isPresent(), administrators.isPresent(), excluded(user),
				inScope);
		return new PopulationMember(user.id(), user.userPrincipalName().value(),
				user.employeeId().map(EmployeeId::value), standing, user.synchronised(), entitlements.of(user).word(),
				row, administrators.map((known) -> known.roles().getOrDefault(user.id(), Set.of())).orElse(Set.of()),
				groups, confirmed, "");
	}

	/** A group that cannot be read excludes all accounts: restraint first. */
	private boolean excluded(EntraUser user) {
		Exclusions exclusions = Exclusions.of(this.scope.exclude());
		Map<ObjectId, Answer<Set<ObjectId>>> groups = this.tenant.usersInEach(exclusions.ids());
		return !exclusions.obstacles(groups).isEmpty()
				|| exclusions.accounts(exclusions.fitting(user), groups, this.excludedBefore)
					.values()
					.stream()
					.anyMatch((accounts) -> accounts.contains(user.id()));
	}

}
