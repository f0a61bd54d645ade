package org.ssprprefill.job;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.doctor.AuditChecks;
import org.ssprprefill.doctor.Check;
import org.ssprprefill.doctor.FeedChecks;
import org.ssprprefill.doctor.TenantChecks;
import org.ssprprefill.feed.DropFolder;
import org.ssprprefill.feed.DropFolderException;
import org.ssprprefill.ledger.AuditVerdict;
import org.ssprprefill.ledger.ChangeCount;
import org.ssprprefill.ledger.RunStore.Fact;
import org.ssprprefill.message.Message;
import org.ssprprefill.report.RunStatus;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.tenant.Administrators;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.Grants;
import org.ssprprefill.tenant.Obstacle;
import org.ssprprefill.tenant.Organization;
import org.ssprprefill.tenant.TenantRefusedException;
import org.ssprprefill.tenant.TenantUnavailableException;
import org.ssprprefill.vault.AlteredLedgerException;

/**
 * Asks everything that must be known before the first write. Done anew whenever a run is
 * taken up, because a day later another person may be an administrator.
 */
final class PreflightStep implements NightStep {

	private final RunContext context;

	PreflightStep(RunContext context) {
		this.context = context;
	}

	@Override
	public long work() {
		RunRecord run = this.context.run();
		for (Fact fact : EnumSet.of(Fact.REFUSED, Fact.CLOSED, Fact.ROLES_READABLE)) {
			this.context.ledger().runs().note(run.id(), fact, false);
		}
		if (run.mode() != RunMode.VERIFY) {
			trust(run);
		}
		try {
			enter(run);
		}
		catch (TenantRefusedException ex) {
			refused(ex, ex.reason());
		}
		catch (TenantUnavailableException ex) {
			refused(ex, ex.reason());
		}
		RunRecord after = this.context.run();
		if (after.refused() && run.writing()) {
			throw new RunStoppedException("A check that guards writing fails, and this run has begun to write. "
					+ "Mend what the checks name, then start the same command again.", RunStatus.REFUSED);
		}
		return this.context.ledger().papers().checks(run.id()).size();
	}

	/**
	 * Nothing is written on the word of a ledger that is not as this program wrote it.
	 */
	private void trust(RunRecord run) {
		List<String> concerned = Stream.concat(Stream.of(run.id()), run.concerns().stream()).toList();
		AuditVerdict verdict = this.context.ledger().audit().verify(run.tenant(), concerned);
		if (!verdict.findings().isEmpty()) {
			throw new AlteredLedgerException(String.join(" ", verdict.findings()));
		}
		this.context.answer(AuditChecks.of(verdict));
	}

	private void refused(RuntimeException refusal, Message reason) {
		if (this.context.isStopping()) {
			// A stop is no refusal of the run
			throw refusal;
		}
		TenantChecks.consentMissing(refusal, this.context.definition().adminConsent()).ifPresent(this.context::answer);
		close(TenantChecks.notSignedIn(reason));
	}

	private void enter(RunRecord run) {
		Grants grants = this.context.tenant().signIn();
		this.context.answer(TenantChecks.signedIn(grants));
		TenantChecks.consent(grants, this.context.definition().adminConsent()).ifPresent(this.context::answer);
		Answer<Organization> organization = this.context.tenant().organization();
		Check tenant = TenantChecks.tenant(organization, this.context.definition().tenantId());
		this.context.ownDomains(organization.value().map(Organization::verifiedDomains).orElse(Set.of()));
		if (!tenant.forbidsWriting() && run.tenant().contains(".")) {
			tenant = TenantChecks.begunUnderDomain(run.tenant());
		}
		if (tenant.forbidsWriting()) {
			close(tenant);
			return;
		}
		this.context.answer(tenant);
		if (run.mode() != RunMode.VERIFY) {
			this.context.answer(TenantChecks.writePermissions(grants, methods(run)));
		}
		if (run.mode().looksAtFeed()) {
			feedFolder();
		}
		administrators(run);
		scope();
	}

	/**
	 * An undo writes what its run wrote, whatever the job definition says now, and a
	 * probe every method there is.
	 */
	private Set<MethodKind> methods(RunRecord run) {
		if (run.mode() == RunMode.PROBE) {
			return ProbeRun.offered(this.context);
		}
		return run.mode().takesBack() ? this.context.ledger()
			.figures()
			.changes(run.concerns().orElseThrow())
			.stream()
			.map(ChangeCount::kind)
			.collect(Collectors.toSet()) : this.context.methods();
	}

	private void close(Check check) {
		this.context.answer(check);
		this.context.ledger().runs().note(this.context.runId(), Fact.CLOSED, true);
	}

	private void feedFolder() {
		try {
			new DropFolder(this.context.definition().feed()).look(this.context.clock().instant());
			this.context.answer(FeedChecks.folder(this.context.definition().feed().drop().toString()));
			this.context.answer(FeedChecks.writable(this.context.definition().feed().drop()));
		}
		catch (DropFolderException ex) {
			this.context.answer(FeedChecks.noFolder(ex));
		}
	}

	private void administrators(RunRecord run) {
		Answer<Administrators> administrators = this.context.knowledge().administrators();
		this.context.answer(TenantChecks.roles(administrators));
		this.context.ledger().runs().note(run.id(), Fact.ROLES_READABLE, administrators.value().isPresent());
	}

	private void scope() {
		ScopeGroups groups = this.context.knowledge().scope();
		Map<ObjectId, Obstacle> obstacles = groups.obstacles();
		groups.scope()
			.ifPresent((group) -> this.context.answer(TenantChecks.scopeGroup(group.value(), Optional.empty())));
		obstacles
			.forEach((group, found) -> this.context.answer(TenantChecks.scopeGroup(group.value(), Optional.of(found))));
	}

}
