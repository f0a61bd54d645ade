package org.ssprprefill.ledger;

/** The part of a query that finds the users to whom the key of one of HR's rows leads. */
final class KeyLookup {

	private KeyLookup() {
	}

	/**
	 * The users of the tenant {@code f.tenant}, with object id and whether enabled.
	 * @param row the alias of what holds {@code key_attribute} and {@code key_value}
	 * @param employeeIdWidth to how many digits employee ids are padded on both sides
	 * before they are compared; 0 where leading zeros count
	 */
	static String users(String row, int employeeIdWidth) {
		return """
				select object_id, enabled from entra_user
				where {row}.key_attribute = 'employee-id' and tenant = f.tenant
					and ltrim(employee_id, '0') = ltrim({row}.key_value, '0')
					and lpad(employee_id, greatest(length(employee_id), {width}), '0')
						= lpad({row}.key_value, greatest(length({row}.key_value), {width}), '0')
				union all
				select object_id, enabled from entra_user
				where {row}.key_attribute = 'user-principal-name' and tenant = f.tenant and upn_key = {row}.key_value
				union all
				select object_id, enabled from entra_user
				where {row}.key_attribute = 'mail' and tenant = f.tenant and mail_key = {row}.key_value
				union all
				select object_id, enabled from entra_user
				where {row}.key_attribute = 'object-id' and tenant = f.tenant and object_id = {row}.key_value
				""".replace("{row}", row).replace("{width}", String.valueOf(employeeIdWidth));
	}

}
