package org.ssprprefill.notify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;

/** A notice as a mail: plain text, the same as HTML, and the report if it is wanted. */
final class MailText {

	private static final int LONGEST_SUBJECT = 150;

	/** Mail servers refuse large mails; the report also lies in its folder. */
	private static final long LARGEST_REPORT = 2_000_000;

	private MailText() {
	}

	static String subject(Notice notice) {
		String subject = ("sspr-prefill " + notice.job() + ": " + notice.headline()).replaceAll("\\s+", " ");
		return (subject.length() <= LONGEST_SUBJECT) ? subject : subject.substring(0, LONGEST_SUBJECT - 1) + "…";
	}

	static Multipart content(Notice notice, boolean attachReport) throws MessagingException, IOException {
		Multipart text = new MimeMultipart("alternative");
		text.addBodyPart(part(plain(notice), "plain"));
		text.addBodyPart(part(html(notice), "html"));
		Optional<Path> report = attachReport ? smallReport(notice) : Optional.empty();
		if (report.isEmpty()) {
			return text;
		}
		MimeBodyPart body = new MimeBodyPart();
		body.setContent(text);
		MimeBodyPart attachment = new MimeBodyPart();
		attachment.attachFile(report.get().toFile(), "text/html; charset=utf-8", "base64");
		return new MimeMultipart("mixed", body, attachment);
	}

	private static Optional<Path> smallReport(Notice notice) throws IOException {
		if (notice.report().filter(Files::isRegularFile).isEmpty()) {
			return Optional.empty();
		}
		Path report = notice.report().get();
		return (Files.size(report) <= LARGEST_REPORT) ? Optional.of(report) : Optional.empty();
	}

	private static MimeBodyPart part(String text, String kind) throws MessagingException {
		MimeBodyPart part = new MimeBodyPart();
		part.setText(text, StandardCharsets.UTF_8.name(), kind);
		return part;
	}

	private static String plain(Notice notice) {
		return String.join("\n", notice.lines()) + "\n\n-- \n" + notice.reference() + "\n";
	}

	private static String html(Notice notice) {
		String lines = notice.lines()
			.stream()
			.skip(1)
			.map((line) -> "<p style=\"margin:.3em 0" + (line.startsWith(" ") ? ";padding-left:1.2em" : "") + "\">"
					+ escaped(line.strip()) + "</p>\n")
			.collect(Collectors.joining());
		return """
				<!DOCTYPE html>
				<html lang="%s"><head><meta charset="utf-8"><title>%s</title></head>
				<body style="font:15px/1.45 system-ui,sans-serif;max-width:44em">
				<h1 style="font-size:1.15em;margin:0 0 .8em">%s</h1>
				%s<p style="margin-top:1.6em;color:#666;font-size:.85em">%s</p>
				</body></html>
				""".formatted(notice.locale().getLanguage(), escaped(subject(notice)), escaped(notice.headline()),
				lines, escaped(notice.reference()));
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

}
