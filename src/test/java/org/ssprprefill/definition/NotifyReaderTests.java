package org.ssprprefill.definition;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssprprefill.contact.Secret;
import org.ssprprefill.notify.HrMailSettings;
import org.ssprprefill.notify.HrMailSettings.Occasion;
import org.ssprprefill.notify.MailServer;
import org.ssprprefill.notify.MailSettings;
import org.ssprprefill.notify.NotifySettings;
import org.ssprprefill.notify.WebhookSettings;
import org.ssprprefill.notify.When;

import static org.assertj.core.api.Assertions.assertThat;

class NotifyReaderTests {

	private static final String MAIL = "to: [iam@contoso.com], from: sspr@contoso.com, smtp: 'smtp://mail.contoso.com:587'";

	private static final String WEBHOOK = "url: https://hooks.contoso.com/sspr, secret: '${SECRET}'";

	@TempDir
	Path folder;

	TestJob job;

	@BeforeEach
	void makeJob() {
		this.job = new TestJob(this.folder, Map.of("SECRET", "correct horse"));
	}

	@Test
	void tellsNobodyUnlessAsked() {
		assertThat(this.job.valid(TestJob.SMALLEST).notifications())
			.isEqualTo(new NotifySettings(Optional.empty(), Optional.empty(), Optional.empty()));
	}

	@Test
	void readsTheMailAsDocumented() {
		assertThat(mail(MAIL)).isEqualTo(new MailSettings(List.of("iam@contoso.com"), "sspr@contoso.com",
				new MailServer("mail.contoso.com", 587, false, Optional.empty()), false, When.ATTENTION));
	}

	@Test
	void readsLoginAndAttachment() {
		MailSettings mail = mail(MAIL + ", user: svc, password: '${SECRET}', attach-report: true, when: always");
		assertThat(mail.server().login()).contains(new MailServer.Login("svc", Secret.of("correct horse")));
		assertThat(mail.attachReport()).isTrue();
		assertThat(mail.when()).isEqualTo(When.ALWAYS);
	}

	@ParameterizedTest
	@CsvSource({ "smtp://mail, 587, false", "smtps://mail, 465, true", "smtps://mail:10465, 10465, true" })
	void takesTheUsualPort(String url, int port, boolean tls) {
		assertThat(mail(MAIL.replace("smtp://mail.contoso.com:587", url)).server())
			.isEqualTo(new MailServer("mail", port, tls, Optional.empty()));
	}

	@Test
	void hrHasAMailOfItsOwnWithWordsOfItsOwn() {
		HrMailSettings hr = hr(MAIL);
		assertThat(hr.mail().to()).containsExactly("iam@contoso.com");
		assertThat(hr.when()).isEqualTo(Occasion.REJECTS);
		assertThat(hr(MAIL + ", when: always").when()).isEqualTo(Occasion.ALWAYS);
	}

	@Test
	void readsTheWebhookAsDocumented() {
		assertThat(webhook(WEBHOOK + ", when: never")).isEqualTo(new WebhookSettings(
				URI.create("https://hooks.contoso.com/sspr"), Secret.of("correct horse"), When.NEVER));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://prod.example/workflows/1?api-version=1&sig=x", "http://127.0.0.1:8080/",
			"http://[::1]/hook" })
	void takesAddressesWithQueriesAndOfThisMachine(String url) {
		assertThat(webhook("url: '" + url + "', secret: '${SECRET}'").url()).hasToString(url);
	}

	@ParameterizedTest
	@ValueSource(strings = { "to: [], from: a@contoso.com, smtp: 'smtp://mail'",
			"to: nobody, from: a@contoso.com, smtp: 'smtp://mail'",
			"to: ['a@contoso.com, b@contoso.com'], from: a@contoso.com, smtp: 'smtp://mail'",
			"to: [\"a@contoso.com\\r\\nBcc: c@contoso.com\"], from: a@contoso.com, smtp: 'smtp://mail'",
			"to: [a@contoso.com], smtp: 'smtp://mail'", "from: a@contoso.com, smtp: 'smtp://mail'",
			"to: [a@contoso.com], from: a@contoso.com", "to: [a@contoso.com], from: a@contoso.com, smtp: mail:25",
			"to: [a@contoso.com], from: a@contoso.com, smtp: 'http://mail'",
			"to: [a@contoso.com], from: a@contoso.com, smtp: 'smtp://svc:hunter2@mail'",
			"to: [a@contoso.com], from: a@contoso.com, smtp: 'smtp://mail', user: svc",
			"to: [a@contoso.com], from: a@contoso.com, smtp: 'smtp://mail', password: '${SECRET}'",
			"to: [a@contoso.com], from: a@contoso.com, smtp: 'smtp://mail', user: a, password: hunter2",
			"to: [a@contoso.com], from: a@contoso.com, smtp: 'smtp://mail', when: sometimes" })
	void refusesAMailThatCannotBe(String mail) {
		assertThat(this.job.problem(TestJob.SMALLEST + "notify: {mail: {" + mail + "}}").toString())
			.contains("notify.mail.")
			.doesNotContain("hunter2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "url: 'http://hooks.contoso.com/hunter2', secret: '${SECRET}'",
			"url: 'hunter2', secret: '${SECRET}'", "url: 'https://me:hunter2@hooks', secret: '${SECRET}'",
			"url: 'https://hooks', secret: hunter2", "url: 'https://hooks'", "secret: '${SECRET}'",
			"url: 'https://hooks', secret: '${ABSENT}'" })
	void refusesAWebhookThatCannotBe(String webhook) {
		assertThat(this.job.problem(TestJob.SMALLEST + "notify: {webhook: {" + webhook + "}}").toString())
			.contains("notify.webhook.")
			.doesNotContain("hunter2");
	}

	@Test
	void refusesUnknownChannels() {
		assertThat(this.job.problem(TestJob.SMALLEST + "notify: {fax: {}}").key()).isEqualTo("notify.fax");
	}

	@Test
	void doesNotNeedItsSecretsOffline() {
		TestJob.valid(this.job.loadOffline(TestJob.SMALLEST + "notify: {mail: {" + MAIL
				+ ", user: svc, password: '${ABSENT}'}, webhook: {url: '${ABSENT}', secret: '${file:absent}'}}"));
	}

	private HrMailSettings hr(String hr) {
		return this.job.valid(TestJob.SMALLEST + "notify: {hr: {" + hr + "}}").notifications().hr().orElseThrow();
	}

	private MailSettings mail(String mail) {
		return this.job.valid(TestJob.SMALLEST + "notify: {mail: {" + mail + "}}").notifications().mail().orElseThrow();
	}

	private WebhookSettings webhook(String webhook) {
		return this.job.valid(TestJob.SMALLEST + "notify: {webhook: {" + webhook + "}}")
			.notifications()
			.webhook()
			.orElseThrow();
	}

}
