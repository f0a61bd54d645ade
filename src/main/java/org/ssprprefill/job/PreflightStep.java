package org.ssprprefill.job;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.contact.UserPrincipalName;
import org.ssprprefill.doctor.Check;
import org.ssprprefill.doctor.FeedChecks;
import org.ssprprefill.doctor.TenantChecks;
import org.ssprprefill.feed.DropFolder;
import org.ssprprefill.feed.DropFolderException;
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
		try {
			enter(run);
		}
		catch (TenantRefusedException | TenantUnavailableException ex) {
			close(TenantChecks.notSignedIn(String.valueOf(ex.getMessage())));
		}
		RunRecord after = this.night.run();
		if (after.refused() && run.writing()) {
			throw new IllegalStateException("A check that guards writing fails, and this run has begun to write. "
					+ "Mend what the checks name, then start the same command again.");
		}
		return this.night.ledger().papers().checks(run.id()).size();
	}

	private void enter(RunRecord run) {
		Grants grants = this.night.tenant().signIn();
		this.night.answer(TenantChecks.signedIn(grants));
		Answer<Organization> organization = this.night.tenant().organization();
		Check tenant = TenantChecks.tenant(organization, this.night.definition().tenantId());
		this.night.ownDomains(organization.value().map(Organization::verifiedDomains).orElse(Set.of()));
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
			this.night.answer(FeedChecks.noFolder(String.valueOf(ex.getMessage())));
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

	private void scope(RunRecord run) {
		Map<ObjectId, Set<ObjectId>> members = new HashMap<>();
		this.night.definition().scope().group().ifPresent((group) -> {
			Answer<Set<ObjectId>> users = this.night.tenant().usersIn(group);
			this.night.answer(TenantChecks.scopeGroup(group.value(), obstacle(users)));
			members.put(group, users.value().orElse(Set.of()));
		});
		this.night.ledger().snapshot().replaceGroups(run.id(), members);
		this.night.ledger().snapshot().replaceExcluded(run.id(), excluded());
	}

	/** An id in {@code scope.exclude} is a user's, unless there is a group of that id. */
	private Set<String> excluded() {
		Set<String> subjects = new HashSet<>();
		List<ObjectId> ids = new ArrayList<>();
		for (String entry : this.night.definition().scope().exclude()) {
			if (entry.contains("@")) {
				subjects.add(new UserPrincipalName(entry).key());
			}
			else {
				ids.add(new ObjectId(entry));
			}
		}
		for (ObjectId id : ids) {
			Answer<Set<ObjectId>> users = this.night.tenant().usersIn(id);
			users.value()
				.ifPresentOrElse((members) -> members.forEach((member) -> subjects.add(member.value())),
						() -> subjects.add(id.value()));
			obstacle(users).filter((obstacle) -> obstacle.cause() != Obstacle.Cause.NOT_OFFERED)
				.ifPresent((obstacle) -> this.night.answer(TenantChecks.scopeGroup(id.value(), Optional.of(obstacle))));
		}
		return subjects;
	}

	private static Optional<Obstacle> obstacle(Answer<?> answer) {
		return (answer instanceof Answer.Unreadable<?> unreadable) ? Optional.of(unreadable.obstacle())
				: Optional.empty();
	}

}
