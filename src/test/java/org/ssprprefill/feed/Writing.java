package org.ssprprefill.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A way in which some program writes a table.
 *
 * @param name what the test calls it
 * @param charset the character set
 * @param mark whether a byte order mark comes first
 * @param delimiter what separates cells
 * @param quotes how cells are quoted
 * @param lineEnds the line ends, used in turn
 * @param above what stands above the header
 * @param below what stands below the last row
 * @param order what the columns are shuffled with; 0 leaves them as they are
 * @param packing what the file is packed in
 */
record Writing(String name, Charset charset, boolean mark, char delimiter, Quotes quotes, List<String> lineEnds,
		String above, String below, long order, Packing packing) {

	/** How cells are quoted. */
	enum Quotes {

		/** Where they must be. */
		NEEDED,

		/** Always. */
		ALWAYS,

		/** Always, with apostrophes. */
		SINGLE,

		/** Always, and a quote in a cell stands behind a backslash. */
		BACKSLASH

	}

	/** What a file is packed in. */
	enum Packing {

		NONE(UnaryOperator.identity()), GZIP(Packing::gzip), ZIP(Packing::zip),
		PGP((content) -> OpenPgp.one().encrypted(content, true)), ARMOUR((content) -> OpenPgp.one().armoured(content));

		private final UnaryOperator<byte[]> packed;

		Packing(UnaryOperator<byte[]> packed) {
			this.packed = packed;
		}

		private static byte[] gzip(byte[] content) {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			try (OutputStream packed = new GZIPOutputStream(bytes)) {
				packed.write(content);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			return bytes.toByteArray();
		}

		private static byte[] zip(byte[] content) {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
				archive.putNextEntry(new ZipEntry("hr.csv"));
				archive.write(content);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			return bytes.toByteArray();
		}

	}

	/** As a program of today would write. */
	static Writing plain() {
		return of("plain", "UTF-8", ';', Quotes.NEEDED, "\n");
	}

	static Writing of(String name, String charset, char delimiter, Quotes quotes, String... lineEnds) {
		return new Writing(name, Charset.forName(charset), false, delimiter, quotes, List.of(lineEnds), "", "", 0,
				Packing.NONE);
	}

	Writing marked() {
		return new Writing(this.name, this.charset, true, this.delimiter, this.quotes, this.lineEnds, this.above,
				this.below, this.order, this.packing);
	}

	Writing around(String newAbove, String newBelow) {
		return new Writing(this.name, this.charset, this.mark, this.delimiter, this.quotes, this.lineEnds, newAbove,
				newBelow, this.order, this.packing);
	}

	Writing shuffled(long newOrder) {
		return new Writing(this.name, this.charset, this.mark, this.delimiter, this.quotes, this.lineEnds, this.above,
				this.below, newOrder, this.packing);
	}

	Writing packed(Packing newPacking) {
		return new Writing(this.name, this.charset, this.mark, this.delimiter, this.quotes, this.lineEnds, this.above,
				this.below, this.order, newPacking);
	}

	/** The file: the header and its rows, which may have more cells than it. */
	byte[] bytes(List<List<String>> table) {
		StringBuilder text = new StringBuilder(this.mark ? "\ufeff" : "").append(this.above);
		int line = 0;
		for (List<String> row : table) {
			text.append(String.join(String.valueOf(this.delimiter),
					shuffle(row, table.get(0).size()).stream().map(this::quoted).toList()));
			text.append(this.lineEnds.get(line++ % this.lineEnds.size()));
		}
		return this.packing.packed.apply(text.append(this.below).toString().getBytes(this.charset));
	}

	private List<String> shuffle(List<String> row, int columns) {
		if (this.order == 0) {
			return row;
		}
		List<String> shuffled = new ArrayList<>(row.subList(0, columns));
		Collections.shuffle(shuffled, new Random(this.order));
		shuffled.addAll(row.subList(columns, row.size()));
		return shuffled;
	}

	private String quoted(String cell) {
		return switch (this.quotes) {
			case ALWAYS -> '"' + cell.replace("\"", "\"\"") + '"';
			case SINGLE -> '\'' + cell.replace("'", "''") + '\'';
			case BACKSLASH -> '"' + cell.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
			case NEEDED -> needsQuotes(cell) ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
		};
	}

	private boolean needsQuotes(String cell) {
		return cell.indexOf(this.delimiter) >= 0 || cell.matches("(?s).*[\"\r\n].*");
	}

	/** Whether the character set can write a text. */
	boolean canWrite(String text) {
		return this.charset.equals(StandardCharsets.UTF_8) || this.charset.newEncoder().canEncode(text);
	}

	@Override
	public String toString() {
		return this.name;
	}

}
