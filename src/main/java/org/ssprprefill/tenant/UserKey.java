package org.ssprprefill.tenant;

import java.util.Locale;
import java.util.regex.Pattern;

import org.ssprprefill.contact.UserPrincipalName;

/**
 * How a person names one user of the tenant.
 *
 * @param attribute what the name is
 * @param value the name, without surrounding space; object ids in lower case
 */
public record UserKey(Attribute attribute, String value) {

	private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

	/** The attributes by which a user is named. */
	public enum Attribute {

		/** The object id: fits one user at most. */
		OBJECT_ID,

		/** The user principal name: fits one user at most. */
		USER_PRINCIPAL_NAME,

		/** HR's number: Entra does not keep it unique. */
		EMPLOYEE_ID;

		/**
		 * The attribute's name for people.
		 * @return for example {@code employee id}
		 */
		public String words() {
			return name().toLowerCase(Locale.ROOT).replace('_', ' ');
		}

	}

	/**
	 * Tells by its form what was typed: a GUID is an object id, whatever holds an
	 * {@code @} a user principal name, and everything else an employee id. Employee ids
	 * have 16 characters at most (graph, resource type user), so none of them is a GUID.
	 * @param text what was typed
	 * @return the key
	 * @throws IllegalArgumentException if nothing was typed
	 */
	public static UserKey of(String text) {
		String value = text.strip();
		if (value.isEmpty()) {
			throw new IllegalArgumentException("Nobody is named");
		}
		if (GUID.matcher(value).matches()) {
			return new UserKey(Attribute.OBJECT_ID, value.toLowerCase(Locale.ROOT));
		}
		return new UserKey(value.contains("@") ? Attribute.USER_PRINCIPAL_NAME : Attribute.EMPLOYEE_ID, value);
	}

	/**
	 * Whether a user has this name. Employee ids are compared letter for letter, user
	 * principal names without regard to case.
	 * @param user the user
	 * @return {@code true} if it fits
	 */
	public boolean names(EntraUser user) {
		return switch (this.attribute) {
			case OBJECT_ID -> user.id().value().equalsIgnoreCase(this.value);
			case USER_PRINCIPAL_NAME -> user.userPrincipalName().key().equals(new UserPrincipalName(this.value).key());
			case EMPLOYEE_ID -> user.employeeId().filter((id) -> id.value().equals(this.value)).isPresent();
		};
	}

}
