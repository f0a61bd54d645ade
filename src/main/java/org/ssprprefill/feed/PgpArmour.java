package org.ssprprefill.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.bouncycastle.bcpg.ArmoredInputStream;

/**
 * OpenPGP as text (RFC 9580, section 6.2): behind a byte order mark, in UTF-16 as Windows
 * PowerShell writes it, or below the text of a mail.
 *
 * @param kind what the first line says it is
 * @param charset how the text is written
 * @param above how many characters stand before it
 */
record PgpArmour(String kind, Charset charset, int above) {

	/** Mail programs quote with marks, which leave nothing to be read. */
	private static final Pattern BEGIN = Pattern.compile("^[> \\t]*-----BEGIN PGP ([A-Z ]+)-----\\s*$",
			Pattern.MULTILINE);

	/**
	 * Finds the first line of armour in the first bytes of a file.
	 */
	static Optional<PgpArmour> in(byte[] start) {
		Charset charset = charset(start);
		String text = new String(start, charset);
		Matcher begin = BEGIN.matcher(text.startsWith("\u00ef\u00bb\u00bf") ? "\n\n\n" + text.substring(3)
				: text.replaceFirst("^\ufeff", "\n"));
		return begin.find() ? Optional.of(new PgpArmour(begin.group(1), charset, begin.start())) : Optional.empty();
	}

	/** Every other byte of armour in UTF-16 is zero, whether a mark says so or not. */
	private static Charset charset(byte[] start) {
		if (start.length > 3 && start[2] != 0 && start[3] == 0) {
			return StandardCharsets.UTF_16LE;
		}
		boolean wide = start.length > 3 && start[2] == 0 && start[3] != 0;
		return wide ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1;
	}

	/**
	 * The text as one byte for each character.
	 * @param file the file, from its first byte
	 */
	InputStream text(InputStream file) throws IOException {
		InputStream text = this.charset.equals(StandardCharsets.ISO_8859_1) ? file
				: new Narrowed(new InputStreamReader(file, this.charset));
		text.readNBytes(this.above);
		return text;
	}

	/**
	 * The packets in the text, which goes on behind them.
	 */
	static InputStream packets(InputStream text) throws IOException {
		return new ArmoredInputStream(text);
	}

	/** Characters as bytes; armour has none that is no byte. */
	private static final class Narrowed extends InputStream {

		private final Reader text;

		Narrowed(Reader text) {
			this.text = text;
		}

		@Override
		public int read() throws IOException {
			int character = this.text.read();
			return (character > 0xff) ? '?' : character;
		}

		@Override
		public void close() throws IOException {
			this.text.close();
		}

	}

}
