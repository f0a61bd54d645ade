package org.ssprprefill.graph;

import java.net.ProtocolException;

/**
 * The proxy lets nothing pass; nothing has reached the server behind it. Another attempt
 * on another connection would change nothing, which is what OkHttp takes a
 * {@link ProtocolException} for.
 */
final class ProxyRefusedException extends ProtocolException {

	private static final long serialVersionUID = 1L;

	ProxyRefusedException(String message) {
		super(message);
	}

}
