package org.ssprprefill.definition;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.ssprprefill.contact.Secret;
import org.ssprprefill.notify.HrMailSettings;
import org.ssprprefill.notify.HrMailSettings.Occasion;
import org.ssprprefill.notify.MailServer;
import org.ssprprefill.notify.MailSettings;
import org.ssprprefill.notify.NotifySettings;
import org.ssprprefill.notify.WebhookSettings;
import org.ssprprefill.notify.When;

/** Reads the {@code notify} section: mail, HR's mail and webhook. */
final class NotifyReader {

	/**
	 * Ports by custom: submission with STARTTLS, and with TLS from the start (RFC 8314).
	 */
	private static final int SUBMISSION = 587;

	private static final int SUBMISSIONS = 465;

	private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;:\"\\p{Cc}]+@[^\\s@<>,;:\"\\p{Cc}]+");

	private static final String MAIL_EXAMPLE = "Give an address such as iam@contoso.com.";

	private static final String SMTP_EXAMPLE = "Give an address such as smtp://mail.contoso.com:587.";

	private static final String WEBHOOK_EXAMPLE = "Give an address such as https://hooks.contoso.com/sspr.";

	private final boolean hasMail;

	private final boolean hasHr;

	private final boolean hasWebhook;

	private final Section mail;

	private final Section hr;

	private final Section webhook;

	NotifyReader(Section root) {
		Section notify = root.section("notify");
		this.hasMail = notify.has("mail");
		this.hasHr = notify.has("hr");
		this.hasWebhook = notify.has("webhook");
		this.mail = notify.section("mail");
		this.hr = notify.section("hr");
		this.webhook = notify.section("webhook");
	}

	NotifySettings read() {
		return new NotifySettings(this.hasMail ? Optional.of(mail()) : Optional.empty(),
				this.hasHr ? Optional.of(hr()) : Optional.empty(),
				this.hasWebhook ? Optional.of(webhook()) : Optional.empty());
	}

	private MailSettings mail() {
		return mail(this.mail, "notify.mail", this.mail.yesOrNo("attach-report"), when(this.mail));
	}

	private HrMailSettings hr() {
		Occasion when = this.hr.value("when")
			.flatMap((value) -> value.word(Occasion.class, Occasion::word))
			.orElse(Occasion.REJECTS);
		return new HrMailSettings(mail(this.hr, "notify.hr", true, When.ALWAYS), when);
	}

	private static MailSettings mail(Section section, String name, boolean attach, When when) {
		section.require("to", "Give the addresses of those who are told: [iam@contoso.com].");
		section.require("from", "Give the sender's address.");
		section.require("smtp", SMTP_EXAMPLE);
		List<String> to = section.oneOrMore("to").stream().filter(NotifyReader::isAddress).map(Value::text).toList();
		if (section.has("to") && section.oneOrMore("to").isEmpty()) {
			section.wrong("to", "names no recipient", MAIL_EXAMPLE);
		}
		String from = section.value("from").filter(NotifyReader::isAddress).map(Value::text).orElse("");
		URI smtp = section.value("smtp").flatMap(NotifyReader::smtp).orElse(URI.create("smtp://localhost"));
		boolean tls = smtp.getScheme().equals("smtps");
		int usual = tls ? SUBMISSIONS : SUBMISSION;
		MailServer server = new MailServer(smtp.getHost(), (smtp.getPort() < 0) ? usual : smtp.getPort(), tls,
				login(section, name));
		return new MailSettings(to, from, server, attach, when);
	}

	private static Optional<MailServer.Login> login(Section section, String name) {
		if (section.has("user") != section.has("password")) {
			String given = section.has("user") ? "user" : "password";
			section.wrong(given, "stands alone", "Give both %1$s.user and %1$s.password, or neither.".formatted(name));
		}
		return section.value("user")
			.flatMap((user) -> section.value("password")
				.map((password) -> new MailServer.Login(user.text(), Secret.of(password.text()))));
	}

	private WebhookSettings webhook() {
		this.webhook.require("url", WEBHOOK_EXAMPLE);
		this.webhook.require("secret",
				"Give what the receiver checks the signature with, as ${NAME} or ${file:/path}.");
		URI url = this.webhook.value("url").flatMap(NotifyReader::url).orElse(URI.create("http://localhost"));
		return new WebhookSettings(url, Secret.of(this.webhook.value("secret").map(Value::text).orElse("")),
				when(this.webhook));
	}

	private static When when(Section section) {
		return section.value("when").flatMap((value) -> value.word(When.class, When::word)).orElse(When.ATTENTION);
	}

	private static boolean isAddress(Value value) {
		boolean address = ADDRESS.matcher(value.text()).matches();
		if (!address) {
			value.wrong("is not a mail address", MAIL_EXAMPLE);
		}
		return address;
	}

	private static Optional<URI> smtp(Value value) {
		return parsed(value, SMTP_EXAMPLE).filter((address) -> {
			boolean server = Set.of("smtp", "smtps").contains(address.getScheme()) && address.getPath().isEmpty()
					&& address.getQuery() == null;
			if (!server) {
				value.wrong("is not smtp:// or smtps:// with a host and a port", SMTP_EXAMPLE);
			}
			return server;
		});
	}

	private static Optional<URI> url(Value value) {
		return parsed(value, WEBHOOK_EXAMPLE).filter((address) -> {
			boolean safe = "https".equals(address.getScheme())
					|| "http".equals(address.getScheme()) && Addresses.isLoopback(address);
			if (!safe) {
				value.wrong("is neither https nor http to a loopback address", WEBHOOK_EXAMPLE);
			}
			return safe;
		});
	}

	/** An address with scheme and host, and without a login. */
	private static Optional<URI> parsed(Value value, String example) {
		try {
			URI address = new URI(value.text());
			if (address.getScheme() != null && address.getHost() != null && address.getUserInfo() == null
					&& address.getFragment() == null && address.getPort() <= 65535) {
				return Optional.of(address);
			}
			value.wrong("is not an address with a host", example);
		}
		catch (URISyntaxException ex) {
			value.wrong("is not an address", example);
		}
		return Optional.empty();
	}

}
