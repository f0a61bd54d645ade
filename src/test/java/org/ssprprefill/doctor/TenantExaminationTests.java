package org.ssprprefill.doctor;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.contact.UserPrincipalName;
import org.ssprprefill.doctor.Check.Status;
import org.ssprprefill.match.ScopeSettings;
import org.ssprprefill.message.Message;
import org.ssprprefill.tenant.Administrators;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.ConsentMissingException;
import org.ssprprefill.tenant.EntraUser;
import org.ssprprefill.tenant.FakeTenant;
import org.ssprprefill.tenant.Grants;
import org.ssprprefill.tenant.MethodAnswer;
import org.ssprprefill.tenant.MethodQuery;
import org.ssprprefill.tenant.Obstacle;
import org.ssprprefill.tenant.TenantUnavailableException;
import org.ssprprefill.timeline.OwnTelecomProvider;

import static org.assertj.core.api.Assertions.assertThat;

class TenantExaminationTests {

	private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

	private static final ObjectId KIM = new ObjectId("kim");

	private final List<String> exclude = new ArrayList<>();

	private Optional<URI> adminConsent = Optional.empty();

	private Optional<String> named = Optional.of("contoso.com");

	private TenantExamination examination() {
		return new TenantExamination(
				new Expectations(this.named, new CloudOffer("global", true, true, EnumSet.allOf(MethodKind.class)),
						new CredentialLife(CredentialLife.Kind.PLATFORM_IDENTITY, Optional.empty()),
						EnumSet.of(MethodKind.MOBILE, MethodKind.EMAIL),
						new ScopeSettings(Optional.empty(), this.exclude, OptionalInt.empty()), Set.of(),
						new SsprStatement(1, Optional.of(true), OwnTelecomProvider.NONE), this.adminConsent),
				new CoverageJudgement((sku) -> true, (skus) -> (user) -> false, (roles, reported) -> reported), NOW,
				(question) -> {
				});
	}

	private static Check find(List<Check> checks, Subject subject) {
		return checks.stream().filter((check) -> check.subject() == subject).findFirst().orElseThrow();
	}

	/**
	 * Everything about the tenant is answered or skipped, be it the best or worst day.
	 */
	private static void assertComplete(List<Check> checks) {
		Set<Subject> asked = EnumSet.allOf(Subject.class);
		asked.removeIf((subject) -> subject.area() == Area.FEED || subject.area() == Area.LEDGER
				|| Findings.OCCASIONAL.contains(subject));
		assertThat(checks).extracting(Check::subject).containsExactlyElementsOf(asked);
		assertThat(checks).allSatisfy((check) -> assertThat(check.remedy().isPresent()).as(check.id())
			.isEqualTo(check.status() != Status.PASS));
		assertThat(checks).allSatisfy((check) -> assertThat(check.skippedBecause().isPresent()).as(check.id())
			.isEqualTo(check.status() == Status.SKIPPED));
	}

	@Test
	void answersEveryQuestion() {
		List<Check> checks = examination().of(new Person());
		assertComplete(checks);
		assertThat(checks).noneMatch(Check::forbidsWriting);
		assertThat(find(checks, Subject.USERS).detail().inEnglish())
			.isEqualTo("1 users, of whom 1 are enabled members.");
		assertThat(find(checks, Subject.METHODS_READABLE).status()).isEqualTo(Status.PASS);
		assertThat(find(checks, Subject.PIM).skippedBecause()).contains(Skip.LICENCE_MISSING);
	}

	@Test
	void keepsWhatWasAnsweredBeforeTheTenantFellSilent() {
		List<Check> checks = examination().of(new Person() {
			@Override
			public Answer<Administrators> administrators() {
				throw new TenantUnavailableException("No usable answer from graph.example.");
			}
		});
		assertComplete(checks);
		assertThat(checks).filteredOn(Check::forbidsWriting)
			.extracting((check) -> check.detail().inEnglish())
			.containsExactly("No usable answer from graph.example.");
		assertThat(find(checks, Subject.USERS).status()).isEqualTo(Status.PASS);
		assertThat(find(checks, Subject.ROLES).skippedBecause()).contains(Skip.DEPENDS_ON_ANOTHER);
	}

	@Test
	void namesWhereAnAdministratorConsentsToASharedApp() {
		URI address = URI.create("https://login.example/contoso.com/adminconsent?client_id=app");
		ConsentMissingException unknown = new ConsentMissingException(Message.verbatim("No such app."));
		assertThat(TenantChecks.consentMissing(unknown, Optional.empty())).isEmpty();
		assertThat(TenantChecks.consentMissing(new TenantUnavailableException("Away."), Optional.of(address)))
			.isEmpty();
		assertThat(examination().of(new Person())).noneMatch((check) -> check.subject() == Subject.CONSENT);
		this.adminConsent = Optional.of(address);
		assertThat(find(examination().of(new Person()), Subject.CONSENT).status()).isEqualTo(Status.PASS);
		Check missing = find(examination().of(new Person() {
			@Override
			public Grants signIn() {
				throw unknown;
			}
		}), Subject.CONSENT);
		assertThat(missing.status()).isEqualTo(Status.FAIL);
		assertThat(missing.remedy().orElseThrow().inEnglish()).contains(address.toString());
		assertThat(
				TenantChecks.consent(new Grants(true, Set.of(), Optional.empty(), Optional.empty()), this.adminConsent))
			.hasValueSatisfying((check) -> assertThat(check.status()).isEqualTo(Status.FAIL));
	}

	@Test
	void asksAnotherTenantNothingMore() {
		this.named = Optional.of("fabrikam.com");
		Person tenant = new Person();
		List<Check> checks = examination().of(tenant);
		assertComplete(checks);
		assertThat(checks).filteredOn(Check::forbidsWriting).extracting(Check::subject).containsExactly(Subject.TENANT);
		assertThat(tenant.asked()).isEmpty();
	}

	@Test
	void saysWhyATenantCannotBeReached() {
		List<Check> checks = examination().closed(Message.verbatim("The certificate file app.pem cannot be read."));
		assertComplete(checks);
		assertThat(find(checks, Subject.SIGN_IN).detail().inEnglish()).contains("app.pem");
		assertThat(find(checks, Subject.SMS_VOICE_END).status()).isEqualTo(Status.WARN);
	}

	@Test
	void findsExclusionsThatProtectNobody() {
		this.exclude.addAll(List.of("Kim@contoso.com", "tpyo@contoso.com", "kim", "group", "nobody"));
		List<Check> checks = examination().of(new Person() {
			@Override
			public Answer<Set<ObjectId>> usersIn(ObjectId group) {
				return group.value().equals("group") ? new Answer.Read<>(Set.of()) : new Answer.Unreadable<>(
						new Obstacle(Message.of("part.group-members"), Obstacle.Cause.NOT_OFFERED, List.of(), 404, ""));
			}
		});
		assertThat(find(checks, Subject.EXCLUSIONS).detail().inEnglish()).endsWith(" nobody, tpyo@contoso.com.");
	}

	@Test
	void saysWhichMethodsCannotBeRead() {
		Person tenant = new Person();
		tenant.answer(MethodQuery.about(KIM, MethodKind.EMAIL), new MethodAnswer.Unread(403, "accessDenied"));
		Check check = find(examination().of(tenant), Subject.METHODS_READABLE);
		assertThat(check.status()).isEqualTo(Status.FAIL);
		assertThat(check.detail().inEnglish()).endsWith("registered: e-mail (HTTP 403, accessDenied).");
	}

	@Test
	void noticesAClockThatIsWrong() {
		List<Check> checks = examination().of(new Person() {
			@Override
			public Optional<Duration> clockAhead() {
				return Optional.of(Duration.ofMinutes(-7));
			}
		});
		assertThat(find(checks, Subject.CLOCK).status()).isEqualTo(Status.WARN);
	}

	/** A tenant of one person. */
	private static class Person extends FakeTenant {

		@Override
		public Answer<Long> users(Consumer<List<EntraUser>> receiver) {
			receiver.accept(List.of(new EntraUser(KIM, new UserPrincipalName("kim@contoso.com"), Optional.empty(),
					Optional.empty(), true, EntraUser.UserType.MEMBER, false, false, List.of(), List.of())));
			return new Answer.Read<>(1L);
		}

	}

}
