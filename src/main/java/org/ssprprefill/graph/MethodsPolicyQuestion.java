package org.ssprprefill.graph;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import tools.jackson.databind.JsonNode;

import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.message.Message;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.MethodsPolicy;

/**
 * Reads the authentication methods policy (learn.microsoft.com,
 * graph/api/resources/authenticationmethodspolicy).
 */
final class MethodsPolicyQuestion {

	private static final Question POLICY = Question.directory(Message.of("part.methods-policy"),
			"Policy.Read.AuthenticationMethod", "Policy.Read.All");

	private static final String METHODS = "authenticationMethodConfigurations";

	private static final String ALL_USERS = "all_users";

	private final GraphSender wire;

	private final RetryingRequest inquiry;

	private final Cloud cloud;

	MethodsPolicyQuestion(GraphSender wire, RetryingRequest inquiry, Cloud cloud) {
		this.wire = wire;
		this.inquiry = inquiry;
		this.cloud = cloud;
	}

	Answer<MethodsPolicy> policy() {
		if (!this.cloud.offersMethodsPolicy()) {
			return new Answer.Unreadable<>(POLICY.notOffered());
		}
		GraphResponse reply = this.inquiry.ask(POLICY,
				() -> this.wire.client().policies().authenticationMethodsPolicy().toGetRequestInformation());
		if (!reply.isSuccess()) {
			return new Answer.Unreadable<>(POLICY.obstacle(reply));
		}
		return reply.body().path(METHODS).isArray() ? new Answer.Read<>(policy(reply.body()))
				: new Answer.Unreadable<>(POLICY.notOffered());
	}

	private static MethodsPolicy policy(JsonNode policy) {
		Map<String, MethodsPolicy.Configuration> methods = new LinkedHashMap<>();
		for (JsonNode method : policy.path(METHODS)) {
			methods.put(method.path("id").asString("").toLowerCase(Locale.ROOT), configuration(method));
		}
		boolean complete = "migrationComplete".equals(policy.path("policyMigrationState").asString(""));
		return new MethodsPolicy(complete, Map.copyOf(methods), Moment.of(policy.path("lastModifiedDateTime")), Optional
			.of(policy.at("/registrationEnforcement/authenticationMethodsRegistrationCampaign/state").asString(""))
			.filter((state) -> !state.isEmpty()));
	}

	private static MethodsPolicy.Configuration configuration(JsonNode method) {
		boolean allUsers = false;
		for (JsonNode target : method.path("includeTargets")) {
			allUsers = allUsers || ALL_USERS.equals(target.path("id").asString(""));
		}
		return new MethodsPolicy.Configuration("enabled".equals(method.path("state").asString("")), allUsers,
				groups(method.path("includeTargets")), groups(method.path("excludeTargets")),
				method.path("isOfficePhoneAllowed").asBoolean(!isVoice(method)));
	}

	/** A voice policy that does not say is read with restraint. */
	private static boolean isVoice(JsonNode method) {
		return "voice".equalsIgnoreCase(method.path("id").asString(""));
	}

	private static Set<ObjectId> groups(JsonNode targets) {
		Set<ObjectId> groups = new LinkedHashSet<>();
		for (JsonNode target : targets) {
			Optional<ObjectId> id = Ids.of(target.path("id"));
			if (!ALL_USERS.equals(target.path("id").asString("")) && !isUser(target)) {
				id.ifPresent(groups::add);
			}
		}
		return Set.copyOf(groups);
	}

	/** New targets are groups only; a single user is a relic. */
	private static boolean isUser(JsonNode target) {
		return "user".equalsIgnoreCase(target.path("targetType").asString(""));
	}

}
