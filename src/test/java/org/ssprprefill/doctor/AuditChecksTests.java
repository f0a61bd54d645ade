package org.ssprprefill.doctor;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.ssprprefill.doctor.Check.Status;
import org.ssprprefill.ledger.AuditVerdict;

import static org.assertj.core.api.Assertions.assertThat;

class AuditChecksTests {

	@Test
	void failsAsSoonAsAnythingWasAltered() {
		assertThat(AuditChecks.of(new AuditVerdict(12, List.of())).status()).isEqualTo(Status.PASS);
		Check check = AuditChecks.of(new AuditVerdict(12, List.of("The trail breaks at entry 7.")));
		assertThat(check.id()).isEqualTo("ledger-audit");
		assertThat(check.status()).isEqualTo(Status.FAIL);
		assertThat(check.detail().inEnglish()).contains("entry 7");
		assertThat(check.remedy()).isPresent();
		assertThat(check.forbidsWriting()).isTrue();
	}

}
