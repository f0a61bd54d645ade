package org.ssprprefill.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ssprprefill.simulator.SimulatedPolicies.MethodPolicy;
import org.ssprprefill.simulator.TenantDescription.Company;
import org.ssprprefill.simulator.TenantDescription.RoleGrant;
import org.ssprprefill.simulator.TenantDescription.Subscription;
import org.ssprprefill.simulator.TenantDescriptionException.Problem;

/** From YAML to a {@link TenantDescription}, with all problems at once. */
final class DescriptionReader {

	private static final Map<String, String> METHODS = Map.of("sms", "Sms", "voice", "Voice", "email", "Email",
			"microsoft-authenticator", "MicrosoftAuthenticator", "software-oath", "SoftwareOath");

	private static final Map<String, String> MIGRATIONS = Map.of("complete", "migrationComplete", "in-progress",
			"migrationInProgress", "pre", "preMigration");

	private final Section root;

	private DescriptionReader(Section root) {
		this.root = root;
	}

	static TenantDescription read(Path yaml) {
		List<Problem> problems = new ArrayList<>();
		Section root = new Section("", Yaml.read(yaml), problems);
		TenantDescription description = new DescriptionReader(root).tenant();
		problems.addAll(References.problems(description));
		if (!problems.isEmpty()) {
			throw new TenantDescriptionException(yaml, problems);
		}
		return description;
	}

	private TenantDescription tenant() {
		TenantDescription description = new TenantDescription(company(this.root.section("tenant")), skus(),
				this.root.sections("users").stream().map(UserReader::user).toList(), groups(), grants("roles"),
				grants("eligible"), policies(this.root.section("policies")));
		this.root.refuseOthers();
		return description;
	}

	private static Company company(Section section) {
		Company company = new Company(section.required("id", "6a1f0c5e-0000-4000-8000-000000000001"),
				section.required("name", "Contoso"), section.texts("domains"), section.flag("synchronised", false),
				section.flag("premium", true), section.flag("pim", true),
				section.duration("report-lag").orElse(Duration.ofHours(36)));
		if (company.domains().isEmpty()) {
			section.problem("domains", "", "name at least one verified domain, the default one first");
		}
		section.refuseOthers();
		return company;
	}

	private List<Subscription> skus() {
		List<Subscription> skus = new ArrayList<>();
		for (Section section : this.root.sections("skus")) {
			String partNumber = section.required("part-number", "SPE_E3");
			if (Product.find(partNumber).isEmpty()) {
				section.problem("part-number", partNumber, "use one of " + String.join(", ", Product.partNumbers()));
			}
			skus.add(new Subscription(partNumber, section.number("seats", 25, 0, 10_000_000)));
			section.refuseOthers();
		}
		return skus;
	}

	private List<SimulatedGroup> groups() {
		List<SimulatedGroup> groups = new ArrayList<>();
		for (Section section : this.root.sections("groups")) {
			String name = section.required("name", "Payroll");
			groups.add(new SimulatedGroup(section.text("id").orElse(SimulatedUser.idOf(name)), name,
					section.flag("role-assignable", false), section.texts("members"), section.texts("owners"),
					section.texts("eligible")));
			section.refuseOthers();
		}
		return groups;
	}

	private List<RoleGrant> grants(String key) {
		List<RoleGrant> grants = new ArrayList<>();
		for (Section section : this.root.sections(key)) {
			String role = section.required("role", "User Administrator");
			if (DirectoryRole.find(role).isEmpty()) {
				section.problem("role", role,
						"use a template id, or one of " + String.join(", ", DirectoryRole.names()));
			}
			section.texts("to").forEach((holder) -> grants.add(new RoleGrant(role, holder)));
			section.refuseOthers();
		}
		return grants;
	}

	private static SimulatedPolicies policies(Section section) {
		SimulatedPolicies policies = new SimulatedPolicies(SimulatedPolicies.defaults().methods(), migration(section),
				section.flag("administrators-may-reset", true), section.number("methods-required", 1, 1, 2));
		for (Map.Entry<String, String> method : METHODS.entrySet()) {
			Optional<MethodPolicy> policy = methodPolicy(method.getValue(), section.section(method.getKey()));
			policies = policy.map(policies::with).orElse(policies);
		}
		section.refuseOthers();
		return policies;
	}

	private static String migration(Section section) {
		String word = section.text("migration").orElse("complete");
		if (!MIGRATIONS.containsKey(word)) {
			section.problem("migration", word, "write complete, in-progress or pre");
		}
		return MIGRATIONS.getOrDefault(word, "migrationComplete");
	}

	private static Optional<MethodPolicy> methodPolicy(String id, Section section) {
		Optional<String> stated = section.text("enabled");
		boolean enabled = section.flag("enabled", true);
		List<String> include = section.texts("include").stream().filter((group) -> !group.equals("everybody")).toList();
		List<String> exclude = section.texts("exclude");
		section.refuseOthers();
		boolean silent = stated.isEmpty() && include.isEmpty() && exclude.isEmpty();
		return silent ? Optional.empty() : Optional.of(new MethodPolicy(id, enabled, include, exclude));
	}

}
