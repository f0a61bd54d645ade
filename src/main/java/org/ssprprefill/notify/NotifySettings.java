package org.ssprprefill.notify;

import java.util.Optional;

/**
 * Who is told how a run went; the {@code notify} section of a job definition.
 *
 * @param mail by mail
 * @param hr HR by mail, of its files
 * @param webhook by webhook
 */
public record NotifySettings(Optional<MailSettings> mail, Optional<HrMailSettings> hr,
		Optional<WebhookSettings> webhook) {

	/**
	 * Whom HR can ask about its files: those who are told of the runs, else the sender of
	 * HR's mails.
	 * @return an address, or nothing where the job names none
	 */
	public Optional<String> whomToAsk() {
		return this.mail.map((told) -> told.to().get(0)).or(() -> this.hr.map((told) -> told.mail().from()));
	}

}
