package org.ssprprefill.coverage;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.EntraUser;
import org.ssprprefill.tenant.Sku;

/**
 * What the licences of a tenant's users entitle to, without a request per user. The
 * user's own service plans decide; only where they say nothing about Entra ID P1 or P2 do
 * the assigned products, as {@code /subscribedSkus} or else the catalog describes them.
 * Business Standard contains no Entra ID plan at all and is known by its product ids.
 */
public final class Entitlements {

	private static final String WARNING = "Warning";

	private static final Set<String> IN_FORCE = Set.of("Enabled", WARNING);

	private final LicenceCatalog catalog;

	private final Map<String, Sku> subscribed;

	private final Ruling office365;

	/**
	 * Prepares the answers for one tenant.
	 * @param catalog what products contain
	 * @param skus the products the tenant subscribes to
	 * @param office365 whether Office 365 plans without Entra ID P1 or P2 entitle
	 * cloud-only people
	 */
	public Entitlements(LicenceCatalog catalog, Answer<List<Sku>> skus, Ruling office365) {
		this.catalog = catalog;
		this.office365 = office365;
		this.subscribed = skus.value()
			.orElse(List.of())
			.stream()
			.collect(Collectors.toMap(Sku::skuId, Function.identity(), (first, second) -> second));
	}

	private Entitlements(Entitlements other, Ruling office365) {
		this.catalog = other.catalog;
		this.subscribed = other.subscribed;
		this.office365 = office365;
	}

	/**
	 * What all answers rest on, besides the user asked about: where it differs, users
	 * that were judged before must be judged again.
	 * @return a fingerprint
	 */
	public String basis() {
		StringBuilder text = new StringBuilder().append(this.catalog.asOf()).append(' ').append(this.office365);
		this.subscribed.values()
			.stream()
			.sorted(Comparator.comparing(Sku::skuId))
			.forEach((sku) -> text.append('|')
				.append(sku.skuId())
				.append(' ')
				.append(sku.partNumber())
				.append(' ')
				.append(sku.capabilityStatus())
				.append(' ')
				.append(new TreeSet<>(sku.servicePlanIds())));
		return UUID.nameUUIDFromBytes(text.toString().getBytes(StandardCharsets.UTF_8)).toString();
	}

	/**
	 * What one user is entitled to. For a synchronised account an unknown product leaves
	 * the answer open even beside Business Standard, which is no use to it.
	 * @param user the user
	 * @return the entitlement
	 */
	public Entitlement of(EntraUser user) {
		List<EntraUser.AssignedPlan> premium = user.plans()
			.stream()
			.filter((plan) -> LicenceCatalog.PREMIUM.contains(plan.servicePlanId()))
			.toList();
		boolean entitled = premium.isEmpty() ? user.licences().stream().anyMatch(this::carriesPremium)
				: premium.stream().anyMatch((plan) -> IN_FORCE.contains(plan.capabilityStatus()));
		return entitled ? Entitlement.WRITEBACK : withoutPremium(user);
	}

	/**
	 * Whether a user is entitled only by subscriptions that are about to end.
	 * @param user the user
	 * @return {@code false} also for users who are not entitled
	 */
	public boolean restsOnWarning(EntraUser user) {
		List<String> premium = user.plans()
			.stream()
			.filter((plan) -> LicenceCatalog.PREMIUM.contains(plan.servicePlanId()))
			.map(EntraUser.AssignedPlan::capabilityStatus)
			.filter(IN_FORCE::contains)
			.toList();
		if (!premium.isEmpty()) {
			return premium.stream().allMatch(WARNING::equals);
		}
		List<Sku> entitling = user.licences()
			.stream()
			.flatMap((licence) -> Optional.ofNullable(this.subscribed.get(licence.skuId())).stream())
			.filter((sku) -> entitles(sku) != Entitlement.NONE)
			.toList();
		return of(user) != Entitlement.NONE && !entitling.isEmpty()
				&& entitling.stream().allMatch((sku) -> sku.capabilityStatus().equals(WARNING));
	}

	private Entitlement withoutPremium(EntraUser user) {
		boolean disputed = user.licences().stream().anyMatch((licence) -> isDisputed(licence.skuId()));
		boolean reset = user.licences().stream().anyMatch((licence) -> isCloudReset(licence.skuId()))
				|| disputed && this.office365 == Ruling.YES;
		boolean unknown = user.licences().stream().anyMatch((licence) -> isUnknown(licence.skuId()))
				|| disputed && this.office365 == Ruling.UNKNOWN && !user.synchronised();
		if (reset && !(unknown && user.synchronised())) {
			return Entitlement.CLOUD_RESET;
		}
		return unknown ? Entitlement.UNKNOWN : Entitlement.NONE;
	}

	private boolean carriesPremium(EntraUser.AssignedLicence licence) {
		return premiumPlans(licence.skuId()).stream().anyMatch((plan) -> !licence.disabledPlans().contains(plan));
	}

	private Set<String> premiumPlans(String skuId) {
		Sku sku = this.subscribed.get(skuId);
		if (sku == null) {
			return this.catalog.find(skuId).map(Product::premiumPlans).orElse(Set.of());
		}
		if (!isInForce(sku)) {
			return Set.of();
		}
		return sku.servicePlanIds().stream().filter(LicenceCatalog.PREMIUM::contains).collect(Collectors.toSet());
	}

	private boolean isCloudReset(String skuId) {
		return inForce(skuId).filter((product) -> product.entitles() == Entitlement.CLOUD_RESET).isPresent();
	}

	private boolean isDisputed(String skuId) {
		return inForce(skuId).filter(Product::disputed).isPresent();
	}

	private Optional<Product> inForce(String skuId) {
		Sku sku = this.subscribed.get(skuId);
		return (sku == null || isInForce(sku)) ? this.catalog.find(skuId) : Optional.empty();
	}

	/**
	 * Whether the answer about a user rests on Office 365 plans alone, on which
	 * Microsoft's pages disagree.
	 * @param user the user
	 * @return {@code false} where another licence entitles the user
	 */
	public boolean restsOnOffice365(EntraUser user) {
		return user.licences().stream().anyMatch((licence) -> isDisputed(licence.skuId()))
				&& new Entitlements(this, Ruling.NO).of(user) == Entitlement.NONE;
	}

	private boolean isUnknown(String skuId) {
		return !this.subscribed.containsKey(skuId) && this.catalog.find(skuId).isEmpty();
	}

	/**
	 * Whether an account is a room or a shared device: it has licences, and only such.
	 * @param user the user
	 * @return {@code true} for a resource account
	 */
	public boolean isResourceAccount(EntraUser user) {
		return !user.licences().isEmpty() && user.licences().stream().allMatch((licence) -> {
			Sku sku = this.subscribed.get(licence.skuId());
			return this.catalog.isForDevices(licence.skuId(), (sku != null) ? sku.partNumber() : "");
		});
	}

	/**
	 * What a product entitles the people to whom it is assigned.
	 * @param sku the product, as the tenant subscribes to it
	 * @return nothing for a product that is suspended or meant for devices
	 */
	public Entitlement entitles(Sku sku) {
		if (!isInForce(sku) || this.catalog.isForDevices(sku.skuId(), sku.partNumber())) {
			return Entitlement.NONE;
		}
		if (sku.servicePlanIds().stream().anyMatch(LicenceCatalog.PREMIUM::contains)) {
			return Entitlement.WRITEBACK;
		}
		if (this.office365 == Ruling.YES && isDisputed(sku.skuId())) {
			return Entitlement.CLOUD_RESET;
		}
		return this.catalog.find(sku.skuId())
			.map(Product::entitles)
			.filter((entitlement) -> entitlement == Entitlement.CLOUD_RESET)
			.orElse(Entitlement.NONE);
	}

	/**
	 * Whether a subscription may be used: {@code Warning} is a subscription about to end.
	 * @param sku the product
	 * @return {@code false} for suspended, deleted and locked-out subscriptions
	 */
	public static boolean isInForce(Sku sku) {
		return IN_FORCE.contains(sku.capabilityStatus());
	}

}
