package org.ssprprefill.contact;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Which names are one, and which only look alike. */
class UserPrincipalNameTests {

	@ParameterizedTest
	@CsvSource({ "jan@contoso.com,Jan@CONTOSO.com", "ren\u00e9@contoso.com,rene\u0301@contoso.com",
			"' jan@contoso.com ',jan@contoso.com" })
	void takesCaseAndCompositionForNothing(String one, String other) {
		assertThat(new UserPrincipalName(one)).isEqualTo(new UserPrincipalName(other))
			.hasSameHashCodeAs(new UserPrincipalName(other));
	}

	@ParameterizedTest
	@CsvSource({ "j\u0430n@contoso.com", "\uff4aan@contoso.com", "jan@conto\u0455o.com", "jan@contoso\u2024com",
			"ja\u200bn@contoso.com", "jan@contoso.com.", "j\u00e1n@contoso.com", "jan @contoso.com" })
	void takesNoLookAlikeForTheName(String lookAlike) {
		assertThat(new UserPrincipalName(lookAlike)).isNotEqualTo(new UserPrincipalName("jan@contoso.com"));
	}

	@ParameterizedTest
	@CsvSource({ "i,\u0131", "i,\u0130", "ss,\u00df", "fi,\ufb01", "o,\u03bf", "s,\u017f" })
	void foldsNoLetterIntoAnother(String plain, String other) {
		assertThat(new UserPrincipalName(plain + "@contoso.com"))
			.isNotEqualTo(new UserPrincipalName(other + "@contoso.com"));
	}

	@Test
	void isNeverBlank() {
		assertThatIllegalArgumentException().isThrownBy(() -> new UserPrincipalName("  "));
	}

}
