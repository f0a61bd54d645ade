package org.ssprprefill.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.coverage.Entitlements;
import org.ssprprefill.coverage.LicenceCatalog;
import org.ssprprefill.coverage.Ruling;
import org.ssprprefill.doctor.CoverageChecks;
import org.ssprprefill.match.WriteEligibility;
import org.ssprprefill.tenant.Administrators;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.EntraUser;
import org.ssprprefill.tenant.EntraUser.UserType;
import org.ssprprefill.tenant.MethodAnswer;
import org.ssprprefill.tenant.MethodsPolicy;
import org.ssprprefill.tenant.Obstacle;
import org.ssprprefill.tenant.RolesHeld;
import org.ssprprefill.tenant.Sku;

/** The lines that tell what the tenant says about a person, without judging it. */
final class AccountSteps {

	private final PersonFile file;

	private final LicenceCatalog catalog = LicenceCatalog.standard();

	AccountSteps(PersonFile file) {
		this.file = file;
	}

	/** Who it is, and whether the person is measured at all. */
	Step account(boolean measured) {
		EntraUser user = this.file.user();
		WriteEligibility standing = this.file.member().standing();
		List<String> words = new ArrayList<>();
		words.add(switch (user.type()) {
			case GUEST -> "guest";
			case EXTERNAL -> "external member";
			case MEMBER -> "member";
		});
		words.add(user.synchronised() ? "synchronised from an on-premises directory" : "cloud-only");
		words.add(user.employeeId().map((id) -> "employee id " + id).orElse("no employee id"));
		if (standing.resourceAccount()) {
			words.add("a room or shared device by its licences");
		}
		if (user.managementRestricted()) {
			words.add("in a restricted management administrative unit");
		}
		if (!standing.inScopeGroup()) {
			words.add("not in the group of scope.group");
		}
		return live("account", measured ? Ruling.YES : Ruling.NO, String.join(", ", words), "user account");
	}

	Step roles() {
		Answer<Administrators> answer = this.file.tenant().administrators();
		if (answer instanceof Answer.Unreadable<Administrators> unreadable) {
			return live("roles", Ruling.UNKNOWN, unreadable(unreadable.obstacle()), "role assignments");
		}
		RolesHeld held = answer.value().map((known) -> known.of(this.file.user().id())).orElse(RolesHeld.NONE);
		String value = this.file.tenant().names(held.now());
		if (!held.otherwise().isEmpty()) {
			value += "; eligible, or for an administrative unit only: " + this.file.tenant().names(held.otherwise());
		}
		return live("roles", Ruling.YES, value + (held.throughGroup() ? "; through a group" : ""), "role assignments");
	}

	Step licences() {
		Map<String, Sku> skus = this.file.tenant()
			.skus()
			.value()
			.orElse(List.of())
			.stream()
			.collect(Collectors.toMap(Sku::skuId, Function.identity(), (first, second) -> second));
		List<String> names = this.file.user()
			.licences()
			.stream()
			.map((licence) -> licence(licence, Optional.ofNullable(skus.get(licence.skuId()))))
			.sorted()
			.toList();
		return live("licences", Ruling.YES, names.isEmpty() ? "none" : String.join(", ", names) + dispute(),
				"assigned licences");
	}

	/** Said where the answer rests on it; which of the two counts, the job decides. */
	private String dispute() {
		boolean rests = !this.file.user().synchronised()
				&& new Entitlements(this.catalog, this.file.tenant().skus(), Ruling.NO)
					.restsOnOffice365(this.file.user());
		return rests ? "; Microsoft's pages disagree on this plan (" + CoverageChecks.OFFICE_365_PAGES
				+ "): sspr.office-365-entitles decides" : "";
	}

	private String licence(EntraUser.AssignedLicence licence, Optional<Sku> sku) {
		String name = this.catalog.productName(licence.skuId(), sku.map(Sku::partNumber).orElse(licence.skuId()));
		String state = sku.map(Sku::capabilityStatus)
			.filter((status) -> !status.equals("Enabled"))
			.map((status) -> " (subscription: " + status + ")")
			.orElse("");
		boolean premiumOff = licence.disabledPlans().stream().anyMatch(LicenceCatalog::isPremium);
		return name + (premiumOff ? " without its Entra ID plan" : "") + state;
	}

	/** Phones and e-mail as they are at this moment, masked. */
	Step registeredNow() {
		List<String> found = new ArrayList<>();
		boolean unread = false;
		for (MethodKind kind : MethodKind.values()) {
			MethodAnswer answer = this.file.registered().about(this.file.user().id(), kind);
			if (answer instanceof MethodAnswer.Registered registered && registered.methods().containsKey(kind)) {
				found.add(kind.word() + " " + registered.methods().get(kind));
			}
			if (answer instanceof MethodAnswer.Unread refused && (kind == MethodKind.MOBILE || !kind.isPhone())) {
				unread = true;
				found.add((kind.isPhone() ? "phones" : "e-mail") + " cannot be read (HTTP " + refused.status()
						+ (refused.code().isEmpty() ? "" : ", " + refused.code()) + ")");
			}
		}
		return live("registered-now", unread ? Ruling.UNKNOWN : Ruling.YES,
				found.isEmpty() ? "no phone, no e-mail" : String.join(", ", found), "authentication methods");
	}

	Step methodsPolicy() {
		Answer<MethodsPolicy> answer = this.file.tenant().policy();
		if (answer instanceof Answer.Unreadable<MethodsPolicy> unreadable) {
			return live("methods-policy", Ruling.UNKNOWN, unreadable(unreadable.obstacle()),
					"authentication methods policy");
		}
		MethodsPolicy policy = answer.value().orElseThrow();
		String changed = policy.lastModified()
			.map((at) -> "last changed " + RelativeTime.of(at, this.file.askedAt()))
			.orElse("does not say when it was changed");
		return live("methods-policy", Ruling.YES, changed + (policy.migrationComplete() ? ", migration complete"
				: ", migration not complete: it governs sign-in only"), "authentication methods policy");
	}

	/** Why a question was not answered, and what would open it. */
	static String unreadable(Obstacle obstacle) {
		String cause = switch (obstacle.cause()) {
			case LICENCE_MISSING -> "needs Entra ID P1 or P2 in the tenant";
			case NOT_OFFERED -> "not offered by this cloud";
			case IMPLAUSIBLE -> "the answer cannot be true";
			case PERMISSION_MISSING, REFUSED -> "grant the app " + String.join(" or ", obstacle.permissions());
		};
		return obstacle.question() + " cannot be read (" + cause + ")";
	}

	private Step live(String id, Ruling ruling, String value, String source) {
		return new Step(id, ruling.word(), value, source, Optional.of(this.file.askedAt()));
	}

}
