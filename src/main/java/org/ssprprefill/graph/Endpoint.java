package org.ssprprefill.graph;

import java.net.URI;
import java.util.Locale;

/** Checks addresses that a token or a secret is sent to. */
final class Endpoint {

	private Endpoint() {
	}

	/**
	 * Checks a version root. The SDK cuts five characters off the path of every item of a
	 * JSON batch, so the path must have that many.
	 * @param endpoint for example {@code https://graph.microsoft.com/v1.0/}
	 * @return the same without a slash at its end
	 */
	static URI checked(URI endpoint) {
		URI root = URI.create(guarded(endpoint).toString().replaceFirst("/+$", ""));
		if (root.getRawPath().length() != "/v1.0".length()) {
			throw new IllegalArgumentException(
					"tenant.endpoint must end in /v1.0, as in https://graph.microsoft.com/v1.0, not in '"
							+ root.getRawPath() + "'");
		}
		return root;
	}

	/** Tokens travel in clear on this machine only. */
	static URI guarded(URI address) {
		String host = (address.getHost() == null) ? "" : address.getHost().toLowerCase(Locale.ROOT);
		boolean local = host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
		if (host.isEmpty() || !"https".equals(address.getScheme()) && !("http".equals(address.getScheme()) && local)) {
			throw new IllegalArgumentException(
					address + " must be an https address; plain http is for this machine only");
		}
		return address;
	}

}
