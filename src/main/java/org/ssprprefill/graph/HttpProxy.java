package org.ssprprefill.graph;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Optional;

import org.ssprprefill.contact.Secret;

/**
 * The HTTP proxy of a tenant, for the login and for Graph alike.
 *
 * @param address for example {@code http://proxy.example:3128}
 * @param login what it asks for, where it asks
 */
public record HttpProxy(URI address, Optional<Login> login) {

	/**
	 * Who we are to the proxy.
	 *
	 * @param user the user
	 * @param password the user's password
	 */
	public record Login(String user, Secret password) {
	}

	/**
	 * {@return host and port, 80 if the address names none}
	 */
	public InetSocketAddress socket() {
		return InetSocketAddress.createUnresolved(this.address.getHost(),
				(this.address.getPort() < 0) ? 80 : this.address.getPort());
	}

	/** As Java wants it. */
	Proxy proxy() {
		return new Proxy(Proxy.Type.HTTP, socket());
	}

}
