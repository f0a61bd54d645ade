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
}
