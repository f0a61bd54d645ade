package org.ssprprefill.doctor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.doctor.Check.Status;
import org.ssprprefill.message.Message;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.Obstacle;
import org.ssprprefill.tenant.Organization;
import org.ssprprefill.tenant.Registration;
import org.ssprprefill.timeline.OwnTelecomProvider;

import static org.assertj.core.api.Assertions.assertThat;

class ResetChecksTests {

	private static final Answer<Boolean> MAY = new Answer.Read<>(true);

	private static Registration person(boolean registered, String... methods) {
		return row(false, registered, true, methods);
	}

	private static Registration administrator(boolean registered) {
		return row(true, registered, true, "mobilePhone");
	}

	private static Registration row(boolean administrator, boolean registered, boolean enabled, String... methods) {
		return new Registration(new ObjectId(UUID.randomUUID().toString()), administrator, registered, enabled,
				registered && enabled, false, Set.of(methods), Instant.EPOCH);
	}

	private static RegistrationTally report(Registration... rows) {
		RegistrationTally tally = new RegistrationTally(Registration::administrator, (user) -> true);
		tally.add(List.of(rows));
		return tally;
	}

	@Test
	void failsWhereNobodyMayReset() {
		assertThat(ResetChecks.scope(report(row(false, true, false), row(false, false, false))).status())
			.isEqualTo(Status.FAIL);
		assertThat(ResetChecks.scope(report(row(false, true, false), person(false))).detail().inEnglish())
			.isEqualTo("1 of 2 people in the registration report may reset.");
		assertThat(ResetChecks.scope(report()).skippedBecause()).contains(Skip.NOTHING_TO_LOOK_AT);
	}

	@ParameterizedTest
	@CsvSource({ "1, PASS", "2, WARN" })
	void infersThatOneMethodIsEnough(int stated, Status status) {
		Check check = ResetChecks.methodsRequired(report(person(true, "email"), person(false, "mobilePhone")), stated);
		assertThat(check.status()).isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "1, WARN", "2, PASS" })
	void infersThatTwoMethodsAreNeeded(int stated, Status status) {
		Check check = ResetChecks
			.methodsRequired(report(person(true, "email", "mobilePhone"), person(false, "mobilePhone")), stated);
		assertThat(check.status()).isEqualTo(status);
	}

	@Test
	void infersNothingFromAdministratorsAndMethodsOfOtherUses() {
		List<Registration> rows = new ArrayList<>(List.of(administrator(false), administrator(true)));
		rows.add(person(false, "windowsHelloForBusiness"));
		rows.add(person(true, "email", "mobilePhone"));
		assertThat(ResetChecks.methodsRequired(report(rows.toArray(Registration[]::new)), 2).skippedBecause())
			.contains(Skip.NOTHING_TO_LOOK_AT);
	}

	@Test
	void countsWhoeverHoldsARoleAsAnAdministrator() {
		Registration holder = person(false, "mobilePhone");
		RegistrationTally tally = new RegistrationTally((row) -> row.user().equals(holder.user()), (user) -> true);
		tally.add(List.of(holder));
		assertThat(ResetChecks.administratorMethods(tally, MAY).detail().inEnglish())
			.startsWith("1 of 1 administrators");
		assertThat(ResetChecks.methodsRequired(tally, 1).status()).isEqualTo(Status.SKIPPED);
	}

	@Test
	void warnsOfAdministratorsWithFewerThanTwoMethods() {
		assertThat(ResetChecks.administratorMethods(report(administrator(true)), MAY).status()).isEqualTo(Status.PASS);
		assertThat(ResetChecks.administratorMethods(report(administrator(true), administrator(false)), MAY))
			.satisfies((check) -> {
				assertThat(check.status()).isEqualTo(Status.WARN);
				assertThat(check.detail().inEnglish()).startsWith("1 of 2 administrators");
			});
		assertThat(ResetChecks.administratorMethods(report(person(true)), MAY).skippedBecause())
			.contains(Skip.NOTHING_TO_LOOK_AT);
	}

	@Test
	void asksNothingOfAdministratorsWhoMayNotReset() {
		RegistrationTally tally = report(administrator(false));
		assertThat(ResetChecks.administratorMethods(tally, new Answer.Read<>(false)).skippedBecause())
			.contains(Skip.NOT_CONFIGURED);
		Obstacle obstacle = new Obstacle(Message.of("part.authorization-policy"), Obstacle.Cause.PERMISSION_MISSING,
				List.of(), 403, "");
		assertThat(ResetChecks.administratorMethods(tally, new Answer.Unreadable<>(obstacle)).status())
			.isEqualTo(Status.WARN);
	}

	@ParameterizedTest
	@CsvSource({ "true, 3, , WARN", "true, 3, false, WARN", "true, 3, true, PASS", "true, 0, , WARN",
			"false, 1, , WARN", "false, 0, , PASS", "false, 0, false, PASS" })
	void asksForWritebackWhereAnybodyIsSynchronised(boolean synchronises, long people, Boolean stated, Status status) {
		Organization organization = new Organization("id", Set.of(), synchronises);
		SsprStatement sspr = new SsprStatement(1, Optional.ofNullable(stated), OwnTelecomProvider.NONE);
		assertThat(ResetChecks.writeback(organization, people, sspr).status()).isEqualTo(status);
	}

}
