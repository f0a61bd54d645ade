package org.ssprprefill.ledger;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.match.WriteEligibility;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.tenant.Administrators.Hold;
import org.ssprprefill.tenant.EntraUser.UserType;
import org.ssprprefill.vault.SealedValues;
import org.ssprprefill.vault.SealedValues.Origin;
import org.ssprprefill.vault.Vault;

/** The part of a query that gathers what decides whether a user may be written to. */
final class UserFacts {

	static final String COLUMNS = """
			u.object_id user_id, u.user_principal_name user_upn, u.employee_id user_employee_id, u.enabled user_enabled,
			u.guest user_guest, u.external user_external,
			u.restricted user_restricted, u.resource_account user_resource_account,
			h.hold user_hold, coalesce(g.administrator, false) user_reported_administrator,
			g.methods reported_methods, (x.subject is not null) user_excluded,
			(cast(f.scope as text) is null or exists (select 1 from sspr_prefill.group_member m where m.run = f.run
				and m.group_id = f.scope and m.object_id = u.object_id)) user_in_scope""";

	static final String WRITTEN_COLUMNS = "w.kinds, w.vals, w.runs, w.reasons, b.kinds back_kinds,"
			+ " b.vals back_vals, b.runs back_runs, b.reasons back_reasons,"
			+ " array(select s.kind from sspr_prefill.seen_method s where s.tenant = u.tenant"
			+ " and s.object_id = u.object_id and g.as_of <= s.seen_at + interval '48 hours') seen_kinds";

	static final String WRITTEN_JOIN = """
			left join lateral (select array_agg(m.kind) kinds, array_agg(m.value) vals, array_agg(m.run) runs,
				array_agg(m.reason) reasons from sspr_prefill.written_method m
				where m.tenant = u.tenant and m.object_id = u.object_id) w on true
			left join lateral (select array_agg(m.kind) kinds, array_agg(m.value) vals, array_agg(m.run) runs,
				array_agg(m.reason) reasons from sspr_prefill.taken_back m
				where m.tenant = u.tenant and m.object_id = u.object_id) b on true
			""";

	private UserFacts() {
	}

	/** Joins on a user's object id; the parameters of {@link #parameters} come first. */
	static String joins(String objectId, String run) {
		return """
				cross join (select cast(? as text) tenant, cast(? as text) scope, cast(? as text) run) f
				left join sspr_prefill.entra_user u on u.tenant = f.tenant and u.object_id = %s
				left join sspr_prefill.role_holder h on h.tenant = f.tenant and h.object_id = u.object_id
				left join sspr_prefill.registration g on g.tenant = f.tenant and g.object_id = u.object_id
				left join lateral (select e.subject from sspr_prefill.excluded_user e where e.run = %s
					and (e.subject = u.object_id or e.subject = u.upn_key) limit 1) x on true
				""".formatted(objectId, run);
	}

	static Object[] parameters(RunRecord run, Optional<ObjectId> scopeGroup, Object... more) {
		Object[] parameters = new Object[3 + more.length];
		parameters[0] = run.tenant();
		parameters[1] = scopeGroup.map(ObjectId::value).orElse(null);
		parameters[2] = run.id();
		System.arraycopy(more, 0, parameters, 3, more.length);
		return parameters;
	}

	static WriteEligibility standing(ResultSet row, boolean rolesReadable) throws SQLException {
		return new WriteEligibility(row.getBoolean("user_enabled"), type(row), row.getBoolean("user_restricted"),
				row.getBoolean("user_resource_account"),
				Optional.ofNullable(row.getString("user_hold")).map(Hold::valueOf),
				row.getBoolean("user_reported_administrator"), rolesReadable, row.getBoolean("user_excluded"),
				row.getBoolean("user_in_scope"));
	}

	private static UserType type(ResultSet row) throws SQLException {
		if (row.getBoolean("user_guest")) {
			return UserType.GUEST;
		}
		return row.getBoolean("user_external") ? UserType.EXTERNAL : UserType.MEMBER;
	}

	static MatchedUser user(ResultSet row, Vault vault, boolean rolesReadable) throws SQLException {
		Array methods = row.getArray("reported_methods");
		return new MatchedUser(new ObjectId(row.getString("user_id")), row.getString("user_upn"),
				Optional.ofNullable(row.getString("user_employee_id")), standing(row, rolesReadable), (methods != null)
						? Optional.of(new HashSet<>(Arrays.asList((String[]) methods.getArray()))) : Optional.empty(),
				seen(row), values(row, "", vault), values(row, "back_", vault));
	}

	private static Set<MethodKind> seen(ResultSet row) throws SQLException {
		Set<MethodKind> seen = EnumSet.noneOf(MethodKind.class);
		for (String kind : (String[]) row.getArray("seen_kinds").getArray()) {
			seen.add(MethodKind.of(kind));
		}
		return seen;
	}

	private static Map<MethodKind, ContactValue> values(ResultSet row, String prefix, Vault vault) throws SQLException {
		Map<MethodKind, ContactValue> written = new EnumMap<>(MethodKind.class);
		Array kinds = row.getArray(prefix + "kinds");
		if (kinds != null) {
			String[] words = (String[]) kinds.getArray();
			byte[][] values = (byte[][]) row.getArray(prefix + "vals").getArray();
			String[] runs = (String[]) row.getArray(prefix + "runs").getArray();
			String[] reasons = (String[]) row.getArray(prefix + "reasons").getArray();
			for (int index = 0; index < words.length; index++) {
				MethodKind kind = MethodKind.of(words[index]);
				Origin origin = new Origin(runs[index], reasons[index], !prefix.isEmpty());
				written.put(kind,
						SealedValues.remembered(vault, row.getString("user_id"), kind, values[index], origin));
			}
		}
		return written;
	}

}
