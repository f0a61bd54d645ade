package org.ssprprefill.graph;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

import javax.net.ssl.SSLException;

/**
 * Why there was no answer, in words: the kind of failure, never its text, which may hold
 * addresses of requests.
 */
final class Trouble {

	/** OkHttp's words, before the status. */
	private static final String TUNNEL = "Unexpected response code for CONNECT: ";

	private Trouble() {
	}

	static String of(IOException ex) {
		if (ex instanceof ProxyRefusedException) {
			return String.valueOf(ex.getMessage());
		}
		String said = String.valueOf(ex.getMessage());
		if (said.startsWith(TUNNEL)) {
			return "the proxy opens no way there: " + said.substring(TUNNEL.length());
		}
		if (ex instanceof ConnectException || ex instanceof NoRouteToHostException) {
			return "connection refused";
		}
		if (ex instanceof UnknownHostException) {
			return "no such host";
		}
		if (ex instanceof SSLException) {
			return "its certificate is not trusted, or TLS failed";
		}
		return (ex instanceof SocketTimeoutException || "timeout".equals(ex.getMessage())) ? "no answer in time"
				: "connection lost";
	}

}
