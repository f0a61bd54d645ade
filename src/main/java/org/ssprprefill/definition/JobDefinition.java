package org.ssprprefill.definition;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.coverage.CoverageRules;
import org.ssprprefill.coverage.SsprSettings;
import org.ssprprefill.database.LedgerSettings;
import org.ssprprefill.feed.FeedSettings;
import org.ssprprefill.feed.MatchingAttribute;
import org.ssprprefill.match.ScopeSettings;
import org.ssprprefill.notify.NotifySettings;
import org.ssprprefill.plan.LimitSettings;
import org.ssprprefill.plan.MethodPolicy;
import org.ssprprefill.report.ReportSettings;
import org.ssprprefill.timeline.Timeline;

/**
 * One job, checked: what is prepopulated, from which feed, in which tenant, within which
 * limits.
 *
 * @param name the job's name: letters, digits, {@code .}, {@code _} and {@code -}
 * @param file the file it was read from
 * @param connection the tenant
 * @param feed HR's files
 * @param matchBy what pairs a row and a user; the first attribute a row carries decides
 * @param employeeIdWidth to how many digits employee ids are padded with zeros for
 * comparison; 0 where leading zeros count
 * @param scope who may be touched at all
 * @param methods how far the program goes, for each of the four methods
 * @param limits above these a plan is held
 * @param sspr what Graph cannot tell about SSPR
 * @param report what a run leaves behind
 * @param ledger where the ledger is
 * @param notifications who is told how a run went
 */
public record JobDefinition(String name, Path file, Connection connection, FeedSettings feed,
		List<MatchingAttribute> matchBy, int employeeIdWidth, ScopeSettings scope,
		Map<MethodKind, MethodPolicy> methods, LimitSettings limits, SsprSettings sspr, ReportSettings report,
		LedgerSettings ledger, NotifySettings notifications) {

	/** Keeps its own copies of the collections. */
	public JobDefinition {
		matchBy = List.copyOf(matchBy);
		Map<MethodKind, MethodPolicy> ordered = new EnumMap<>(MethodKind.class);
		ordered.putAll(methods);
		methods = Collections.unmodifiableMap(ordered);
	}

	/**
	 * The tenant as the definition names it.
	 * @return tenant id or verified domain; nothing for a simulated tenant, which names
	 * itself
	 */
	public Optional<String> tenantId() {
		return this.connection.tenantId();
	}

	/**
	 * Where an administrator of the tenant consents to the app of a fleet.
	 * @return nothing for a job of its own, whose app is the tenant's, and where no app
	 * registration is named
	 */
	public Optional<URI> adminConsent() {
		return (this.connection instanceof Connection.Graph graph && TenantReference.of(this.file).isPresent())
				? graph.settings().adminConsent() : Optional.empty();
	}

	/**
	 * The methods that HR's values are read for.
	 * @return those that are not off and that the tenant's cloud has
	 */
	public Set<MethodKind> methodsInUse() {
		Set<MethodKind> used = EnumSet.noneOf(MethodKind.class);
		for (MethodKind kind : MethodKind.values()) {
			if (this.methods.getOrDefault(kind, MethodPolicy.OFF) != MethodPolicy.OFF && this.connection.offers(kind)) {
				used.add(kind);
			}
		}
		return used;
	}

	/**
	 * The same job with another ledger.
	 * @param other where the ledger is
	 * @return the job
	 */
	public JobDefinition with(LedgerSettings other) {
		return new JobDefinition(this.name, this.file, this.connection, this.feed, this.matchBy, this.employeeIdWidth,
				this.scope, this.methods, this.limits, this.sspr, this.report, other, this.notifications);
	}

	/**
	 * The rules of coverage in this job's tenant.
	 * @param today the day for which today's answers hold
	 * @return the rules, with the announced endings of the tenant's cloud
	 */
	public CoverageRules coverageRules(LocalDate today) {
		return new CoverageRules(this.sspr, Timeline.standard().in(this.connection.cloud()), today);
	}

	/**
	 * Identifies everything that decides a plan: tenant, cloud, columns, default country,
	 * character set, delimiter, matching, scope, methods and limits. Credentials, pace,
	 * addresses, folders, report and ledger may change without changing it.
	 * @return a SHA-256 in lower-case hexadecimal digits
	 */
	public String fingerprint() {
		return Fingerprint.of(this);
	}

}
