package org.ssprprefill.explain;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssprprefill.contact.ProgramFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ResetRolesTests {

	private static final String READERS = "88d8e3e3-8f55-4a1e-953a-9b9898b8876b";

	private static final String HELPDESK = "729827e3-9c14-49f7-bb1b-9608f156bbb8";

	private final ResetRoles roles = ResetRoles.standard();

	/**
	 * Microsoft's table, row by row: which of four roles may, beside the two that always
	 * may.
	 */
	@ParameterizedTest
	@CsvSource({ "c4e39bd9-1100-46d3-8c65-fb160da0071f, Authentication",
			"88d8e3e3-8f55-4a1e-953a-9b9898b8876b, Password Helpdesk Authentication User",
			"62e90394-69f5-4237-9190-012177145e10, ''", "fdd7a751-b60b-444a-984c-02652fe8fa1c, User",
			"95e79109-95c0-4d8e-aee3-d01accf2d47b, Password Helpdesk Authentication User",
			"729827e3-9c14-49f7-bb1b-9608f156bbb8, Helpdesk User",
			"790c1fb9-7f7d-4f88-86a1-ef1f95c05c1b, Helpdesk Authentication User",
			"966707d0-3269-4727-9be2-8c3a10f19b9d, Password Helpdesk Authentication User",
			"7be44c8a-adaf-4e2a-84d6-ab2649e08a13, ''", "e8611ab8-c189-46e8-94e1-60213ab1f814, ''",
			"4a5d8f65-41da-4de4-8968-e035b65339cf, Helpdesk Authentication User",
			"fe930be7-5e62-47db-91af-98c3a49a38b1, User",
			"27460883-1df1-4691-b032-3b79643e5e63, Helpdesk Authentication User",
			"75934031-6c7e-415a-99d7-48dbd49e875e, Helpdesk Authentication User",
			"29232cdf-9323-42fd-ade2-1d097af3e4de, ''", "00000000-0000-4000-8000-000000000001, ''" })
	void followsMicrosoftsTable(String held, String may) {
		assertThat(this.roles.mayReset(Set.of(held), false)).containsExactlyInAnyOrderElementsOf(with(may));
	}

	private static List<String> with(String words) {
		return List.of((words + " Privileged_Authentication Global").strip().split(" "))
			.stream()
			.map((word) -> word.replace('_', ' ') + " Administrator")
			.toList();
	}

	@Test
	void letsEverySuchRoleResetPeopleWithoutARole() {
		assertThat(this.roles.mayReset(Set.of(), false)).hasSize(6).startsWith("Password Administrator");
		assertThat(this.roles.mayReset(Set.of(), true)).containsExactly("Privileged Authentication Administrator",
				"Global Administrator");
	}

	@Test
	void asksThatOneRoleMayResetEachRoleHeld() {
		assertThat(this.roles.mayReset(Set.of(READERS, HELPDESK), false)).contains("Helpdesk Administrator")
			.doesNotContain("Password Administrator");
	}

	@Test
	void tellsItsSourceAndDate() {
		assertThat(ProgramFile.text("/explain/reset-roles.txt").lines().toList())
			.anyMatch((line) -> line.startsWith("# Source: Microsoft Learn"))
			.anyMatch((line) -> line.matches("# As of:  \\d{4}-\\d{2}-\\d{2}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "A role | not-a-guid | User", "A role | 11111111-2222-3333-4444-555555555555",
			"A role | 11111111-2222-3333-4444-555555555555 | Janitor" })
	void refusesADamagedLine(String line) {
		assertThatIllegalStateException().isThrownBy(() -> ResetRoles.of(List.of(line)))
			.withMessageContaining("damaged line");
	}

}
