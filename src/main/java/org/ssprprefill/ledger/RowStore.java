package org.ssprprefill.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.Country;
import org.ssprprefill.contact.EmployeeId;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.UserPrincipalName;
import org.ssprprefill.database.CopyWriter;
import org.ssprprefill.feed.HrRow;
import org.ssprprefill.feed.MatchingAttribute;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.vault.SealedValues;
import org.ssprprefill.vault.Vault;

/**
 * HR's rows while a run works on them: sealed values, keyed fingerprints, gone when the
 * run ends.
 */
public final class RowStore {

	private static final String COLUMNS = "staged_row (run, file, number, line, key_attribute, keys, employee_id,"
			+ " user_principal_name, name, group_label, mobile, mobile_print, office, office_print, alternate_mobile,"
			+ " alternate_mobile_print, email, email_print, problems, country)";

	private static final String WRITTEN = "select w.fingerprint, w.object_id from sspr_prefill.written_method w join sspr_prefill.entra_user u"
			+ " on u.tenant = w.tenant and u.object_id = w.object_id and u.enabled where w.tenant = ? and w.kind = ?";

	private static final String OVERTAKEN = " and not exists (select 1 from sspr_prefill.staged_row s where s.run = ?"
			+ " and s.object_id = w.object_id and s.:print <> w.fingerprint)";

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
			Optional<MatchingAttribute> key = row.decidingKey(matchBy);
			copy.column(run).column(file).column(row.number()).column(row.line());
			copy.column(key.map(MatchingAttribute::word).orElse(null));
			String keys = KeyLookup.toJson(row);
			copy.column(keys);
			copy.column(row.employeeId().map(EmployeeId::value).orElse(null));
			copy.column(row.userPrincipalName().map(UserPrincipalName::value).orElse(null));
			copy.column(row.name().orElse(null)).column(row.group().orElse(null));
			for (MethodKind kind : MethodKind.values()) {
				ContactValue value = row.values().get(kind);
				copy.column((value != null)
						? this.vault.seal(value.inClear(), SealedValues.staged(run, file, row.number(), kind, keys))
						: null);
				copy.column((value != null) ? SealedValues.fingerprint(this.vault, value) : null);
			}
			copy.column(RowProblems.toJson(row.problems()));
			copy.column(row.country().map(Country::code).orElse(null)).end();
		}
		copy.into(this.dataSource, COLUMNS);
	}

	/**
	 * Forgets the staged rows of a file.
	 * @param run the run's id
	 * @param file the file's name
	 */
	public void forget(String run, String file) {
		this.jdbc.update("delete from sspr_prefill.staged_row where run = ? and file = ?", run, file);
	}

	/**
	 * Forgets every staged row of a run, and what else only a run at work needs: what was
	 * derived from the rows, and who is excluded or in a group tonight.
	 * @param run the run's id
	 */
	public void forget(String run) {
		for (String table : List.of("staged_row", "shared_value", "excluded_user", "group_member")) {
			this.jdbc.update("delete from sspr_prefill." + table + " where run = ?", run);
		}
	}

	/**
	 * Finds the values that more people share than allowed: people of the feed, and those
	 * with an enabled account to whom this program wrote the value earlier.
	 * @param run the run
	 * @param sameNumber how many people may share a number
	 * @param sameEmail how many people may share an address
	 * @param updated the methods of which a value of ours gives way to the feed's, so
	 * that an earlier one does not count where the feed has another for that person
	 */
	public void findShared(RunRecord run, int sameNumber, int sameEmail, Set<MethodKind> updated) {
		new WrittenPrints(this.jdbc, this.vault).renew(run.tenant());
		this.jdbc.update("delete from sspr_prefill.shared_value where run = ?", run.id());
		List<MethodKind> phones = Stream.of(MethodKind.values()).filter(MethodKind::isPhone).toList();
		share(run, phones, sameNumber, updated);
		share(run, List.of(MethodKind.EMAIL), sameEmail, updated);
	}

	private void share(RunRecord run, List<MethodKind> kinds, int allowed, Set<MethodKind> updated) {
		StringJoiner values = new StringJoiner(" union all ");
		List<Object> parameters = new ArrayList<>(List.of(run.id()));
		for (MethodKind kind : kinds) {
			String print = kind.word().replace('-', '_') + "_print";
			values.add("select " + print + " print, person from sspr_prefill.staged_row where run = ? and " + print
					+ " is not null");
			values.add(WRITTEN + (updated.contains(kind) ? OVERTAKEN.replace(":print", print) : ""));
			parameters.addAll(List.of(run.id(), run.tenant(), kind.word()));
			if (updated.contains(kind)) {
				parameters.add(run.id());
			}
		}
		parameters.add(allowed);
		this.jdbc.update("insert into sspr_prefill.shared_value select ?, print from (" + values + ") v"
				+ " group by print having count(distinct person) > ?", parameters.toArray());
	}

	/**
	 * How full the columns of feeds are, and were.
	 * @return the store
	 */
	public ColumnStore columns() {
		return new ColumnStore(JdbcClient.create(this.dataSource));
	}

}
