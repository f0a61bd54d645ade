package org.ssprprefill.ledger;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.ssprprefill.database.CopyWriter;

/**
 * Brings pages of rows into a table in bulk, replacing rows of the same key: PostgreSQL's
 * COPY cannot do that by itself, so a page goes through a table of its own.
 */
final class BulkUpsert {

	private final DataSource dataSource;

	private final String table;

	private final String columns;

	private final String replaced;

	/**
	 * Creates the way into a table.
	 * @param table its name; the other table is {@code arriving_} and this name
	 * @param columns all columns, the key first
	 * @param replaced the columns that a later row replaces
	 */
	BulkUpsert(DataSource dataSource, String table, String columns, String replaced) {
		this.dataSource = dataSource;
		this.table = table;
		this.columns = columns;
		this.replaced = replaced;
	}

	/** Brings in a page, whole or not at all; no key may come twice in it. */
	void bring(CopyWriter page) {
		String arriving = "arriving_" + this.table.replaceFirst("^entra_", "");
		JdbcTemplate jdbc = new JdbcTemplate(this.dataSource);
		new TransactionTemplate(new JdbcTransactionManager(this.dataSource)).executeWithoutResult((status) -> {
			page.into(this.dataSource, arriving + " (" + this.columns + ")");
			jdbc.update("insert into sspr_prefill." + this.table + " (" + this.columns + ") select " + this.columns
					+ " from sspr_prefill." + arriving + " on conflict (tenant, object_id) do update set "
					+ replacements());
			jdbc.update("delete from sspr_prefill." + arriving);
		});
	}

	private String replacements() {
		return this.replaced.replaceAll("(\\w+)", "$1 = excluded.$1");
	}

}
