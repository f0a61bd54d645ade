package org.ssprprefill.database;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Rows for PostgreSQL's {@code COPY … FROM STDIN} in text format (PostgreSQL
 * documentation, COPY, "Text Format"), many times faster than inserts.
 */
public final class CopyWriter {

	/** In characters; a page of people is less. */
	private static final int MUCH = 1 << 20;

	private final StringBuilder text = new StringBuilder();

	private boolean first = true;

	/** Adds a column; nothing is SQL's null. */
	public CopyWriter column(@Nullable Object value) {
		if (!this.first) {
			this.text.append('\t');
		}
		this.first = false;
		if (value == null) {
			this.text.append("\\N");
		}
		else if (value instanceof byte[] bytes) {
			this.text.append("\\\\x").append(HexFormat.of().formatHex(bytes));
		}
		else if (value instanceof Collection<?> elements) {
			escaped(array(elements));
		}
		else if (value instanceof Instant instant) {
			this.text.append(instant);
		}
		else {
			escaped(value.toString());
		}
		return this;
	}

	/** Ends the row. */
	public void end() {
		this.text.append('\n');
		this.first = true;
	}

	private static String array(Collection<?> elements) {
		StringBuilder array = new StringBuilder("{");
		for (Object element : elements) {
			array.append((array.length() > 1) ? ",\"" : "\"")
				.append(element.toString().replace("\\", "\\\\").replace("\"", "\\\""))
				.append('"');
		}
		return array.append('}').toString();
	}

	private void escaped(String value) {
		for (int index = 0; index < value.length(); index++) {
			char character = value.charAt(index);
			switch (character) {
				case '\\' -> this.text.append("\\\\");
				case '\t' -> this.text.append("\\t");
				case '\n' -> this.text.append("\\n");
				case '\r' -> this.text.append("\\r");
				// PostgreSQL's text cannot hold it
				case '\0' -> this.text.append(' ');
				default -> this.text.append(character);
			}
		}
	}

	/**
	 * Ends the row, and sends what there is if it is much, so that memory does not grow
	 * with the number of rows.
	 */
	public void end(DataSource dataSource, String tableAndColumns) {
		end();
		if (this.text.length() > MUCH) {
			into(dataSource, tableAndColumns);
			this.text.setLength(0);
		}
	}

	/** Sends the rows in the transaction of the calling thread, if there is one. */
	public void into(DataSource dataSource, String tableAndColumns) {
		if (this.text.isEmpty()) {
			return;
		}
		Connection connection = DataSourceUtils.getConnection(dataSource);
		try {
			connection.unwrap(PGConnection.class)
				.getCopyAPI()
				// As bytes: of text the driver would cut a surrogate pair in two
				.copyIn(connection.nativeSQL("copy sspr_prefill." + tableAndColumns + " from stdin"),
						new ByteArrayInputStream(this.text.toString().getBytes(StandardCharsets.UTF_8)));
		}
		catch (SQLException | IOException ex) {
			// The driver's message quotes the row, which may name people
			throw DatabaseTrouble.unquoted(ex, "PostgreSQL refused rows for " + tableAndColumns.replaceAll("[ (].*", "")
					+ ". See the server's log; state " + ((ex instanceof SQLException sql) ? sql.getSQLState() : "?"));
		}
		finally {
			DataSourceUtils.releaseConnection(connection, dataSource);
		}
	}

}
