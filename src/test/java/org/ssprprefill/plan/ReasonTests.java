package org.ssprprefill.plan;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ReasonTests {

	@ParameterizedTest
	@EnumSource
	void isTakenBackByAnInverseThatGoesByItsWords(Reason reason) {
		if (reason.action() == Action.NONE) {
			assertThatIllegalStateException().isThrownBy(reason::inverse);
			return;
		}
		assertThat(reason.inverse().inverse()).isEqualTo(reason);
		assertThat(reason.inverse().takesBack()).isNotEqualTo(reason.takesBack());
		assertThat(reason.inverse().word()).isEqualTo(reason.word());
		assertThat(reason.inverse().action().word()).isEqualTo(reason.action().word());
	}

}
