package org.ssprprefill.report;

import java.util.List;

/**
 * A file of rows that appears with {@link #complete()}; closing it without, as after an
 * exception, leaves no file behind and the old one in place.
 */
interface TableFile extends AutoCloseable {

	/** Adds a row. */
	void line(List<String> cells);

	/** Puts the file in its place. */
	void complete();

	@Override
	void close();

}
