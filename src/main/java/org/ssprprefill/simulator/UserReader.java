package org.ssprprefill.simulator;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.simulator.SimulatedUser.Trait;

/** One entry below {@code users} of a tenant description. */
final class UserReader {

	private UserReader() {
	}

	static SimulatedUser user(Section section) {
		String upn = section.required("upn", "someone@contoso.com");
		Section methods = section.section("methods");
		SimulatedUser user = new SimulatedUser(section.text("id").orElse(SimulatedUser.idOf(upn)), upn,
				section.text("name").orElse(upn), section.text("employee-id"), mail(section, upn),
				traits(section, methods), section.texts("licences"), registered(methods),
				section.duration("registered-ago"), Set.copyOf(methods.texts("others")));
		methods.refuseOthers();
		section.refuseOthers();
		return user;
	}

	/** The sign-in name, unless another address or {@code none} is written. */
	private static Optional<String> mail(Section section, String upn) {
		String mail = section.text("mail").orElse(upn);
		return mail.equals("none") ? Optional.empty() : Optional.of(mail);
	}

	private static Set<Trait> traits(Section section, Section methods) {
		EnumSet<Trait> traits = EnumSet.noneOf(Trait.class);
		note(traits, Trait.DISABLED, !section.flag("enabled", true));
		note(traits, Trait.GUEST, section.flag("guest", false));
		note(traits, Trait.INVITED, section.flag("invited", false));
		note(traits, Trait.SYNCHRONISED, section.flag("synchronised", false));
		note(traits, Trait.RESTRICTED_UNIT, section.flag("restricted-unit", false));
		note(traits, Trait.NO_SSPR, !section.flag("sspr-enabled", true));
		note(traits, Trait.NOT_IN_REPORT, !section.flag("in-report", true));
		note(traits, Trait.AUTHENTICATOR, methods.flag("authenticator", false));
		note(traits, Trait.SMS_SIGN_IN, methods.flag("sms-sign-in", false));
		return traits;
	}

	private static void note(Set<Trait> traits, Trait trait, boolean present) {
		if (present) {
			traits.add(trait);
		}
	}

	private static Map<MethodKind, String> registered(Section methods) {
		Map<MethodKind, String> registered = new EnumMap<>(MethodKind.class);
		for (MethodKind kind : MethodKind.values()) {
			methods.text(kind.word()).ifPresent((value) -> {
				if (!MethodFormat.accepts(kind, value)) {
					methods.problem(kind.word(), "(hidden)",
							kind.isPhone() ? "write it as \"+31 612345678\"" : "write an e-mail address");
				}
				registered.put(kind, value);
			});
		}
		return registered;
	}

}
