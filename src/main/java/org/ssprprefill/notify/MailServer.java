package org.ssprprefill.notify;

import java.util.Optional;
import java.util.Set;

import org.ssprprefill.contact.Secret;

/**
 * A server that takes mail.
 *
 * @param host its name or address
 * @param port its port, 1 to 65535
 * @param tlsFromTheStart whether the connection begins with TLS ({@code smtps}) rather
 * than changing to it ({@code STARTTLS})
 * @param login the user and password, where the server asks for them
 */
public record MailServer(String host, int port, boolean tlsFromTheStart, Optional<Login> login) {

	private static final Set<String> LOOPBACK = Set.of("localhost", "::1", "[::1]");

	/**
	 * Who we are to the server.
	 *
	 * @param user the user's name
	 * @param password the password
	 */
	public record Login(String user, Secret password) {
	}

	/** Whether it is this machine, so that no other machine can listen on the way. */
	boolean isLoopback() {
		return LOOPBACK.contains(this.host) || this.host.matches("127\\.\\d+\\.\\d+\\.\\d+");
	}

	/** As an administrator would look for it. */
	String address() {
		return this.host + ":" + this.port;
	}

}
