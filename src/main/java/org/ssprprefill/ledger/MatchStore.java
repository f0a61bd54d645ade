package org.ssprprefill.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.ssprprefill.contact.EmployeeId;
import org.ssprprefill.database.Cursor;
import org.ssprprefill.database.Statistics;
import org.ssprprefill.feed.MatchingAttribute;
import org.ssprprefill.match.UserChoice;
import org.ssprprefill.vault.AlteredLedgerException;
import org.ssprprefill.vault.Vault;

/** Which users the staged rows may belong to, and which they do. */
public final class MatchStore {

	private static final int PAGE = 1000;

	private static final String CHOICES = """
			select r.file, r.number, r.key_attribute, r.keys->>r.key_attribute key_value, c.*
			from sspr_prefill.staged_row r
			cross join (select cast(? as text) tenant) f
			cross join lateral (select %s from (select r.file, r.number, r.key_attribute) one left join lateral (%s) u on true) c
			where r.run = ?
			""";

	private final DataSource dataSource;

	private final Vault vault;

	MatchStore(DataSource dataSource, Vault vault) {
		this.dataSource = dataSource;
		this.vault = vault;
	}

	/**
	 * The staged rows of a run, each with the user that its keys lead to.
	 * @param run the run's id
	 * @param tenant the tenant's key
	 * @param employeeIdWidth to how many digits employee ids are padded on both sides
	 * before they are compared; 0 where leading zeros count
	 * @return the rows, in no given order
	 */
	public Cursor<RowChoice> choices(String run, String tenant, int employeeIdWidth) {
		Statistics.refresh(this.dataSource, "staged_row, entra_user");
		return Cursor.open(this.dataSource,
				CHOICES.formatted(KeyLookup.hits("one", "u"), KeyLookup.users("r", employeeIdWidth)),
				(row) -> choice(row, employeeIdWidth), tenant, run);
	}

	private static RowChoice choice(ResultSet row, int employeeIdWidth) throws SQLException {
		String attribute = row.getString("key_attribute");
		String key = (attribute != null) ? attribute + ":" + key(attribute, row.getString("key_value"), employeeIdWidth)
				: row.getString("file") + ":" + row.getLong("number");
		return new RowChoice(row.getString("file"), row.getLong("number"), key, KeyLookup.choices(row).get(0));
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
		new JdbcTemplate(this.dataSource)
			.batchUpdate("update sspr_prefill.staged_row set choice = ?, person = ?, object_id = ?, match_seal = ?"
					+ " where run = ? and file = ? and number = ?", choices, PAGE, (statement, choice) -> {
						String objectId = (choice.choice() instanceof UserChoice.One one) ? one.user().value() : null;
						statement.setString(1, word(choice.choice()));
						statement.setString(2, choice.person());
						statement.setString(3, objectId);
						statement.setBytes(4, this.vault.sign(new byte[0],
								matched(run, choice.file(), choice.number(), word(choice.choice()), choice.person())));
						statement.setString(5, run);
						statement.setString(6, choice.file());
						statement.setLong(7, choice.number());
					});
	}

	/** Refuses a row that was given to another person since it was matched. */
	static void prove(ResultSet row, Vault vault) throws SQLException {
		String choice = row.getString("choice");
		String person = row.getString("person");
		@Nullable String user = row.getString("object_id");
		byte[] text = matched(row.getString("run"), row.getString("file"), row.getLong("number"), choice, person);
		boolean same = choice.equals("one") ? person.equals(user) : user == null;
		byte @Nullable [] seal = row.getBytes("match_seal");
		if (!same || seal == null || !vault.isSigned(new byte[0], text, seal)) {
			throw new AlteredLedgerException(
					"A row of run " + row.getString("run") + " belongs to another person than it was found to.");
		}
	}

	private static byte[] matched(String run, String file, long number, String choice, String person) {
		return String.join("\n", "matched", run, String.valueOf(number), choice, person, file)
			.getBytes(StandardCharsets.UTF_8);
	}

	private static String word(UserChoice choice) {
		if (choice instanceof UserChoice.One) {
			return "one";
		}
		return (choice instanceof UserChoice.None) ? "none" : "several";
	}

	/**
	 * A staged row and the user it belongs to.
	 *
	 * @param file the file's name
	 * @param number the record's number
	 * @param key the key that decided, or a key of the row's own
	 * @param choice the user
	 */
	public record RowChoice(String file, long number, String key, UserChoice choice) {

		/**
		 * What the rows of one person share, ambiguous ones included.
		 */
		String person() {
			if (this.choice instanceof UserChoice.One one) {
				return one.user().value();
			}
			return (this.choice instanceof UserChoice.Contradicted contradicted) ? contradicted.user().value()
					: "~" + this.key;
		}

	}

}
