package org.ssprprefill.doctor;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.message.Message;
import org.ssprprefill.tenant.Administrators;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.Grants;
import org.ssprprefill.tenant.MethodsPolicy;
import org.ssprprefill.tenant.Organization;
import org.ssprprefill.tenant.Registration;
import org.ssprprefill.tenant.Sku;
import org.ssprprefill.tenant.Tenant;
import org.ssprprefill.tenant.TenantRefusedException;
import org.ssprprefill.tenant.TenantUnavailableException;

/** Asks the tenant everything that can be asked without writing. */
public final class TenantExamination {

	private static final Set<Area> AREAS = EnumSet.of(Area.TENANT, Area.PERMISSIONS, Area.PEOPLE, Area.RESET,
			Area.POLICY, Area.LICENCES);

	private final Expectations job;

	private final CoverageJudgement coverage;

	private final Instant now;

	private final Consumer<String> progress;

	private final Findings findings = new Findings();

	/**
	 * Prepares an examination.
	 * @param job what the job definition says
	 * @param coverage what licences and roles mean
	 * @param now the time
	 * @param progress told what is asked, before it is asked
	 */
	public TenantExamination(Expectations job, CoverageJudgement coverage, Instant now, Consumer<String> progress) {
		this.job = job;
		this.coverage = coverage;
		this.now = now;
		this.progress = progress;
	}

	/**
	 * Asks.
	 * @param tenant the tenant
	 * @return a check for every question, be it that it was skipped
	 */
	public List<Check> of(Tenant tenant) {
		configured();
		try {
			ask(tenant);
		}
		catch (TenantRefusedException ex) {
			TenantChecks.consentMissing(ex, this.job.adminConsent()).ifPresent(this.findings::add);
			return closed(ex.reason());
		}
		catch (TenantUnavailableException ex) {
			return closed(ex.reason());
		}
		return this.findings.checks();
	}

	/**
	 * What can be said of a tenant that cannot be reached.
	 * @param problem what happened and what to check, without secrets
	 * @return a check for every question
	 */
	public List<Check> closed(Message problem) {
		configured();
		this.findings.add(TenantChecks.notSignedIn(problem));
		this.findings.skipRest(AREAS, Subject.SIGN_IN);
		return this.findings.checks();
	}

	/** What the job definition alone answers. */
	private void configured() {
		this.findings.add(ConnectionChecks.cloud(this.job.cloud(), this.job.methods()));
		this.findings.add(ConnectionChecks.credential(this.job.credential(), this.now));
		this.findings.add(PolicyChecks.endOfPhones(this.job, this.now.atOffset(ZoneOffset.UTC).toLocalDate()));
	}

	private void ask(Tenant tenant) {
		this.progress.accept("Signing in");
		Grants grants = tenant.signIn();
		this.findings.add(TenantChecks.signedIn(grants));
		TenantChecks.consent(grants, this.job.adminConsent()).ifPresent(this.findings::add);
		this.findings.add(ConnectionChecks.credential(this.job.credential().until(grants.expiresAt()), this.now));
		Answer<Organization> organization = tenant.organization();
		Check right = TenantChecks.tenant(organization, this.job.tenant());
		this.findings.add(right);
		this.findings.add(ConnectionChecks.clock(tenant.clockAhead()));
		if (organization.value().isPresent() && right.forbidsWriting()) {
			// What another tenant answers says nothing about this job's
			this.findings.skipRest(AREAS, Subject.TENANT);
			return;
		}
		people(tenant, grants, organization);
	}

	private void people(Tenant tenant, Grants grants, Answer<Organization> organization) {
		this.progress.accept("Reading users and administrators");
		PeopleExamination people = new PeopleExamination(tenant, this.job, this.findings);
		Answer<List<Sku>> skus = tenant.skus();
		UserTally users = people.users(this.coverage.devices().apply(skus));
		Answer<Administrators> administrators = people.administrators();
		Optional<Set<ObjectId>> scope = people.scope();
		Set<ObjectId> outside = users.outside();
		people.methods(users, this.job);
		this.findings.add(organization.value()
			.map((known) -> ResetChecks.writeback(known, users.synchronised(), this.job.sspr()))
			.orElseGet(() -> Findings.dependent(Subject.PASSWORD_WRITEBACK, Subject.TENANT)));
		Answer<Boolean> mayReset = tenant.administratorsMayReset();
		this.findings.add(TenantChecks.administratorReset(mayReset));
		this.findings.add(CoverageChecks.accountRecovery(tenant.verifiedIdProfiles()));
		RegistrationTally tally = new RegistrationTally(administrator(administrators.value()),
				(user) -> !outside.contains(user) && scope.filter((members) -> !members.contains(user)).isEmpty());
		report(tenant, tally, mayReset);
		policy(tenant);
		licences(skus);
		permissions(grants);
	}

	private Predicate<Registration> administrator(Optional<Administrators> known) {
		Map<ObjectId, Set<String>> roles = known.map(Administrators::roles).orElse(Map.of());
		Set<ObjectId> holders = known.map((all) -> all.byUser().keySet()).orElse(Set.of());
		return (row) -> this.coverage.administrators()
			.test(roles.getOrDefault(row.user(), Set.of()), row.administrator() || holders.contains(row.user()));
	}

	private void report(Tenant tenant, RegistrationTally tally, Answer<Boolean> mayReset) {
		this.progress.accept("Reading the registration report");
		Answer<Long> rows = tenant.registrations(tally::add);
		this.findings.add(TenantChecks.readable(Subject.REGISTRATION_REPORT, rows, Message.of("check.lost.report")));
		if (rows.value().isPresent()) {
			this.findings.add(ResetChecks.scope(tally));
			this.findings.add(ResetChecks.methodsRequired(tally, this.job.sspr().methodsRequired()));
			this.findings.add(ResetChecks.administratorMethods(tally, mayReset));
			this.findings.add(ResetChecks.administratorPrompts(tally, mayReset));
			this.findings.add(CoverageChecks.phoneOnly(tally.phoneOnlyReset(), tally.phoneOnlyMfa(),
					this.job.cloud().endOfPhones()));
		}
		this.findings.skipRest(EnumSet.of(Area.RESET), Subject.REGISTRATION_REPORT);
	}

	private void policy(Tenant tenant) {
		this.progress.accept("Reading policies and licences");
		Answer<MethodsPolicy> answer = tenant.methodsPolicy();
		this.findings.add(TenantChecks.readable(Subject.METHODS_POLICY,
				PolicyChecks.withGroups(answer, tenant::usersIn), Message.of("check.lost.policy")));
		answer.value().ifPresent((policy) -> {
			PolicyChecks checks = new PolicyChecks(policy, this.job.writable());
			List.of(checks.migration(), checks.campaign(), checks.sms(), checks.voice(), checks.email())
				.forEach(this.findings::add);
		});
		this.findings.skipRest(EnumSet.of(Area.POLICY), Subject.METHODS_POLICY);
	}

	private void licences(Answer<List<Sku>> skus) {
		this.findings.add(TenantChecks.readable(Subject.LICENCES, skus, Message.of("check.lost.seats")));
		this.findings.add(skus.value()
			.map((known) -> LicenceChecks.present(known, this.coverage.entitles()))
			.orElseGet(() -> Findings.dependent(Subject.LICENCES_PRESENT, Subject.LICENCES)));
	}

	private void permissions(Grants grants) {
		this.findings.add(TenantChecks.writePermissions(grants, this.job.writable()));
		for (Need need : Need.ALL) {
			boolean needless = this.findings.passed(need.proof())
					|| need.proof() == Subject.METHODS_POLICY && !this.job.cloud().methodsPolicy();
			this.findings.add(PermissionChecks.of(need, grants, needless));
		}
		this.findings.add(PermissionChecks.broad(grants, this.job.writable()));
	}

}
