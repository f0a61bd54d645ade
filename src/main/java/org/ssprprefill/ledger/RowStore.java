package org.ssprprefill.ledger;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.EmployeeId;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.contact.UserPrincipalName;
import org.ssprprefill.feed.HrRow;
import org.ssprprefill.feed.MatchingAttribute;
import org.ssprprefill.match.Candidate;
import org.ssprprefill.match.UserChoice;

/**
 * HR's rows while a run works on them: sealed values, keyed fingerprints, gone when the
 * run ends.
 */
public final class RowStore {

	private static final int PAGE = 1000;

	private static final String COLUMNS = "staged_row (run, file, number, line, key_attribute, key_value, employee_id,"
			+ " user_principal_name, name, group_label, mobile, mobile_print, office, office_print, alternate_mobile,"
			+ " alternate_mobile_print, email, email_print, problems)";

	private static final String CANDIDATES = """
			select r.file, r.number, r.key_attribute, r.key_value, c.ids, c.enabled
			from staged_row r
			left join lateral (
				select array_agg(u.object_id) ids, array_agg(u.enabled) enabled from (
					select object_id, enabled from entra_user
					where r.key_attribute = 'employee-id' and tenant = ? and employee_id = r.key_value
					union all
					select object_id, enabled from entra_user
					where r.key_attribute = 'user-principal-name' and tenant = ? and upn_key = r.key_value
					union all
					select object_id, enabled from entra_user
					where r.key_attribute = 'mail' and tenant = ? and mail_key = r.key_value
					union all
					select object_id, enabled from entra_user
					where r.key_attribute = 'object-id' and tenant = ? and object_id = r.key_value
				) u
			) c on true
			where r.run = ?
			""";

	private final DataSource dataSource;

	private final JdbcTemplate jdbc;

	private final Vault vault;

	RowStore(DataSource dataSource, Vault vault) {
		this.dataSource = dataSource;
		this.jdbc = new JdbcTemplate(dataSource);
		this.vault = vault;
	}

	/**
	 * Stages rows of a file.
	 * @param run the run's id
	 * @param file the file's name
	 * @param rows the rows, accepted or not
	 * @param matchBy the matching attributes; the first that a row carries decides
	 */
	public void stage(String run, String file, List<HrRow> rows, List<MatchingAttribute> matchBy) {
		CopyWriter copy = new CopyWriter();
		for (HrRow row : rows) {
			Optional<MatchingAttribute> key = matchBy.stream()
				.filter((attribute) -> keyOf(row, attribute).isPresent())
				.findFirst();
			copy.column(run).column(file).column(row.number()).column(row.line());
			copy.column(key.map(MatchingAttribute::word).orElse(null));
			copy.column(key.flatMap((attribute) -> keyOf(row, attribute)).orElse(null));
			copy.column(row.employeeId().map(EmployeeId::value).orElse(null));
			copy.column(row.userPrincipalName().map(UserPrincipalName::value).orElse(null));
			copy.column(row.name().orElse(null)).column(row.group().orElse(null));
			for (MethodKind kind : MethodKind.values()) {
				ContactValue value = row.values().get(kind);
				copy.column((value != null) ? this.vault.seal(value.inClear(), SealedValues.context(kind)) : null);
				copy.column((value != null) ? SealedValues.fingerprint(this.vault, value) : null);
			}
			copy.column(RowProblems.toJson(row.problems())).end();
		}
		copy.into(this.dataSource, COLUMNS);
	}

	private static Optional<String> keyOf(HrRow row, MatchingAttribute attribute) {
		return switch (attribute) {
			case EMPLOYEE_ID -> row.employeeId().map(EmployeeId::value);
			case USER_PRINCIPAL_NAME -> row.userPrincipalName().map(UserPrincipalName::key);
			case MAIL -> row.mail().map(UserPrincipalName::key);
			case OBJECT_ID -> row.objectId().map(ObjectId::value);
		};
	}

	/**
	 * Forgets the staged rows of a file.
	 * @param run the run's id
	 * @param file the file's name
	 */
	public void forget(String run, String file) {
		this.jdbc.update("delete from staged_row where run = ? and file = ?", run, file);
	}

	/**
	 * Forgets every staged row of a run, and what was derived from them.
	 * @param run the run's id
	 */
	public void forget(String run) {
		this.jdbc.update("delete from staged_row where run = ?", run);
		this.jdbc.update("delete from shared_value where run = ?", run);
	}

	/**
	 * The staged rows of a run with the users their keys lead to.
	 * @param run the run's id
	 * @param tenant the tenant's key
	 * @return the rows, in no given order
	 */
	public Cursor<RowCandidates> candidates(String run, String tenant) {
		return Cursor.open(this.dataSource, CANDIDATES, RowStore::candidates, tenant, tenant, tenant, tenant, run);
	}

	private static RowCandidates candidates(ResultSet row) throws SQLException {
		List<Candidate> candidates = new ArrayList<>();
		Array ids = row.getArray("ids");
		if (ids != null) {
			String[] objectIds = (String[]) ids.getArray();
			Boolean[] enabled = (Boolean[]) row.getArray("enabled").getArray();
			for (int index = 0; index < objectIds.length; index++) {
				candidates.add(new Candidate(new ObjectId(objectIds[index]), enabled[index]));
			}
		}
		String attribute = row.getString("key_attribute");
		String key = (attribute != null) ? attribute + ":" + row.getString("key_value")
				: row.getString("file") + ":" + row.getLong("number");
		return new RowCandidates(row.getString("file"), row.getLong("number"), key, candidates);
	}

	/**
	 * Records which user each row belongs to.
	 * @param run the run's id
	 * @param choices the choice for each row
	 */
	public void match(String run, List<RowChoice> choices) {
		this.jdbc.batchUpdate("update staged_row set choice = ?, person = ?, object_id = ?"
				+ " where run = ? and file = ? and number = ?", choices, PAGE, (statement, choice) -> {
					String objectId = (choice.choice() instanceof UserChoice.One one) ? one.user().value() : null;
					statement.setString(1, word(choice.choice()));
					statement.setString(2, (objectId != null) ? objectId : "~" + choice.row().key());
					statement.setString(3, objectId);
					statement.setString(4, run);
					statement.setString(5, choice.row().file());
					statement.setLong(6, choice.row().number());
				});
	}

	private static String word(UserChoice choice) {
		if (choice instanceof UserChoice.One) {
			return "one";
		}
		return (choice instanceof UserChoice.None) ? "none" : "several";
	}

	/**
	 * Finds the values that more people share than allowed.
	 * @param run the run's id
	 * @param sameNumber how many people may share a number
	 * @param sameEmail how many people may share an address
	 */
	public void findShared(String run, int sameNumber, int sameEmail) {
		this.jdbc.update("delete from shared_value where run = ?", run);
		this.jdbc.update(
				"insert into shared_value select ?, print from ("
						+ "select mobile_print print, person from staged_row where run = ?"
						+ " union all select office_print, person from staged_row where run = ?"
						+ " union all select alternate_mobile_print, person from staged_row where run = ?) v"
						+ " where print is not null group by print having count(distinct person) > ?",
				run, run, run, run, sameNumber);
		this.jdbc.update("insert into shared_value select ?, email_print from staged_row"
				+ " where run = ? and email_print is not null group by email_print"
				+ " having count(distinct person) > ?", run, run, sameEmail);
	}

	/**
	 * A staged row and the users its key leads to.
	 *
	 * @param file the file's name
	 * @param number the record's number
	 * @param key the key the row carries, or a key of its own
	 * @param candidates the users
	 */
	public record RowCandidates(String file, long number, String key, List<Candidate> candidates) {
	}

	/**
	 * A staged row and the user it belongs to.
	 *
	 * @param row the row
	 * @param choice the user
	 */
	public record RowChoice(RowCandidates row, UserChoice choice) {
	}

}
