package org.ssprprefill.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.doctor.Check.Status;
import org.ssprprefill.doctor.CredentialLife.Kind;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectionChecksTests {

	private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

	private static Check certificate(Duration left) {
		return ConnectionChecks.credential(new CredentialLife(Kind.CERTIFICATE, Optional.of(NOW.plus(left))), NOW);
	}

	@Test
	void givesAMonthsNoticeOfACertificatesEnd() {
		assertThat(certificate(Duration.ofDays(31)).status()).isEqualTo(Status.PASS);
		assertThat(certificate(Duration.ofDays(29)).status()).isEqualTo(Status.WARN);
		assertThat(certificate(Duration.ofDays(29)).detail().inEnglish()).contains("2026-12-21");
		assertThat(certificate(Duration.ZERO).status()).isEqualTo(Status.FAIL);
	}

	@Test
	void warnsOfACertificateThatHidesItsEnd() {
		assertThat(ConnectionChecks.credential(new CredentialLife(Kind.CERTIFICATE, Optional.empty()), NOW).status())
			.isEqualTo(Status.WARN);
	}

	@Test
	void warnsOfATokenThatNobodyRenews() {
		CredentialLife token = new CredentialLife(Kind.ACCESS_TOKEN, Optional.empty()).until(Optional.of(NOW));
		assertThat(ConnectionChecks.credential(token, NOW)).satisfies((check) -> {
			assertThat(check.status()).isEqualTo(Status.WARN);
			assertThat(check.detail().inEnglish()).contains(NOW.toString());
		});
	}

	@ParameterizedTest
	@CsvSource({ "CLIENT_SECRET, NOT_VISIBLE", "NONE, NOT_CONFIGURED" })
	void saysWhyTheEndOfOthersIsNotKnown(Kind kind, Skip because) {
		CredentialLife life = new CredentialLife(kind, Optional.empty()).until(Optional.of(NOW));
		assertThat(ConnectionChecks.credential(life, NOW).skippedBecause()).contains(because);
	}

	@Test
	void trustsThePlatform() {
		assertThat(
				ConnectionChecks.credential(new CredentialLife(Kind.PLATFORM_IDENTITY, Optional.empty()), NOW).status())
			.isEqualTo(Status.PASS);
	}

	@Test
	void warnsOfMethodsThatTheCloudLacks() {
		CloudOffer china = new CloudOffer("china", false, false, EnumSet.copyOf(MethodKind.PHONES));
		assertThat(ConnectionChecks.cloud(china, EnumSet.of(MethodKind.MOBILE)).status()).isEqualTo(Status.PASS);
		assertThat(ConnectionChecks.cloud(china, EnumSet.allOf(MethodKind.class)).detail().inEnglish())
			.isEqualTo("The cloud china does not offer: email.");
	}

	@ParameterizedTest
	@CsvSource({ "PT0S, PASS, agrees", "PT-2M, PASS, agrees", "PT2M1S, WARN, behind", "PT-5M, WARN, ahead of" })
	void comparesTheClocks(Duration ahead, Status status, String word) {
		Check check = ConnectionChecks.clock(Optional.of(ahead));
		assertThat(check.status()).isEqualTo(status);
		assertThat(check.detail().inEnglish()).contains(word);
	}

	@Test
	void doesNotGuessATimeThatNobodyTold() {
		assertThat(ConnectionChecks.clock(Optional.empty()).skippedBecause()).contains(Skip.NOT_VISIBLE);
	}

}
