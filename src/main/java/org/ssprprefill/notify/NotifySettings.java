package org.ssprprefill.notify;

import java.util.Optional;

/**
 * Who is told how a run went; the {@code notify} section of a job definition.
 *
 * @param mail by mail
 * @param webhook by webhook
 */
public record NotifySettings(Optional<MailSettings> mail, Optional<WebhookSettings> webhook) {
}
