package org.ssprprefill.graph;

import java.util.LinkedHashMap;
import java.util.Map;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.tenant.MethodQuery.Family;

/**
 * Where methods live. The ids are the same for every user of every tenant
 * (learn.microsoft.com, graph/api/resources/phoneauthenticationmethod and
 * emailauthenticationmethod), and requests always name the user by object id: by UPN some
 * calls are answered and not done.
 */
final class MethodAddress {

	private MethodAddress() {
	}

	/** The list of a user's phones or e-mail addresses. */
	static String list(ObjectId user, Family family) {
		return "/users/" + user.value() + "/authentication/"
				+ ((family == Family.PHONE) ? "phoneMethods" : "emailMethods");
	}

	/** One method of a user. */
	static String method(ObjectId user, MethodKind kind) {
		return list(user, Family.of(kind)) + "/" + id(kind);
	}

	private static String id(MethodKind kind) {
		return switch (kind) {
			case MOBILE -> "3179e48a-750b-4051-897c-87b9720928f7";
			case ALTERNATE_MOBILE -> "b6332ec1-7057-4abe-9331-3d72feddfe41";
			case OFFICE -> "e37fc753-ff3b-4958-9484-eaa9425c82bc";
			case EMAIL -> "3ddfcfc8-9383-446f-83cc-3ab9be4be18f";
		};
	}

	/** Graph's word for a phone's kind; e-mail has none. */
	static String phoneType(MethodKind kind) {
		return switch (kind) {
			case MOBILE -> "mobile";
			case ALTERNATE_MOBILE -> "alternateMobile";
			case OFFICE -> "office";
			case EMAIL -> throw new IllegalArgumentException("An e-mail address has no phone type");
		};
	}

	/** The body that registers or changes a value. */
	static Map<String, String> body(MethodKind kind, ContactValue value) {
		return body(kind, value.inClear());
	}

	/** The same with a value as it is written. */
	static Map<String, String> body(MethodKind kind, String text) {
		Map<String, String> body = new LinkedHashMap<>();
		if (kind.isPhone()) {
			body.put("phoneNumber", text);
			body.put("phoneType", phoneType(kind));
		}
		else {
			body.put("emailAddress", text);
		}
		return body;
	}

}
