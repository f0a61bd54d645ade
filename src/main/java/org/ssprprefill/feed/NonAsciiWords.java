package org.ssprprefill.feed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words of a file that hold bytes beyond ASCII, each once: all that tells one
 * character set from another. Bounded, however large the file is.
 */
final class NonAsciiWords {

	private static final int MOST_WORDS = 4000;

	private static final int LONGEST_WORD = 64;

	/** Whether each is good UTF-8. */
	private final Map<ByteBuffer, Boolean> words = new LinkedHashMap<>();

	private final byte[] word = new byte[LONGEST_WORD];

	private int length;

	private boolean high;

	private long proven;

	private long broken;

	/** Reads a file to its end. */
	static NonAsciiWords of(InputStream in) throws IOException {
		NonAsciiWords words = new NonAsciiWords();
		byte[] block = new byte[1 << 16];
		for (int count = in.read(block); count >= 0; count = in.read(block)) {
			int at = 0;
			while (at < count) {
				at = (words.length == 0) ? nextHighWord(block, at, count) : at;
				for (boolean inWord = true; inWord && at < count; at++) {
					words.accept(block[at]);
					inWord = words.length > 0;
				}
			}
		}
		words.endWord();
		return words;
	}

	/**
	 * Where the next word begins that holds a byte beyond ASCII, or may hold one in the
	 * next block; hardly any text has many.
	 */
	private static int nextHighWord(byte[] block, int from, int count) {
		int at = from;
		while (at < count && block[at] >= 0) {
			at++;
		}
		while (at > from && isLetter(block[at - 1])) {
			at--;
		}
		return at;
	}

	private void accept(byte one) {
		if (one < 0 || isLetter(one)) {
			this.high |= one < 0;
			if (this.length < LONGEST_WORD) {
				this.word[this.length] = one;
			}
			this.length++;
		}
		else if (this.length > 0) {
			endWord();
		}
	}

	private static boolean isLetter(byte one) {
		return (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z');
	}

	private void endWord() {
		if (this.high && this.length <= LONGEST_WORD) {
			if (isUtf8(ByteBuffer.wrap(this.word, 0, this.length))) {
				this.proven++;
			}
			else {
				this.broken++;
			}
		}
		this.length = 0;
		this.high = false;
	}

	private boolean isUtf8(ByteBuffer found) {
		Boolean known = this.words.get(found);
		if (known != null) {
			return known;
		}
		boolean utf8 = decoded(found, StandardCharsets.UTF_8).isPresent();
		if (this.words.size() < MOST_WORDS) {
			this.words.put(ByteBuffer.wrap(this.word.clone(), 0, this.length), utf8);
		}
		return utf8;
	}

	/** A word in a character set, or nothing where it has no such characters. */
	static Optional<String> decoded(ByteBuffer word, Charset charset) {
		try {
			return Optional.of(charset.newDecoder().decode(word.duplicate()).toString());
		}
		catch (CharacterCodingException ex) {
			return Optional.empty();
		}
	}

	Set<ByteBuffer> words() {
		return this.words.keySet();
	}

	/**
	 * Whether the file is UTF-8, intact or damaged: chance makes hardly a word of another
	 * set good UTF-8.
	 */
	boolean areUtf8() {
		return this.proven >= this.broken;
	}

}
