package org.ssprprefill.doctor;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.ssprprefill.message.Message;

import static org.assertj.core.api.Assertions.assertThat;

class RetentionChecksTests {

	@Test
	void passesWhereEverythingThatWasDueIsGone() {
		Check check = RetentionChecks.kept(Message.verbatim("3 files"), List.of());
		assertThat(check.status()).isEqualTo(Check.Status.PASS);
		assertThat(check.detail().inEnglish()).isEqualTo("Deleted because of their age: 3 files.");
	}

	@Test
	void warnsOfWhatIsStillThereAndNeverGuardsWriting() {
		Check check = RetentionChecks.kept(Message.verbatim("3 files"),
				Stream.of("A.", "B.", "C.", "D.", "E.").map(Message::verbatim).toList());
		assertThat(check.status()).isEqualTo(Check.Status.WARN);
		assertThat(check.forbidsWriting()).isFalse();
		assertThat(check.detail().inEnglish()).isEqualTo(
				"Still there although it is too old: A. B. C. And 2 more. " + "Deleted because of their age: 3 files.");
		assertThat(check.remedy())
			.hasValueSatisfying((remedy) -> assertThat(remedy.inEnglish()).contains("the next run"));
	}

}
