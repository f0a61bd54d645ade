package org.ssprprefill.doctor;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RetentionChecksTests {

	@Test
	void passesWhereEverythingThatWasDueIsGone() {
		Check check = RetentionChecks.kept("3 files", List.of());
		assertThat(check.status()).isEqualTo(Check.Status.PASS);
		assertThat(check.detail()).isEqualTo("Deleted because of their age: 3 files.");
	}

	@Test
	void warnsOfWhatIsStillThereAndNeverGuardsWriting() {
		Check check = RetentionChecks.kept("3 files", List.of("A.", "B.", "C.", "D.", "E."));
		assertThat(check.status()).isEqualTo(Check.Status.WARN);
		assertThat(check.forbidsWriting()).isFalse();
		assertThat(check.detail()).isEqualTo(
				"Still there although it is too old: A. B. C. And 2 more. " + "Deleted because of their age: 3 files.");
		assertThat(check.remedy()).hasValueSatisfying((remedy) -> assertThat(remedy).contains("the next run"));
	}

}
