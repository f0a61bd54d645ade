package org.ssprprefill.ledger;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.plan.Reason;
import org.ssprprefill.tenant.Registration;

/**
 * The query that gathers all people of the tenant, and how its rows are read. What this
 * program confirmed once does not count where the job's last decisions found it taken
 * away.
 */
final class PopulationQuery {

	static final String SQL = """
			select %s, u.synchronised, u.entitlement,
				g.registered, g.enabled report_enabled, g.capable, g.mfa_registered, g.as_of, h.roles,
				q.groups, w.kinds, w.times, d.group_label
			from (select object_id, cast(? as text) decided from sspr_prefill.entra_user where tenant = ?) r
			%s
			left join lateral (select array_agg(m.group_id) groups from sspr_prefill.group_member m
				where m.run = f.run and m.object_id = u.object_id) q on true
			left join lateral (select array_agg(m.kind) kinds, array_agg(m.confirmed_at) times from sspr_prefill.written_method m
				where m.tenant = u.tenant and m.object_id = u.object_id and not exists (select 1 from sspr_prefill.decision n
					where n.run = r.decided and n.object_id = m.object_id and '%s' = case m.kind
						when 'mobile' then n.mobile_reason when 'office' then n.office_reason
						when 'email' then n.email_reason else n.alternate_mobile_reason end)) w on true
			left join lateral (select n.group_label from sspr_prefill.decision n where n.run = f.run
				and n.object_id = u.object_id order by n.file, n.number limit 1) d on true
			"""
		.formatted(UserFacts.COLUMNS, UserFacts.joins("r.object_id", "f.run"), Reason.REMOVED_SINCE.word());

	/** The run itself, if it decides about rows; many runs have no new ones. */
	static final String DECIDED = """
			select r.id from sspr_prefill.run r where r.tenant = ? and r.job = ? and (r.id = ? or r.mode in ('run', 'apply'))
			and (select d.number from sspr_prefill.decision d where d.run = r.id limit 1) is not null
			order by r.started_at desc limit 1
			""";

	private PopulationQuery() {
	}

	static PopulationMember map(ResultSet row, boolean rolesReadable) throws SQLException {
		ObjectId id = new ObjectId(row.getString("user_id"));
		return new PopulationMember(id, row.getString("user_upn"),
				Optional.ofNullable(row.getString("user_employee_id")), UserFacts.standing(row, rolesReadable),
				row.getBoolean("synchronised"), row.getString("entitlement"), registration(row, id),
				strings(row.getArray("roles")),
				strings(row.getArray("groups")).stream().map(ObjectId::new).collect(Collectors.toSet()), confirmed(row),
				Optional.ofNullable(row.getString("group_label")).orElse(""));
	}

	private static Optional<Registration> registration(ResultSet row, ObjectId id) throws SQLException {
		Timestamp asOf = row.getTimestamp("as_of");
		if (asOf == null) {
			return Optional.empty();
		}
		return Optional.of(new Registration(id, row.getBoolean("user_reported_administrator"),
				row.getBoolean("registered"), row.getBoolean("report_enabled"), row.getBoolean("capable"),
				row.getBoolean("mfa_registered"), strings(row.getArray("reported_methods")), asOf.toInstant()));
	}

	private static Set<String> strings(@Nullable Array array) throws SQLException {
		return (array != null) ? new HashSet<>(Arrays.asList((String[]) array.getArray())) : Set.of();
	}

	private static Map<MethodKind, Instant> confirmed(ResultSet row) throws SQLException {
		Map<MethodKind, Instant> confirmed = new EnumMap<>(MethodKind.class);
		Array kinds = row.getArray("kinds");
		if (kinds != null) {
			String[] words = (String[]) kinds.getArray();
			Timestamp[] times = (Timestamp[]) row.getArray("times").getArray();
			for (int index = 0; index < words.length; index++) {
				confirmed.put(MethodKind.of(words[index]), times[index].toInstant());
			}
		}
		return confirmed;
	}

}
