package org.ssprprefill.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.ssprprefill.simulator.TenantDescription.Company;
import org.ssprprefill.simulator.TenantDescription.Subscription;

/** {@code /organization} and {@code /subscribedSkus}. */
final class TenantEndpoints {

	private final Directory directory;

	private final Page page;

	TenantEndpoints(Directory directory, Page page) {
		this.directory = directory;
		this.page = page;
	}

	List<Route> routes() {
		Set<String> organization = Set.of("Organization.Read.All", "User.Read.All", "Directory.Read.All");
		Set<String> skus = Set.of("LicenseAssignment.Read.All", "Organization.Read.All", "Directory.Read.All");
		return List.of(
				Route.get("/organization", organization,
						(call, variables) -> this.page.whole(call, List.of(company()))),
				Route.get("/subscribedSkus", skus, (call, variables) -> this.page.whole(call,
						this.directory.description().skus().stream().map(this::sku).toList())));
	}

	private Map<String, Object> company() {
		Company company = this.directory.description().organization();
		List<Object> domains = new ArrayList<>();
		for (String domain : company.domains()) {
			domains.add(Json.object("capabilities", "Email, OfficeCommunicationsOnline", "isDefault", domains.isEmpty(),
					"isInitial", domain.endsWith(".onmicrosoft.com"), "name", domain, "type", "Managed"));
		}
		return Json.object("id", company.id(), "displayName", company.name(), "onPremisesSyncEnabled",
				company.synchronised() ? Boolean.TRUE : null, "verifiedDomains", domains, "assignedPlans", List.of());
	}

	private Map<String, Object> sku(Subscription subscription) {
		Product product = Licence.of(subscription.partNumber()).product();
		String tenant = this.directory.description().organization().id();
		List<Object> plans = new ArrayList<>();
		product.plans()
			.forEach((name, id) -> plans.add(Json.object("servicePlanId", id, "servicePlanName", name,
					"provisioningStatus", "Success", "appliesTo", "User")));
		return Json.object("accountId", tenant, "accountName", "contoso", "appliesTo", "User", "capabilityStatus",
				"Enabled", "consumedUnits", consumed(subscription), "id", tenant + "_" + product.id(), "skuId",
				product.id(), "skuPartNumber", product.partNumber(), "subscriptionIds", List.of(), "prepaidUnits",
				Json.object("enabled", subscription.seats(), "suspended", 0, "warning", 0, "lockedOut", 0),
				"servicePlans", plans);
	}

	private long consumed(Subscription subscription) {
		return this.directory.users()
			.stream()
			.flatMap((user) -> user.licences().stream())
			.filter((licence) -> Licence.of(licence).partNumber().equals(subscription.partNumber()))
			.count();
	}

}
