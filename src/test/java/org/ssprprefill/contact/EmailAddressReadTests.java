package org.ssprprefill.contact;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EmailAddressReadTests {

	private static final Set<String> OWN = Set.of("contoso.com", "contoso.onmicrosoft.com");

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			jan@example.org                     | jan@example.org
			Jan.de.Vries+prive@Example.ORG      | Jan.de.Vries+prive@example.org
			Jan <jan@example.org>               | jan@example.org
			"Vries, Jan de" <jan@example.org>   | jan@example.org
			<jan@example.org>                   | jan@example.org
			jan@example.org.                    | jan@example.org
			jan@example.org ;                   | jan@example.org
			jan@example.org,                    | jan@example.org
			mailto:jan@example.org              | jan@example.org
			"jan@example.org"                   | jan@example.org
			'jan@example.org'                   | jan@example.org
			't.hooft@example.org                | 't.hooft@example.org
			jan@münchen.de                      | jan@xn--mnchen-3ya.de
			o'brien@example.org                 | o'brien@example.org
			jan@notcontoso.com                  | jan@notcontoso.com
			""")
	void takesWhatIsUnambiguous(String cell, String expected) {
		assertThat(EmailAddress.read(cell, OWN)).isEqualTo(new Reading.Accepted<>(EmailAddress.held(expected)))
			.extracting((reading) -> ((Reading.Accepted<EmailAddress>) reading).value().inClear())
			.isEqualTo(expected);
	}

	@Test
	void dropsInvisibleDirt() {
		assertThat(EmailAddress.read("\u00a0jan\u200b@example.org\u202c", OWN))
			.isEqualTo(new Reading.Accepted<>(EmailAddress.held("jan@example.org")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "jan", "jan@", "@example.org", "jan@example", "jan@@example.org", "jan @example.org",
			"jan@exam ple.org", "jan@example.org of jan", "\"j@n; de vries\" jan@example.org", "j..n@example.org",
			".jan@example.org", "\"a b\"@example.org", "jan@[127.0.0.1]", "jan@localhost", "jan@example.local",
			"jän@example.org", "jan@straße.de", "jan@example..org", "jan@-example.org", "jan@exa_mple.org", "n/a", "-",
			"geen", "+31612345678", ";" })
	void refusesWhatIsNoAddress(String cell) {
		assertThat(EmailAddress.read(cell, OWN)).isEqualTo(new Reading.Refused<>(ContactProblem.EMAIL_INVALID));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			jan@example.org, piet@example.org                                            | 2
			jan@example.org;piet@example.org;                                            | 2
			jan@example.org/jan@example.com                                              | 2
			`jan@example.org|piet@example.org`                                           | 2
			jan@example.org piet@example.org kim@example.com                             | 3
			jan@example.org en piet@example.org und kim@example.org or sam@example.org   | 4
			jan@example.org & piet@example.org                                           | 2
			jan@example.org <piet@example.org>                                           | 2
			"Vries, Jan de" <jan@example.org>; "Bakker; P. / Q." <p.q+x@mail.example.org> | 2
			Jan (jan@example.org, thuis), werk: jan@contoso.com                          | 2
			o'brien@example.org, jürgen@münchen.example                                  | 2
			""")
	void countsSeveralAddresses(String cell, int found) {
		assertThat(EmailAddress.read(cell, OWN)).isEqualTo(new Reading.Refused<>(ContactProblem.EMAIL_INVALID, found));
	}

	@Test
	void countsAddressesOnSeveralLinesOfACell() {
		assertThat(EmailAddress.read("jan@example.org\r\npiet@example.org\n", OWN))
			.isEqualTo(new Reading.Refused<>(ContactProblem.EMAIL_INVALID, 2));
	}

	@ParameterizedTest
	@ValueSource(strings = { "jan@example.org <jan@example.org>", "\"Jan@Example.org\" <jan@example.org>",
			"'jan@example.org' <mailto:jan@example.org>", "jan@example.org<mailto:jan@example.org>" })
	void takesAnAddressThatIsItsOwnDisplayName(String cell) {
		assertThat(EmailAddress.read(cell, OWN))
			.isEqualTo(new Reading.Accepted<>(EmailAddress.held("jan@example.org")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "geen@geen.nl", "test@test", "Test@Test.com", "none@none.com", "noreply@example.org",
			"x@x.nl", "iemand@geen.nl", "keine@example.org", "aucun@example.org", "jan@mailinator.com" })
	void refusesPlaceholders(String cell) {
		assertThat(EmailAddress.read(cell, OWN)).isEqualTo(new Reading.Refused<>(ContactProblem.EMAIL_INVALID));
	}

	@ParameterizedTest
	@ValueSource(strings = { "jan@contoso.com", "jan@CONTOSO.com", "jan@mail.contoso.com",
			"jan@contoso.onmicrosoft.com", "Jan <jan@contoso.com>" })
	void refusesTheTenantsOwnDomains(String cell) {
		assertThat(EmailAddress.read(cell, OWN)).isEqualTo(new Reading.Refused<>(ContactProblem.EMAIL_OWN_DOMAIN));
	}

	@Test
	void equalsTheSameAddressInAnotherCase() {
		assertThat(EmailAddress.held("Jan@Example.org")).isEqualTo(EmailAddress.held("jan@example.org"))
			.hasSameHashCodeAs(EmailAddress.held("jan@example.org"));
	}

	@ParameterizedTest
	@CsvSource({ "jan@example.org,j•••@example.org", "j@example.org,j•••@example.org", "jan,•••", "@example.org,•••" })
	void masksTheLocalPart(String held, String masked) {
		assertThat(EmailAddress.held(held)).hasToString(masked);
	}

}
