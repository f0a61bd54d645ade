package org.ssprprefill.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.ssprprefill.contact.EmployeeId;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.contact.UserPrincipalName;
import org.ssprprefill.tenant.EntraUser;
import org.ssprprefill.tenant.EntraUser.UserType;
import org.ssprprefill.tenant.Registration;

/** Users of a fictional tenant. */
public final class Snapshots {

	private Snapshots() {
	}

	/**
	 * An enabled member with writeback.
	 * @param id the object id, and the name at contoso.com
	 * @param employeeId HR's number
	 * @return the user
	 */
	public static LicensedUser member(String id, String employeeId) {
		return user(id, employeeId, true, UserType.MEMBER);
	}

	/**
	 * Some user with writeback.
	 * @param id the object id, and the name at contoso.com
	 * @param employeeId HR's number
	 * @param enabled whether the account may sign in
	 * @param type member or guest
	 * @return the user
	 */
	public static LicensedUser user(String id, String employeeId, boolean enabled, UserType type) {
		return new LicensedUser(new EntraUser(new ObjectId(id), new UserPrincipalName(id + "@contoso.com"),
				Optional.of(new EmployeeId(employeeId)), Optional.of(new UserPrincipalName(id + "@contoso.com")),
				enabled, type, false, false, List.of(), List.of()), "writeback", false, false, false);
	}

	/**
	 * A row of the registration report.
	 * @param id the person
	 * @param administrator whether the report says so
	 * @param asOf when
	 * @param methods the methods
	 * @return the row
	 */
	public static Registration row(String id, boolean administrator, Instant asOf, String... methods) {
		return new Registration(new ObjectId(id), administrator, true, true, true, false, Set.of(methods), asOf);
	}

}
