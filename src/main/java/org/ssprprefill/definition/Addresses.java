package org.ssprprefill.definition;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.ssprprefill.graph.Cloud;

/**
 * The addresses of the {@code tenant} section. Tokens travel to them, so plain http is
 * for loopback addresses only.
 */
final class Addresses {

	/** The only version of Microsoft Graph that this program speaks. */
	private static final String VERSION = "/v1.0";

	private static final Pattern LOOPBACK = Pattern
		.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[(::1|0:0:0:0:0:0:0:1)\\]");

	private final Section tenant;

	Addresses(Section tenant) {
		this.tenant = tenant;
	}

	URI endpoint(Cloud cloud) {
		String example = "Give an address such as " + cloud.graph() + VERSION + ".";
		return this.tenant.value("endpoint")
			.flatMap((value) -> guarded(value, example).filter((address) -> isVersionRoot(address, value, example)))
			.orElseGet(() -> URI.create(cloud.graph() + VERSION));
	}

	URI login(Cloud cloud) {
		return this.tenant.value("login")
			.flatMap((value) -> guarded(value, "Give an address such as " + cloud.login() + "."))
			.orElse(cloud.login());
	}

	Optional<URI> proxy() {
		String example = "Give an address such as http://proxy.example:3128.";
		return this.tenant.value("proxy").flatMap((value) -> parsed(value, example).filter((address) -> {
			boolean http = "http".equals(address.getScheme());
			if (!http) {
				value.wrong("is not an http address", example);
			}
			return http;
		}));
	}

	private static boolean isVersionRoot(URI address, Value value, String example) {
		boolean versionRoot = VERSION.equals(address.getPath());
		if (!versionRoot) {
			value.wrong("does not end in " + VERSION, example);
		}
		return versionRoot;
	}

	/** An https address, or an http address of this machine. */
	private static Optional<URI> guarded(Value value, String example) {
		return parsed(value, example).filter((address) -> {
			boolean safe = "https".equals(address.getScheme())
					|| "http".equals(address.getScheme()) && isLoopback(address);
			if (!safe) {
				value.wrong("would send tokens in clear: it is neither https nor http to a loopback address", example);
			}
			return safe;
		});
	}

	static boolean isLoopback(URI address) {
		return LOOPBACK.matcher(address.getHost().toLowerCase(Locale.ROOT)).matches();
	}

	/** An address with a host, without user, query, fragment and trailing slash. */
	private static Optional<URI> parsed(Value value, String example) {
		try {
			URI address = new URI(value.text().replaceFirst("/+$", ""));
			if (address.getHost() != null && address.getScheme() != null && address.getUserInfo() == null
					&& address.getQuery() == null && address.getFragment() == null) {
				return Optional.of(address);
			}
			value.wrong("is not an address of scheme, host and path only", example);
		}
		catch (URISyntaxException ex) {
			value.wrong("is not an address", example);
		}
		return Optional.empty();
	}

}
