package org.ssprprefill.contact;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SipHashTests {

	private static final SipHash HASH = new SipHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);

	/** Of the reference implementation, for the bytes 0, 1, 2 and so on. */
	@ParameterizedTest
	@CsvSource({ "0,726fdb47dd0e0e31", "2,0d6c8009d9a94f5a", "8,93f5f5799a932462" })
	void isTheReferencesHash(int bytes, String expected) {
		StringBuilder text = new StringBuilder();
		for (int at = 0; at < bytes; at += 2) {
			text.append((char) (at | (at + 1) << 8));
		}
		assertThat(Long.toHexString(HASH.of(text.toString()))).isEqualTo(expected.replaceFirst("^0", ""));
	}

	/** Computed with Bouncy Castle over UTF-16LE. */
	@ParameterizedTest
	@CsvSource({ "+31612345678,5c9cc4c792a1028e", "jan@example.org,cea34fb674c45c25", "abcd,87269251a297d87f" })
	void takesTextOfAnyLength(String text, String expected) {
		assertThat(Long.toHexString(HASH.of(text))).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "abc,abd", "abcd,abcde", "a,A" })
	void tellsTextsApartAndDependsOnTheKey(String one, String other) {
		assertThat(HASH.of(one)).isNotEqualTo(HASH.of(other)).isNotEqualTo(new SipHash(1, 2).of(one));
	}

}
