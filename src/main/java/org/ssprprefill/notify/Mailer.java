package org.ssprprefill.notify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;

import javax.net.ssl.SSLException;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.util.MailConnectException;
import org.ssprprefill.graph.Trust;
import org.ssprprefill.tenant.TenantRefusedException;

/**
 * Sends mail by SMTP. The way to another machine is always encrypted and the server's
 * certificate checked, with {@code STARTTLS} or from the start.
 */
final class Mailer {

	/** A server that does not answer must not keep the next run waiting. */
	private static final String PATIENCE_MILLIS = "20000";

	private static final String NOT_TOLD = "The mail was not sent: ";

	private final MailSettings settings;

	private final Optional<Path> trust;

	/** What the settings are called in the job definition. */
	private final String key;

	Mailer(String key, MailSettings settings, Optional<Path> trust) {
		this.key = key;
		this.settings = settings;
		this.trust = trust;
	}

	/** Sends a mail; a sentence if it could not be sent. */
	Optional<String> send(Notice notice) {
		try {
			Session session = Session.getInstance(properties());
			MimeMessage message = message(session, notice);
			try (Transport transport = session.getTransport()) {
				connect(transport);
				transport.sendMessage(message, message.getAllRecipients());
			}
			return Optional.empty();
		}
		catch (SendFailedException ex) {
			return Optional.of(ex.getValidSentAddresses() == null || ex.getValidSentAddresses().length == 0
					? NOT_TOLD + reason(ex) : "The mail did not reach everybody: " + this.settings.server().address()
							+ " refused a recipient. Check " + this.key + ".to.");
		}
		catch (MessagingException ex) {
			return Optional.of(NOT_TOLD + reason(ex));
		}
		catch (TenantRefusedException ex) {
			return Optional.of(NOT_TOLD + ex.getMessage());
		}
		catch (IOException ex) {
			return Optional.of(NOT_TOLD + "its report could not be read to attach it.");
		}
	}

	private void connect(Transport transport) throws MessagingException {
		Optional<MailServer.Login> login = this.settings.server().login();
		if (login.isPresent()) {
			transport.connect(login.get().user(), login.get().password().inClear());
		}
		else {
			transport.connect();
		}
	}

	private Properties properties() {
		MailServer server = this.settings.server();
		String protocol = server.tlsFromTheStart() ? "smtps" : "smtp";
		String prefix = "mail." + protocol + ".";
		Properties properties = new Properties();
		properties.put("mail.transport.protocol", protocol);
		properties.put(prefix + "host", server.host());
		properties.put(prefix + "port", String.valueOf(server.port()));
		properties.put(prefix + "auth", String.valueOf(server.login().isPresent()));
		properties.put(prefix + "starttls.enable", "true");
		properties.put(prefix + "starttls.required", String.valueOf(!server.isLoopback()));
		properties.put(prefix + "ssl.checkserveridentity", "true");
		// Who cannot be reached does not keep the others from hearing it
		properties.put(prefix + "sendpartial", "true");
		properties.put(prefix + "connectiontimeout", PATIENCE_MILLIS);
		properties.put(prefix + "timeout", PATIENCE_MILLIS);
		properties.put(prefix + "writetimeout", PATIENCE_MILLIS);
		this.trust.ifPresent(
				(pem) -> properties.put(prefix + "ssl.socketFactory", Trust.with(pem).context().getSocketFactory()));
		return properties;
	}

	private MimeMessage message(Session session, Notice notice) throws MessagingException, IOException {
		MimeMessage message = new MimeMessage(session);
		message.setFrom(new InternetAddress(this.settings.from()));
		for (String recipient : this.settings.to()) {
			message.addRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
		}
		message.setSubject(MailText.subject(notice), StandardCharsets.UTF_8.name());
		message.setSentDate(Date.from(notice.at()));
		// Keeps absence notes from answering (RFC 3834)
		message.setHeader("Auto-Submitted", "auto-generated");
		message.setContent(MailText.content(notice, this.settings.attachReport()));
		message.saveChanges();
		return message;
	}

	/** In our words: what a server says may repeat addresses and logins. */
	private String reason(MessagingException ex) {
		String server = this.settings.server().address();
		if (ex instanceof AuthenticationFailedException) {
			return server + " refused the user or the password. Check " + this.key + ".user and " + this.key
					+ ".password.";
		}
		if (ex instanceof MailConnectException) {
			return "nothing answers at " + server + ". Check " + this.key + ".smtp.";
		}
		if (ex instanceof SendFailedException) {
			return server + " refused the sender or a recipient. Check " + this.key + ".from and " + this.key + ".to.";
		}
		if (isAbout(ex, SSLException.class)) {
			return "no trusted TLS connection to " + server
					+ ". If its certificate is the company's own, name the authority in tenant.trust.";
		}
		if (String.valueOf(ex.getMessage()).contains("STARTTLS")) {
			return server + " does not offer STARTTLS, and mail is not sent unencrypted. Give " + this.key
					+ ".smtp another port, or smtps:// instead of smtp://.";
		}
		return server + " broke the conversation off. Look into its log.";
	}

	private static boolean isAbout(MessagingException ex, Class<? extends Exception> cause) {
		for (Throwable link = ex; link != null; link = link.getCause()) {
			if (cause.isInstance(link)) {
				return true;
			}
		}
		return false;
	}

}
