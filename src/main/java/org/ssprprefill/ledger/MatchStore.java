package org.ssprprefill.ledger;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.ssprprefill.contact.EmployeeId;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.feed.MatchingAttribute;
import org.ssprprefill.match.Candidate;
import org.ssprprefill.match.UserChoice;

/** Which users the staged rows may belong to, and which they do. */
public final class MatchStore {

	private static final int PAGE = 1000;

	private static final String CANDIDATES = """
			select r.file, r.number, r.key_attribute, r.key_value, c.ids, c.enabled
			from staged_row r
			cross join (select cast(? as text) tenant) f
			left join lateral (
				select array_agg(u.object_id) ids, array_agg(u.enabled) enabled from (%s) u
			) c on true
			where r.run = ?
			""";

	private final DataSource dataSource;

	MatchStore(DataSource dataSource) {
		this.dataSource = dataSource;
	}

	/**
	 * The staged rows of a run with the users their keys lead to.
	 * @param run the run's id
	 * @param tenant the tenant's key
	 * @param employeeIdWidth to how many digits employee ids are padded on both sides
	 * before they are compared; 0 where leading zeros count
	 * @return the rows, in no given order
	 */
	public Cursor<RowCandidates> candidates(String run, String tenant, int employeeIdWidth) {
		Statistics.refresh(this.dataSource, "staged_row, entra_user");
		return Cursor.open(this.dataSource, CANDIDATES.formatted(KeyLookup.users("r", employeeIdWidth)),
				(row) -> candidates(row, employeeIdWidth), tenant, run);
	}

	private static RowCandidates candidates(ResultSet row, int employeeIdWidth) throws SQLException {
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
		String key = (attribute != null) ? attribute + ":" + key(attribute, row.getString("key_value"), employeeIdWidth)
				: row.getString("file") + ":" + row.getLong("number");
		return new RowCandidates(row.getString("file"), row.getLong("number"), key, candidates);
	}

	private static String key(String attribute, String value, int employeeIdWidth) {
		boolean padded = attribute.equals(MatchingAttribute.EMPLOYEE_ID.word());
		return padded ? new EmployeeId(value).padded(employeeIdWidth) : value;
	}

	/**
	 * Records which user each row belongs to.
	 * @param run the run's id
	 * @param choices the choice for each row
	 */
	public void match(String run, List<RowChoice> choices) {
		new JdbcTemplate(this.dataSource).batchUpdate("update staged_row set choice = ?, person = ?, object_id = ?"
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
