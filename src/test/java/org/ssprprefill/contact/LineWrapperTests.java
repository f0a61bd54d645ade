package org.ssprprefill.contact;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LineWrapperTests {

	@Test
	void indentsAsFarAsTheHeadReaches() {
		assertThat(LineWrapper.fold(100, "  1. ", "word ".repeat(25).strip()))
			.containsExactly("  1. " + "word ".repeat(19).strip(), "     " + "word ".repeat(6).strip());
	}

	@Test
	void leavesAWordWholeThatIsTooLong() {
		assertThat(LineWrapper.fold(100, "", "a " + "b".repeat(120) + " c")).containsExactly("a", "b".repeat(120), "c");
		assertThat(LineWrapper.fold(100, "  ", "")).containsExactly("  ");
	}

	@Test
	void keepsANumberInGroupsTogether() {
		assertThat(LineWrapper.fold(12, "", "call +31 6 12345678 now")).containsExactly("call", "+31 6 12345678",
				"now");
	}

}
