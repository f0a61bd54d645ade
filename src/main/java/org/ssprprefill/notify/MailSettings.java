package org.ssprprefill.notify;

import java.util.List;

/**
 * Whom a mail goes to, and by which server.
 *
 * @param to the addresses of the recipients, at least one
 * @param from the address of the sender
 * @param server the server that takes the mail
 * @param attachReport whether {@code report.html}, which names people, goes with it
 * @param when when it is sent
 */
public record MailSettings(List<String> to, String from, MailServer server, boolean attachReport, When when) {

	/** Keeps its own copy of the recipients. */
	public MailSettings {
		to = List.copyOf(to);
	}

}
