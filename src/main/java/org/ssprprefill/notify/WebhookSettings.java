package org.ssprprefill.notify;

import java.net.URI;

import org.ssprprefill.contact.Secret;

/**
 * Where a run is told to a program.
 *
 * @param url the address; never printed beyond its host, because many services put a
 * secret into its path
 * @param secret what the body is signed with
 * @param when when it is called
 */
public record WebhookSettings(URI url, Secret secret, When when) {

	/** As much of the address as may be printed. */
	String host() {
		return this.url.getScheme() + "://" + this.url.getAuthority();
	}

	@Override
	public String toString() {
		return "WebhookSettings[" + host() + ", " + this.when + "]";
	}

}
