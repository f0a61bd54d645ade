package org.ssprprefill.notify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ssprprefill.contact.Secret;
import org.ssprprefill.notify.MailServer.Login;
import org.ssprprefill.graph.TestAuthority;

import static org.assertj.core.api.Assertions.assertThat;

/** Against real servers, one that speaks SMTP and one that speaks it over TLS. */
class MailerTests {

	private static final List<String> TO = List.of("iam@contoso.com", "desk@contoso.com");

	@TempDir
	Path folder;

	static {
		// GreenMail reads these when its first server with TLS starts
		System.setProperty("greenmail.tls.keystore.file", TestAuthority.keyStore().toString());
		System.setProperty("greenmail.tls.keystore.password", TestAuthority.PASSWORD);
	}

	private final GreenMail server = new GreenMail(
			new ServerSetup[] { new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
					new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS) });

	@BeforeEach
	void start() {
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop();
	}

	@Test
	void sendsTextAndHtmlToEverybody() throws Exception {
		assertThat(mailer(plain(), false).send(Notices.attention())).isEmpty();
		MimeMessage[] received = this.server.getReceivedMessages();
		assertThat(received).hasSize(2);
		MimeMessage mail = received[0];
		assertThat(mail.getSubject()).isEqualTo("sspr-prefill nightly: Done, but 1 row was rejected.");
		assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("sspr@contoso.com");
		assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactlyElementsOf(TO);
		assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
		assertThat(mail.getSentDate()).isEqualTo(Notices.AT);
		Multipart parts = (Multipart) mail.getContent();
		assertThat(parts.getContentType()).startsWith("multipart/alternative");
		assertThat(text(parts.getBodyPart(0))).contains("Needs a person:", "  HR: “Müller & <Söhne>” – 1 row.",
				"sspr-prefill · nightly · 20261125-021500-7f3a · exit code 4");
		assertThat(text(parts.getBodyPart(1))).contains("<h1", "“Müller &amp; &lt;Söhne&gt;”")
			.doesNotContain("<Söhne>");
	}

	@Test
	void attachesTheReportOnlyWhereAskedTo() throws Exception {
		Path report = Files.writeString(this.folder.resolve("report.html"), "<p>é</p>");
		assertThat(mailer(plain(), true).send(Notices.with(Optional.of(report)))).isEmpty();
		Multipart parts = (Multipart) this.server.getReceivedMessages()[0].getContent();
		assertThat(parts.getContentType()).startsWith("multipart/mixed");
		assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("report.html");
		assertThat(parts.getBodyPart(1).getInputStream()).hasContent("<p>é</p>");
	}

	@Test
	void leavesOutAReportThatIsLargeOrMissing() throws Exception {
		Path large = Files.write(this.folder.resolve("report.html"), new byte[2_000_001]);
		assertThat(mailer(plain(), true).send(Notices.with(Optional.of(large)))).isEmpty();
		assertThat(mailer(plain(), true).send(Notices.with(Optional.of(this.folder.resolve("none"))))).isEmpty();
		for (MimeMessage mail : this.server.getReceivedMessages()) {
			assertThat(((Multipart) mail.getContent()).getContentType()).startsWith("multipart/alternative");
		}
	}

	@Test
	void logsIn() {
		this.server.setUser("sspr@contoso.com", "svc", "correct horse");
		assertThat(mailer(plain("correct horse"), false).send(Notices.attention())).isEmpty();
	}

	@Test
	void saysThatTheLoginWasRefusedWithoutRepeatingIt() {
		this.server.setUser("sspr@contoso.com", "svc", "correct horse");
		assertThat(mailer(plain("hunter2"), false).send(Notices.attention()))
			.hasValueSatisfying((failure) -> assertThat(failure)
				.contains("The mail was not sent: ", "refused the user or the password", "notify.mail.password")
				.doesNotContain("hunter2"));
	}

	@Test
	void tellsTheOthersWhereARecipientIsRefused() throws Exception {
		try (PickyServer picky = new PickyServer(TO.get(1))) {
			assertThat(mailer(server("127.0.0.1", picky.port(), false), false).send(Notices.attention()))
				.hasValueSatisfying((failure) -> assertThat(failure).contains("The mail did not reach everybody: ",
						"refused a recipient", "notify.mail.to"));
			assertThat(picky.lines()).contains(".", "To: " + TO.get(0) + ", " + TO.get(1));
		}
	}

	@Test
	void saysThatNobodyAnswers() {
		int port = plain().port();
		this.server.stop();
		assertThat(mailer(server("127.0.0.1", port, false), false).send(Notices.attention()))
			.hasValueSatisfying((failure) -> assertThat(failure).contains("nothing answers at 127.0.0.1:" + port));
	}

	/** Linux takes 0.0.0.0 for this machine, and the program takes it for another. */
	@Test
	void sendsNothingUnencryptedToAnotherMachine() {
		assertThat(mailer(server("0.0.0.0", plain().port(), false), false).send(Notices.attention()))
			.hasValueSatisfying((failure) -> assertThat(failure).contains("does not offer STARTTLS", "smtps://"));
		assertThat(this.server.getReceivedMessages()).isEmpty();
	}

	@Test
	void trustsNoStranger() {
		assertThat(mailer(tls(), false).send(Notices.attention()))
			.hasValueSatisfying((failure) -> assertThat(failure).contains("no trusted TLS connection", "tenant.trust"));
		assertThat(this.server.getReceivedMessages()).isEmpty();
	}

	@Test
	void trustsTheCompanysAuthority() throws Exception {
		Mailer mailer = new Mailer("notify.mail", settings(tls(), false), Optional.of(TestAuthority.file()));
		assertThat(mailer.send(Notices.attention())).isEmpty();
		assertThat(this.server.getReceivedMessages()).hasSize(2);
	}

	@Test
	void changesToTlsBeforeItSaysAnything() throws Exception {
		try (StartTlsGate gate = new StartTlsGate(plain().port())) {
			MailServer behind = server("localhost", gate.port(), false);
			Mailer mailer = new Mailer("notify.mail", settings(behind, false), Optional.of(TestAuthority.file()));
			assertThat(mailer.send(Notices.attention())).isEmpty();
			assertThat(this.server.getReceivedMessages()).hasSize(2);
			assertThat(gate.heardInClear()).hasSize(2).last().isEqualTo("STARTTLS");
		}
	}

	@Test
	void saysNothingAfterStartTlsToAStranger() throws Exception {
		try (StartTlsGate gate = new StartTlsGate(plain().port())) {
			assertThat(mailer(server("localhost", gate.port(), false), false).send(Notices.attention()))
				.hasValueSatisfying((failure) -> assertThat(failure).contains("no trusted TLS connection"));
			assertThat(gate.heardInClear()).hasSize(2);
			assertThat(this.server.getReceivedMessages()).isEmpty();
		}
	}

	@ParameterizedTest
	@CsvSource({ "ALWAYS, 2, 2", "ATTENTION, 0, 2", "NEVER, 0, 0" })
	void tellsWhenItIsAskedTo(When when, int ofDone, int ofAttention) {
		MailSettings settings = new MailSettings(TO, "sspr@contoso.com", plain(), false, when);
		Notifier notifier = new Notifier(new NotifySettings(Optional.of(settings), Optional.empty(), Optional.empty()),
				Optional.empty(), Optional.empty());
		assertThat(notifier.tell(Notices.done())).isEmpty();
		assertThat(this.server.getReceivedMessages()).hasSize(ofDone);
		assertThat(notifier.tell(Notices.attention())).isEmpty();
		assertThat(this.server.getReceivedMessages()).hasSize(ofDone + ofAttention);
	}

	@Test
	void sendsHrItsAnswerWithTheListAttached(@TempDir Path folder) throws Exception {
		Path list = Files.writeString(folder.resolve("rejects.csv"), "bestand;regel");
		MailSettings mail = new MailSettings(TO, "sspr@contoso.com", plain(), true, When.ALWAYS);
		Notifier notifier = new Notifier(
				new NotifySettings(Optional.empty(),
						Optional.of(new HrMailSettings(mail, HrMailSettings.Occasion.REJECTS)), Optional.empty()),
				Optional.empty(), Optional.empty());
		Notice notice = new Notice("nightly", Optional.empty(), "attention", 4, List.of("Er is iets te herstellen"),
				Optional.of(list), Instant.EPOCH, Locale.forLanguageTag("nl"));
		assertThat(notifier.tellHr(notice, false)).isEmpty();
		assertThat(notifier.tell(notice)).isEmpty();
		assertThat(this.server.getReceivedMessages()).isEmpty();
		assertThat(notifier.tellHr(notice, true)).isEmpty();
		Multipart content = (Multipart) this.server.getReceivedMessages()[0].getContent();
		assertThat(content.getBodyPart(1).getFileName()).isEqualTo("rejects.csv");
		assertThat(content.getBodyPart(1).getContentType()).startsWith("text/csv");
	}

	private static String text(BodyPart part) throws Exception {
		return (String) part.getContent();
	}

	private MailServer plain() {
		return server("127.0.0.1", this.server.getSmtp().getPort(), false);
	}

	private MailServer plain(String password) {
		return new MailServer("127.0.0.1", this.server.getSmtp().getPort(), false,
				Optional.of(new Login("svc", Secret.of(password))));
	}

	private MailServer tls() {
		return server("localhost", this.server.getSmtps().getPort(), true);
	}

	private static MailServer server(String host, int port, boolean tls) {
		return new MailServer(host, port, tls, Optional.empty());
	}

	private static MailSettings settings(MailServer server, boolean attach) {
		return new MailSettings(TO, "sspr@contoso.com", server, attach, When.ALWAYS);
	}

	private static Mailer mailer(MailServer server, boolean attach) {
		return new Mailer("notify.mail", settings(server, attach), Optional.empty());
	}

}
