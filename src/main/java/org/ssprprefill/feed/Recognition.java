package org.ssprprefill.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Recognises the character set of a file that does not name it: UTF-8, or what
 * spreadsheet programs in Western Europe write instead.
 */
final class Recognition {

	private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

	private static final int FIRST_BEYOND_ASCII = 0x80;

	private static final char NO_CHARACTER = '\uFFFD';

	private Recognition() {
	}

	/**
	 * Reads the whole file once. A file that holds both characters of UTF-8 and bytes
	 * that are none is a damaged UTF-8 file and nothing else: guessing would turn its
	 * names into nonsense.
	 * @return UTF-8 or windows-1252
	 */
	static Charset of(Path file) throws IOException {
		boolean broken = false;
		boolean proven = false;
		try (Reader text = lenient(file)) {
			for (int c = text.read(); c >= 0; c = text.read()) {
				broken |= c == NO_CHARACTER;
				proven |= c >= FIRST_BEYOND_ASCII && c != NO_CHARACTER;
			}
		}
		return (broken && !proven) ? WINDOWS_1252 : StandardCharsets.UTF_8;
	}

	private static Reader lenient(Path file) throws IOException {
		return new BufferedReader(new InputStreamReader(Files.newInputStream(file),
				StandardCharsets.UTF_8.newDecoder()
					.onMalformedInput(CodingErrorAction.REPLACE)
					.onUnmappableCharacter(CodingErrorAction.REPLACE)));
	}

}
