package org.ssprprefill.graph;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.RequestInformation;
import tools.jackson.databind.JsonNode;

import org.ssprprefill.message.Message;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.Obstacle;
import org.ssprprefill.tenant.Organization;
import org.ssprprefill.tenant.Sku;

/** The questions about the tenant itself that one answer settles. */
final class DirectoryQuestions {

	private static final Question ORGANIZATION = Question.directory(Message.of("part.organization"),
			"Organization.Read.All", "User.Read.All", "Directory.Read.All");

	private static final Question SKUS = Question.directory(Message.of("part.licences"), "LicenseAssignment.Read.All",
			"Organization.Read.All", "Directory.Read.All");

	private static final Question ADMINISTRATOR_RESET = Question.directory(Message.of("part.authorization-policy"),
			"Policy.Read.All");

	/** The permission is that of the role assignments (rbacapplication-list). */
	private static final Question ROLE_NAMES = Question.directory(Message.of("part.role-names"),
			"RoleManagement.Read.Directory", "Directory.Read.All");

	private static final Question VERIFIED_ID = Question.directory(Message.of("part.verified-id"),
			"VerifiedId-Profile.Read.All");

	private final GraphSender wire;

	private final RetryingRequest inquiry;

	private final Pages pages;

	DirectoryQuestions(GraphSender wire, RetryingRequest inquiry, Pages pages) {
		this.wire = wire;
		this.inquiry = inquiry;
		this.pages = pages;
	}

	Answer<Organization> organization() {
		GraphResponse reply = this.inquiry.ask(ORGANIZATION,
				() -> this.wire.client().organization().toGetRequestInformation());
		if (!reply.isSuccess()) {
			return new Answer.Unreadable<>(ORGANIZATION.obstacle(reply));
		}
		JsonNode organization = reply.body().path("value").path(0);
		if (!organization.isObject()) {
			return new Answer.Unreadable<>(ORGANIZATION.notOffered());
		}
		return new Answer.Read<>(new Organization(organization.path("id").asString(""), domains(organization),
				organization.path("onPremisesSyncEnabled").asBoolean(false)));
	}

	private static Set<String> domains(JsonNode organization) {
		Set<String> domains = new LinkedHashSet<>();
		for (JsonNode domain : organization.path("verifiedDomains")) {
			domains.add(domain.path("name").asString("").toLowerCase(Locale.ROOT));
		}
		domains.remove("");
		return Set.copyOf(domains);
	}

	Answer<List<Sku>> skus() {
		List<Sku> skus = new ArrayList<>();
		Optional<Obstacle> obstacle = this.pages.each(SKUS,
				() -> this.wire.client().subscribedSkus().toGetRequestInformation(),
				(page) -> page.forEach((sku) -> skus.add(sku(sku))));
		return obstacle.<Answer<List<Sku>>>map(Answer.Unreadable::new)
			.orElseGet(() -> new Answer.Read<>(List.copyOf(skus)));
	}

	private static Sku sku(JsonNode sku) {
		Set<String> plans = new LinkedHashSet<>();
		for (JsonNode plan : sku.path("servicePlans")) {
			plans.add(plan.path("servicePlanId").asString("").toLowerCase(Locale.ROOT));
		}
		plans.remove("");
		JsonNode seats = sku.path("prepaidUnits");
		return new Sku(sku.path("skuId").asString("").toLowerCase(Locale.ROOT), sku.path("skuPartNumber").asString(""),
				sku.path("capabilityStatus").asString(""), seats.path("enabled").asInt(0),
				sku.path("consumedUnits").asInt(0), seats.path("warning").asInt(0), seats.path("suspended").asInt(0),
				Set.copyOf(plans));
	}

	/** A role of the tenant's own has no template but itself. */
	Answer<Map<String, String>> roleNames() {
		Map<String, String> names = new HashMap<>();
		Optional<Obstacle> obstacle = this.pages.each(ROLE_NAMES,
				() -> this.wire.client().roleManagement().directory().roleDefinitions().toGetRequestInformation(),
				(page) -> page.forEach((role) -> {
					String name = role.path("displayName").asString("").strip();
					for (String id : List.of("id", "templateId")) {
						if (!name.isEmpty() && role.path(id).isString()) {
							names.put(role.path(id).asString(), name);
						}
					}
				}));
		return obstacle.<Answer<Map<String, String>>>map(Answer.Unreadable::new)
			.orElseGet(() -> new Answer.Read<>(Map.copyOf(names)));
	}

	/**
	 * Account recovery with a Verified ID (entra-docs,
	 * concept-account-recovery-overview).
	 */
	Answer<Long> verifiedIdProfiles() {
		AtomicLong profiles = new AtomicLong();
		Optional<Obstacle> obstacle = this.pages.each(VERIFIED_ID, () -> {
			RequestInformation request = new RequestInformation();
			request.httpMethod = HttpMethod.GET;
			request.setUri(URI.create(this.wire.endpoint() + "/identity/verifiedId/profiles"));
			return request;
		}, (page) -> profiles.addAndGet(page.size()));
		return obstacle.<Answer<Long>>map(Answer.Unreadable::new).orElseGet(() -> new Answer.Read<>(profiles.get()));
	}

	/**
	 * {@code allowedToUseSSPR} speaks of administrators (entra-docs,
	 * concept-sspr-policy).
	 */
	Answer<Boolean> administratorsMayReset() {
		GraphResponse reply = this.inquiry.ask(ADMINISTRATOR_RESET,
				() -> this.wire.client().policies().authorizationPolicy().toGetRequestInformation());
		if (!reply.isSuccess()) {
			return new Answer.Unreadable<>(ADMINISTRATOR_RESET.obstacle(reply));
		}
		JsonNode allowed = reply.body().path("allowedToUseSSPR");
		return allowed.isBoolean() ? new Answer.Read<>(allowed.asBoolean())
				: new Answer.Unreadable<>(ADMINISTRATOR_RESET.notOffered());
	}

}
