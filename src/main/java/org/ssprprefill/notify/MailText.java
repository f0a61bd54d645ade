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
		String kind = report.get().toString().endsWith(".csv") ? "csv" : "html";
		attachment.attachFile(report.get().toFile(), "text/" + kind + "; charset=utf-8", "base64");
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

	/** Styles stand at their elements: many mail programs know no others. */
	private static String html(Notice notice) {
		String lines = notice.lines().stream().skip(1).map(MailText::line).collect(Collectors.joining());
		return """
				<!DOCTYPE html>
				<html lang="%s"><head><meta charset="utf-8"><title>%s</title></head>
				<body style="margin:0;padding:1.5em;background:#f5f5f3;color:#1d1d24;font:15px/1.5 'Segoe UI',system-ui,sans-serif">
				<div style="max-width:42em;padding:1.2em 1.6em;background:#fff;border:1px solid #e0e0dc;border-left:.4em solid %s">
				<h1 style="font-size:1.3em;line-height:1.3;margin:0 0 .6em">%s</h1>
				%s<p style="margin:1.6em 0 0;color:#5c5c66;font-size:.85em">%s</p>
				</div>
				</body></html>
				"""
			.formatted(notice.locale().getLanguage(), escaped(subject(notice)), colour(notice.outcome()),
					escaped(notice.headline()), lines, escaped(notice.reference()));
	}

	/** Who shall do something stands out at the beginning of an indented line. */
	private static String line(String line) {
		String text = escaped(line.strip());
		int who = text.indexOf(": ") + 1;
		return line.startsWith(" ")
				? "<p style=\"margin:.4em 0;padding-left:1.2em\"><b>" + text.substring(0, who) + "</b>"
						+ text.substring(who) + "</p>\n"
				: "<p style=\"margin:.6em 0;overflow-wrap:anywhere\">" + text + "</p>\n";
	}

	/** Only beside the words, never instead of them. */
	private static String colour(String outcome) {
		return switch (outcome) {
			case "done" -> "#1a7f4b";
			case "attention", "held" -> "#b26a00";
			default -> "#b3261e";
		};
	}

	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

}
