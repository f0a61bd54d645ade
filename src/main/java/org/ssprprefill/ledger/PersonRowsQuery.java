package org.ssprprefill.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.Country;
import org.ssprprefill.contact.EmployeeId;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.contact.UserPrincipalName;
import org.ssprprefill.database.Cursor;
import org.ssprprefill.database.Statistics;
import org.ssprprefill.feed.HrRow;
import org.ssprprefill.feed.MatchingAttribute;
import org.ssprprefill.ledger.PersonRows.StagedRow;
import org.ssprprefill.match.MatchDecision;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.vault.SealedValues;
import org.ssprprefill.vault.Vault;

/** Streams the people of a run's feed, each with all rows, in a stable order. */
public final class PersonRowsQuery implements AutoCloseable {

	private static final String SQL = """
			select r.*, t.mobile_header, t.office_header, t.alternate_mobile_header, t.email_header, %s,
				%s,
				exists (select 1 from sspr_prefill.shared_value s where s.run = r.run and s.fingerprint = r.mobile_print) mobile_shared,
				exists (select 1 from sspr_prefill.shared_value s where s.run = r.run and s.fingerprint = r.office_print) office_shared,
				exists (select 1 from sspr_prefill.shared_value s
					where s.run = r.run and s.fingerprint = r.alternate_mobile_print) alternate_mobile_shared,
				exists (select 1 from sspr_prefill.shared_value s where s.run = r.run and s.fingerprint = r.email_print) email_shared
			from sspr_prefill.staged_row r
			join sspr_prefill.feed_file t on t.run = r.run and t.name = r.file
			%s
			where r.run = ?
			order by r.person collate "C", r.file collate "C", r.number
			"""
		.formatted(UserFacts.COLUMNS, UserFacts.WRITTEN_COLUMNS,
				UserFacts.joins("r.object_id", "r.run") + UserFacts.WRITTEN_JOIN);

	private final Cursor<Line> lines;

	private @Nullable Line ahead;

	PersonRowsQuery(DataSource dataSource, Vault vault, RunRecord run, Optional<ObjectId> scopeGroup) {
		Statistics.refresh(dataSource, "staged_row, shared_value, registration, role_holder, group_member");
		this.lines = Cursor.open(dataSource, SQL, (row) -> line(row, vault, run.rolesReadable()),
				UserFacts.parameters(run, scopeGroup, run.id()));
		this.ahead = this.lines.next().orElse(null);
	}

	/**
	 * The next person.
	 * @return all rows of one person, or nothing after the last
	 */
	public Optional<PersonRows> next() {
		Line first = this.ahead;
		if (first == null) {
			return Optional.empty();
		}
		List<StagedRow> rows = new ArrayList<>();
		boolean ambiguous = false;
		while (this.ahead != null && this.ahead.person().equals(first.person())) {
			rows.add(this.ahead.row());
			ambiguous |= this.ahead.choice() == MatchDecision.AMBIGUOUS;
			this.ahead = this.lines.next().orElse(null);
		}
		// One row whose keys lead to different users puts all rows of the person in doubt
		return Optional.of(new PersonRows(first.person(), ambiguous ? MatchDecision.AMBIGUOUS : first.choice(),
				ambiguous ? Optional.empty() : first.user(), rows));
	}

	@Override
	public void close() {
		this.lines.close();
	}

	private static Line line(ResultSet row, Vault vault, boolean rolesReadable) throws SQLException {
		MatchStore.prove(row, vault);
		MatchDecision choice = switch (row.getString("choice")) {
			case "one" -> MatchDecision.MATCHED;
			case "none" -> MatchDecision.UNMATCHED;
			default -> MatchDecision.AMBIGUOUS;
		};
		Optional<MatchedUser> user = (row.getString("user_id") != null)
				? Optional.of(UserFacts.user(row, vault, rolesReadable)) : Optional.empty();
		return new Line(row.getString("person"), choice, user, stagedRow(row, vault));
	}

	private static StagedRow stagedRow(ResultSet row, Vault vault) throws SQLException {
		Map<MethodKind, ContactValue> values = new EnumMap<>(MethodKind.class);
		String keys = KeyLookup.canonical(row.getString("keys"));
		Map<MethodKind, String> shared = new EnumMap<>(MethodKind.class);
		for (MethodKind kind : MethodKind.values()) {
			String column = kind.word().replace('-', '_');
			byte[] sealed = row.getBytes(column);
			if (sealed != null) {
				values.put(kind, SealedValues.open(vault, kind, sealed, SealedValues.staged(row.getString("run"),
						row.getString("file"), row.getLong("number"), kind, keys)));
			}
			if (row.getBoolean(column + "_shared")) {
				shared.put(kind, row.getString(column + "_header"));
			}
		}
		HrRow hrRow = new HrRow(row.getLong("number"), row.getLong("line"),
				Optional.ofNullable(row.getString("employee_id")).map(EmployeeId::new),
				Optional.ofNullable(row.getString("user_principal_name")).map(UserPrincipalName::new),
				KeyLookup.key(row, MatchingAttribute.MAIL).map(UserPrincipalName::new),
				KeyLookup.key(row, MatchingAttribute.OBJECT_ID).map(ObjectId::new),
				Optional.ofNullable(row.getString("name")), Optional.ofNullable(row.getString("group_label")),
				Optional.ofNullable(row.getString("country")).map(Country::new), values,
				RowProblems.fromJson(row.getString("problems")));
		return new StagedRow(row.getString("file"), hrRow, shared);
	}

	/** A row with the user it belongs to; the rows of one person follow each other. */
	private record Line(String person, MatchDecision choice, Optional<MatchedUser> user, StagedRow row) {
	}

}
