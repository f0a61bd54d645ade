package org.ssprprefill.feed;

import java.util.Set;

import org.ssprprefill.contact.ProgramFile;

/**
 * Domains at which people have addresses of their own; {@code feed/mail-providers.txt}.
 */
public final class MailProviders {

	private static final Set<String> DOMAINS = Set.copyOf(ProgramFile.entries("/feed/mail-providers.txt"));

	private MailProviders() {
	}

	/**
	 * Whether people have private addresses at a domain.
	 * @param domain a domain in lower case
	 * @return {@code true} for example for {@code gmail.com}
	 */
	public static boolean isOne(String domain) {
		return DOMAINS.contains(domain);
	}

}
