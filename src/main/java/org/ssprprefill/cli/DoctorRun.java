package org.ssprprefill.cli;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.coverage.AdministratorRules;
import org.ssprprefill.coverage.Entitlement;
import org.ssprprefill.coverage.Entitlements;
import org.ssprprefill.coverage.LicenceCatalog;
import org.ssprprefill.coverage.SsprSettings;
import org.ssprprefill.database.Home;
import org.ssprprefill.definition.Connection;
import org.ssprprefill.definition.JobDefinition;
import org.ssprprefill.doctor.Check;
import org.ssprprefill.doctor.CloudOffer;
import org.ssprprefill.doctor.CredentialLife;
import org.ssprprefill.doctor.Expectations;
import org.ssprprefill.doctor.FeedExamination;
import org.ssprprefill.doctor.LedgerExamination;
import org.ssprprefill.doctor.CoverageJudgement;
import org.ssprprefill.doctor.SsprStatement;
import org.ssprprefill.doctor.TenantExamination;
import org.ssprprefill.graph.Cloud;
import org.ssprprefill.graph.Credential;
import org.ssprprefill.ledger.LedgerState;
import org.ssprprefill.message.Message;
import org.ssprprefill.plan.MethodPolicy;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.Sku;

/** One look at everything that a job definition names. */
final class DoctorRun {

	private final JobDefinition job;

	private final Consumer<String> progress;

	private final Instant now = Instant.now();

	DoctorRun(JobDefinition job, Consumer<String> progress) {
		this.job = job;
		this.progress = progress;
	}

	List<Check> tenant(LedgerState ledger, Optional<Home> home) {
		TenantExamination examination = new TenantExamination(expectations(ledger), coverage(), this.now,
				this.progress);
		try (TenantConnection connection = connect(ledger, home)) {
			return examination.of(connection.tenant());
		}
		catch (Refusal ex) {
			// The credential is unusable: the sentence says what is wrong with it
			return examination.closed(
					Message.verbatim(String.valueOf(ex.getMessage()).replace(TenantConnection.NOTHING_WRITTEN, "")));
		}
	}

	private TenantConnection connect(LedgerState ledger, Optional<Home> home) {
		return (ledger instanceof LedgerState.Open open && home.isPresent())
				? TenantConnection.open(this.job.connection(), open.ledger(), home.get())
				: TenantConnection.openWithoutLedger(this.job.connection());
	}

	private String tenantKey(LedgerState ledger) {
		return (ledger instanceof LedgerState.Open open) ? TenantIdentity.known(this.job, open.ledger())
				: TenantConnection.key(this.job.connection());
	}

	List<Check> feed(LedgerState ledger) {
		this.progress.accept("Looking at the drop folder");
		Optional<Instant> newest = (ledger instanceof LedgerState.Open open)
				? open.ledger().files().newest(this.job.name(), tenantKey(ledger)) : Optional.empty();
		return new FeedExamination(this.job.feed()).of(newest, this.now);
	}

	List<Check> ledger(LedgerState ledger, Optional<Home> home) {
		return new LedgerExamination(this.job.name(), tenantKey(ledger), this.now).of(ledger, home.map(Home::folder));
	}

	private CoverageJudgement coverage() {
		return new CoverageJudgement(
				(sku) -> entitlements(new Answer.Read<>(List.of())).entitles(sku) != Entitlement.NONE,
				(skus) -> entitlements(skus)::isResourceAccount, AdministratorRules::applyTo);
	}

	private Entitlements entitlements(Answer<List<Sku>> skus) {
		return new Entitlements(LicenceCatalog.standard(), skus, this.job.sspr().office365Entitles());
	}

	private Expectations expectations(LedgerState ledger) {
		EnumSet<MethodKind> methods = EnumSet.noneOf(MethodKind.class);
		this.job.methods().forEach((kind, policy) -> {
			if (policy != MethodPolicy.OFF) {
				methods.add(kind);
			}
		});
		return new Expectations(this.job.tenantId(), cloud(), credential(), methods, this.job.scope(),
				knownExclusions(ledger), statement(this.job.sspr()), this.job.adminConsent());
	}

	private Set<String> knownExclusions(LedgerState ledger) {
		return (ledger instanceof LedgerState.Open open)
				? open.ledger().exclusions().of(tenantKey(ledger), this.job.name()).keySet() : Set.of();
	}

	private static SsprStatement statement(SsprSettings sspr) {
		Optional<Boolean> writeback = switch (sspr.passwordWriteback()) {
			case ON -> Optional.of(true);
			case OFF -> Optional.of(false);
			case UNKNOWN -> Optional.empty();
		};
		return new SsprStatement(sspr.methodsRequired(), writeback, sspr.ownTelecomProvider());
	}

	private CloudOffer cloud() {
		if (!(this.job.connection() instanceof Connection.Graph graph)) {
			return new CloudOffer("a simulation", true, true, EnumSet.allOf(MethodKind.class));
		}
		Cloud cloud = graph.settings().cloud();
		Set<MethodKind> offered = EnumSet.allOf(MethodKind.class);
		offered.removeIf((kind) -> !cloud.offers(kind));
		return new CloudOffer(cloud.word(), cloud == Cloud.GLOBAL, cloud.offersMethodsPolicy(), offered);
	}

	private CredentialLife credential() {
		if (!(this.job.connection() instanceof Connection.Graph graph)) {
			return new CredentialLife(CredentialLife.Kind.NONE, Optional.empty());
		}
		Credential credential = graph.settings().credential();
		if (credential instanceof Credential.Certificate certificate) {
			return new CredentialLife(CredentialLife.Kind.CERTIFICATE, certificate.ends());
		}
		return new CredentialLife(kind(credential), Optional.empty());
	}

	private static CredentialLife.Kind kind(Credential credential) {
		if (credential instanceof Credential.ClientSecret) {
			return CredentialLife.Kind.CLIENT_SECRET;
		}
		return (credential instanceof Credential.AccessToken) ? CredentialLife.Kind.ACCESS_TOKEN
				: CredentialLife.Kind.PLATFORM_IDENTITY;
	}

}
