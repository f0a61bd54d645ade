package org.ssprprefill.job;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.contact.UserPrincipalName;
import org.ssprprefill.doctor.AuditChecks;
import org.ssprprefill.doctor.Check;
import org.ssprprefill.doctor.FeedChecks;
import org.ssprprefill.doctor.TenantChecks;
import org.ssprprefill.feed.DropFolder;
import org.ssprprefill.feed.DropFolderException;
import org.ssprprefill.ledger.AlteredLedgerException;
import org.ssprprefill.ledger.AuditVerdict;
import org.ssprprefill.ledger.ChangeCount;
import org.ssprprefill.ledger.RunMode;
import org.ssprprefill.ledger.RunRecord;
import org.ssprprefill.ledger.RunStore.Fact;
import org.ssprprefill.tenant.Administrators;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.Grants;
import org.ssprprefill.tenant.Obstacle;
import org.ssprprefill.tenant.Organization;
import org.ssprprefill.tenant.TenantRefusedException;
import org.ssprprefill.tenant.TenantUnavailableException;

/**
 * Asks everything that must be known before the first write. Done anew whenever a run is
 * taken up, because a night later another person may be an administrator.
 */
final class PreflightStep implements NightStep {

	private final Night night;

	PreflightStep(Night night) {
		this.night = night;
	}

	@Override
	public long work() {
		RunRecord run = this.night.run();
		for (Fact fact : EnumSet.of(Fact.REFUSED, Fact.CLOSED, Fact.ROLES_READABLE)) {
			this.night.ledger().runs().note(run.id(), fact, false);
		}
		if (run.mode() != RunMode.VERIFY) {
			trust(run);
		}
		try {
			enter(run);
		}
		catch (TenantRefusedException | TenantUnavailableException ex) {
			if (this.night.isStopping()) {
				// Whoever stops the program has not refused the run
				throw ex;
			}
			close(TenantChecks.notSignedIn(String.valueOf(ex.getMessage())));
		}
		RunRecord after = this.night.run();
		if (after.refused() && run.writing()) {
			throw new LeftOffException("A check that guards writing fails, and this run has begun to write. "
					+ "Mend what the checks name, then start the same command again.");
		}
		return this.night.ledger().papers().checks(run.id()).size();
	}

	/**
	 * Nothing is written on the word of a ledger that is not as this program wrote it.
	 */
	private void trust(RunRecord run) {
		List<String> concerned = Stream.concat(Stream.of(run.id()), run.concerns().stream()).toList();
		AuditVerdict verdict = this.night.ledger().audit().verify(run.tenant(), concerned);
		if (!verdict.findings().isEmpty()) {
			throw new AlteredLedgerException(String.join(" ", verdict.findings()));
		}
		this.night.answer(AuditChecks.of(verdict));
	}

	private void enter(RunRecord run) {
		Grants grants = this.night.tenant().signIn();
		this.night.answer(TenantChecks.signedIn(grants));
		Answer<Organization> organization = this.night.tenant().organization();
		Check tenant = TenantChecks.tenant(organization, this.night.definition().tenantId());
		this.night.ownDomains(organization.value().map(Organization::verifiedDomains).orElse(Set.of()));
		if (!tenant.forbidsWriting() && run.tenant().contains(".")) {
			tenant = TenantChecks.begunUnderDomain(run.tenant());
		}
		if (tenant.forbidsWriting()) {
			close(tenant);
			return;
		}
		this.night.answer(tenant);
		if (run.mode() != RunMode.VERIFY) {
			this.night.answer(TenantChecks.writePermissions(grants, methods(run)));
		}
		if (run.mode() != RunMode.VERIFY && !run.mode().takesBack()) {
			feedFolder();
		}
		administrators(run);
		scope(run);
	}

	/** An undo writes what its run wrote, whatever the job definition says now. */
	private Set<MethodKind> methods(RunRecord run) {
		return run.mode().takesBack() ? this.night.ledger()
			.figures()
			.changes(run.concerns().orElseThrow())
			.stream()
			.map(ChangeCount::kind)
			.collect(Collectors.toSet()) : this.night.methods();
	}

	private void close(Check check) {
		this.night.answer(check);
		this.night.ledger().runs().note(this.night.runId(), Fact.CLOSED, true);
	}

	private void feedFolder() {
		try {
			new DropFolder(this.night.definition().feed()).look(this.night.clock().instant());
			this.night.answer(FeedChecks.folder(this.night.definition().feed().drop().toString()));
			this.night.answer(FeedChecks.writable(this.night.definition().feed().drop()));
		}
		catch (DropFolderException ex) {
			this.night.answer(FeedChecks.noFolder(ex));
		}
	}

	private void administrators(RunRecord run) {
		Answer<Administrators> administrators = this.night.tenant().administrators();
		this.night.answer(TenantChecks.roles(administrators));
		administrators.value().ifPresent((known) -> {
			this.night.ledger().snapshot().replaceAdministrators(run.tenant(), known);
			this.night.ledger().runs().note(run.id(), Fact.ROLES_READABLE, true);
		});
	}

	/** An id in {@code scope.exclude} is a user's, unless there is a group of that id. */
	private void scope(RunRecord run) {
		Optional<ObjectId> scope = this.night.definition().scope().group();
		Set<String> excluded = new HashSet<>();
		Set<ObjectId> ids = new LinkedHashSet<>();
		for (String entry : this.night.definition().scope().exclude()) {
			if (entry.contains("@")) {
				excluded.add(new UserPrincipalName(entry).key());
			}
			else {
				ids.add(new ObjectId(entry));
			}
		}
		Set<ObjectId> asked = new LinkedHashSet<>(ids);
		scope.ifPresent(asked::add);
		Map<ObjectId, Answer<Set<ObjectId>>> users = this.night.tenant().usersInEach(asked);
		Map<ObjectId, Set<ObjectId>> members = new HashMap<>();
		scope.ifPresent((group) -> {
			Answer<Set<ObjectId>> inScope = Objects.requireNonNull(users.get(group));
			this.night.answer(TenantChecks.scopeGroup(group.value(), obstacle(inScope)));
			members.put(group, inScope.value().orElse(Set.of()));
		});
		ids.forEach((id) -> excluded.addAll(excluded(id, Objects.requireNonNull(users.get(id)))));
		this.night.ledger().snapshot().replaceGroups(run.id(), members);
		this.night.ledger().snapshot().replaceExcluded(run.id(), excluded);
	}

	private Set<String> excluded(ObjectId id, Answer<Set<ObjectId>> users) {
		obstacle(users).filter((obstacle) -> obstacle.cause() != Obstacle.Cause.NOT_OFFERED)
			.ifPresent((obstacle) -> this.night.answer(TenantChecks.scopeGroup(id.value(), Optional.of(obstacle))));
		return users.value()
			.map((members) -> members.stream().map(ObjectId::value).collect(Collectors.toSet()))
			.orElseGet(() -> Set.of(id.value()));
	}

	private static Optional<Obstacle> obstacle(Answer<?> answer) {
		return (answer instanceof Answer.Unreadable<?> unreadable) ? Optional.of(unreadable.obstacle())
				: Optional.empty();
	}

}
