package org.ssprprefill.simulator;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A tenant as a person describes it for the simulator. Users, groups, roles and products
 * refer to each other by name, so that the description can be written by hand.
 *
 * @param organization the tenant itself
 * @param skus the products it subscribes to
 * @param users its accounts
 * @param groups its groups
 * @param assignments directory roles that are active
 * @param eligibilities directory roles that may be activated through PIM
 * @param policies its tenant-wide policies
 */
public record TenantDescription(Company organization, List<Subscription> skus, List<SimulatedUser> users,
		List<SimulatedGroup> groups, List<RoleGrant> assignments, List<RoleGrant> eligibilities,
		SimulatedPolicies policies) {

	/** Copies the lists. */
	public TenantDescription {
		skus = List.copyOf(skus);
		users = List.copyOf(users);
		groups = List.copyOf(groups);
		assignments = List.copyOf(assignments);
		eligibilities = List.copyOf(eligibilities);
	}

	/**
	 * The tenant itself.
	 *
	 * @param id the tenant id
	 * @param name the display name
	 * @param domains verified domains, the default one first
	 * @param synchronised whether users come from an on-premises directory
	 * @param premium whether the tenant owns P1 or P2, so that the registration report
	 * may be read
	 * @param pim whether Privileged Identity Management may be asked
	 * @param reportLag how far the registration report lags behind (up to 36 hours in a
	 * real tenant)
	 */
	public record Company(String id, String name, List<String> domains, boolean synchronised, boolean premium,
			boolean pim, Duration reportLag) {

		/** Copies the list. */
		public Company {
			domains = List.copyOf(domains);
		}

	}

	/**
	 * A product and the seats bought.
	 *
	 * @param partNumber the SKU part number, for example {@code SPE_E3}
	 * @param seats how many
	 */
	public record Subscription(String partNumber, int seats) {
	}

	/**
	 * A directory role and its holder.
	 *
	 * @param role the role's name or template id
	 * @param holder a user principal name, an object id, or a group's name
	 */
	public record RoleGrant(String role, String holder) {
	}

	/**
	 * Contoso with these accounts: premium, with PIM, plenty of seats of SPE_E3, and a
	 * report that lags 36 hours.
	 * @param users the accounts
	 * @return the description
	 */
	public static TenantDescription contoso(List<SimulatedUser> users) {
		Company company = new Company("6a1f0c5e-0000-4000-8000-000000000001", "Contoso",
				List.of("contoso.com", "contoso.onmicrosoft.com"), true, true, true, Duration.ofHours(36));
		return new TenantDescription(company, List.of(new Subscription("SPE_E3", 10_000)), users, List.of(), List.of(),
				List.of(), SimulatedPolicies.defaults());
	}

	/**
	 * Reads a description that a person wrote.
	 * @param yaml the file
	 * @return the description
	 * @throws TenantDescriptionException if the file cannot be read or anything in it is
	 * wrong, with all problems at once
	 */
	public static TenantDescription load(Path yaml) {
		return DescriptionReader.read(yaml);
	}

	/**
	 * The same tenant with another company record.
	 * @param company the tenant itself
	 * @return the changed copy
	 */
	public TenantDescription with(Company company) {
		return new TenantDescription(company, this.skus, this.users, this.groups, this.assignments, this.eligibilities,
				this.policies);
	}

	/**
	 * The same tenant with these groups.
	 * @param groups all groups
	 * @return the changed copy
	 */
	public TenantDescription withGroups(SimulatedGroup... groups) {
		return new TenantDescription(this.organization, this.skus, this.users, List.of(groups), this.assignments,
				this.eligibilities, this.policies);
	}

	/**
	 * The same tenant with these active and eligible roles.
	 * @param active roles in force
	 * @param eligible roles that may be activated
	 * @return the changed copy
	 */
	public TenantDescription withRoles(List<RoleGrant> active, List<RoleGrant> eligible) {
		return new TenantDescription(this.organization, this.skus, this.users, this.groups, active, eligible,
				this.policies);
	}

	/**
	 * The same tenant with other policies.
	 * @param changed the policies
	 * @return the changed copy
	 */
	public TenantDescription with(SimulatedPolicies changed) {
		return new TenantDescription(this.organization, this.skus, this.users, this.groups, this.assignments,
				this.eligibilities, changed);
	}

}
