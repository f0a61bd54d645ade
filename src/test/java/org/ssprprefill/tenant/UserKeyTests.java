package org.ssprprefill.tenant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class UserKeyTests {

	@ParameterizedTest
	@CsvSource({ "00123, EMPLOYEE_ID", "Jan@contoso.com, USER_PRINCIPAL_NAME",
			"jan_example.org#EXT#@contoso.com, USER_PRINCIPAL_NAME", "B699139B-919B, EMPLOYEE_ID" })
	void tellsByTheFormWhatANameIs(String text, UserKey.Attribute attribute) {
		assertThat(UserKey.of(" " + text + " ")).isEqualTo(new UserKey(attribute, text));
	}

	@Test
	void takesGuidForObjectId() {
		assertThat(UserKey.of("B699139B-919B-3342-80A9-E8A79F093BB5"))
			.isEqualTo(new UserKey(UserKey.Attribute.OBJECT_ID, "b699139b-919b-3342-80a9-e8a79f093bb5"));
	}

	@Test
	void namesNobodyByNothing() {
		assertThatIllegalArgumentException().isThrownBy(() -> UserKey.of("  "));
	}

}
