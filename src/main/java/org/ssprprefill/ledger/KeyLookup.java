package org.ssprprefill.ledger;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.feed.HrRow;
import org.ssprprefill.feed.MatchingAttribute;
import org.ssprprefill.match.Candidate;
import org.ssprprefill.match.UserChoice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How the keys of HR's rows are kept, and the users of the snapshot they lead to. */
final class KeyLookup {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private KeyLookup() {
	}

	/** A key of a row that is kept under {@code keys}. */
	static Optional<String> key(ResultSet row, MatchingAttribute attribute) throws SQLException {
		return Optional.ofNullable(JSON.readTree(row.getString("keys")).get(attribute.word())).map(JsonNode::asString);
	}

	/** Every key that a row carries, by the attribute's word, as a JSON object. */
	static String toJson(HrRow row) {
		Map<String, String> keys = new TreeMap<>();
		for (MatchingAttribute attribute : MatchingAttribute.values()) {
			row.key(attribute).ifPresent((key) -> keys.put(attribute.word(), key));
		}
		return JSON.writeValueAsString(keys);
	}

	/** The keys as {@link #toJson} wrote them, however the database shows them. */
	static String canonical(String json) {
		Map<String, String> keys = new TreeMap<>();
		JSON.readTree(json).properties().forEach((key) -> keys.put(key.getKey(), key.getValue().asString()));
		return JSON.writeValueAsString(keys);
	}

	/**
	 * The users of the tenant {@code f.tenant} to whom any key leads: which key, object
	 * id, and whether enabled.
	 * @param row the alias of what holds {@code keys}
	 * @param employeeIdWidth to how many digits employee ids are padded on both sides
	 * before they are compared; 0 where leading zeros count
	 */
	static String users(String row, int employeeIdWidth) {
		return """
				select 'employee-id' attribute, object_id, enabled from sspr_prefill.entra_user
				where tenant = f.tenant and ltrim(employee_id, '0') = ltrim({row}.keys->>'employee-id', '0')
					and lpad(employee_id, greatest(length(employee_id), {width}), '0') = lpad({row}.keys->>'employee-id',
						greatest(length({row}.keys->>'employee-id'), {width}), '0')
				union all
				select 'user-principal-name', object_id, enabled from sspr_prefill.entra_user
				where tenant = f.tenant and upn_key = {row}.keys->>'user-principal-name'
				union all
				select 'mail', object_id, enabled from sspr_prefill.entra_user
				where tenant = f.tenant and mail_key = {row}.keys->>'mail'
				union all
				select 'object-id', object_id, enabled from sspr_prefill.entra_user
				where tenant = f.tenant and object_id = {row}.keys->>'object-id'
				"""
			.replace("{row}", row)
			.replace("{width}", String.valueOf(employeeIdWidth));
	}

	/**
	 * What to select so that {@link #choices} can tell whom rows mean: one of
	 * {@link #users} each time, or none.
	 * @param row the alias of the rows
	 * @param user the alias of the users
	 */
	static String hits(String row, String user) {
		return """
				array_agg({row}.file || ':' || {row}.number) key_rows, array_agg({row}.key_attribute) key_deciding,
				array_agg({user}.attribute) key_attributes, array_agg({user}.object_id) key_users,
				array_agg({user}.enabled) key_enabled""".replace("{row}", row).replace("{user}", user);
	}

	/** Whom each of the rows means; nothing where none of them keeps its keys. */
	static List<UserChoice> choices(ResultSet row) throws SQLException {
		Array rows = row.getArray("key_rows");
		if (rows == null) {
			return List.of();
		}
		String[] names = (String[]) rows.getArray();
		String[] deciding = strings(row, "key_deciding");
		String[] attributes = strings(row, "key_attributes");
		String[] users = strings(row, "key_users");
		Boolean[] enabled = (Boolean[]) row.getArray("key_enabled").getArray();
		Map<String, KeyedUsers> byRow = new LinkedHashMap<>();
		for (int index = 0; index < names.length; index++) {
			String decider = Objects.requireNonNullElse(deciding[index], "");
			KeyedUsers keyed = byRow.computeIfAbsent(names[index], (name) -> new KeyedUsers(decider));
			if (attributes[index] != null) {
				keyed.add(attributes[index], new Candidate(new ObjectId(users[index]), enabled[index]));
			}
		}
		return byRow.values().stream().map(KeyedUsers::choice).toList();
	}

	private static String[] strings(ResultSet row, String column) throws SQLException {
		return (String[]) row.getArray(column).getArray();
	}

	/** The users to whom the keys of one row lead. */
	private record KeyedUsers(String deciding, Map<String, List<Candidate>> byKey) {

		KeyedUsers(String deciding) {
			this(deciding, new LinkedHashMap<>());
		}

		void add(String attribute, Candidate user) {
			this.byKey.computeIfAbsent(attribute, (key) -> new ArrayList<>()).add(user);
		}

		UserChoice choice() {
			return UserChoice.among(this.byKey.getOrDefault(this.deciding, List.of()), this.byKey.values());
		}

	}

}
