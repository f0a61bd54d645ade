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
import org.ssprprefill.ledger.AlteredLedgerException;
import org.ssprprefill.ledger.AuditVerdict;
import org.ssprprefill.ledger.ChangeCount;
import org.ssprprefill.ledger.RunMode;
import org.ssprprefill.ledger.RunRecord;
import org.ssprprefill.ledger.RunStore.Fact;
import org.ssprprefill.report.Ending;
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
				// A stop is no refusal of the run
				throw ex;
			}
			TenantChecks.consentMissing(ex, this.night.definition().adminConsent()).ifPresent(this.night::answer);
			close(TenantChecks.notSignedIn(String.valueOf(ex.getMessage())));
		}
		RunRecord after = this.night.run();
		if (after.refused() && run.writing()) {
			throw new LeftOffException("A check that guards writing fails, and this run has begun to write. "
					+ "Mend what the checks name, then start the same command again.", Ending.REFUSED);
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
		TenantChecks.consent(grants, this.night.definition().adminConsent()).ifPresent(this.night::answer);
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
			return this.night.offered();
		}
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
		Answer<Administrators> administrators = this.night.knowledge().administrators();
		this.night.answer(TenantChecks.roles(administrators));
		this.night.ledger().runs().note(run.id(), Fact.ROLES_READABLE, administrators.value().isPresent());
	}

	private void scope() {
		ScopeGroups groups = this.night.knowledge().scope();
		Map<ObjectId, Obstacle> obstacles = groups.obstacles();
		groups.scope()
			.ifPresent((group) -> this.night.answer(TenantChecks.scopeGroup(group.value(), Optional.empty())));
		obstacles
			.forEach((group, found) -> this.night.answer(TenantChecks.scopeGroup(group.value(), Optional.of(found))));
	}

}
