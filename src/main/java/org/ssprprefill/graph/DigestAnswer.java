package org.ssprprefill.graph;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/** The answer to a Digest challenge (RFC 7616), for requests without a body. */
final class DigestAnswer {

	private static final SecureRandom RANDOM = new SecureRandom();

	/** A nonce is used once. */
	private static final String COUNT = "00000001";

	private DigestAnswer() {
	}

	/** Whether the algorithm and the quality of protection are ones we have. */
	static boolean understands(Map<String, String> challenge) {
		String quality = challenge.get("qop");
		return (quality == null || Arrays.stream(quality.split(",")).map(String::strip).anyMatch("auth"::equals))
				&& algorithm(challenge).matches("(?i)(MD5|SHA-256)(-sess)?");
	}

	/**
	 * Makes the header's value.
	 * @param challenge the parameters of the challenge
	 * @param method the request's
	 * @param target what stands in the request's first line
	 * @param login who we are
	 * @return the value, without the password
	 */
	static String to(Map<String, String> challenge, String method, String target, HttpProxy.Login login) {
		byte[] random = new byte[16];
		RANDOM.nextBytes(random);
		return to(challenge, method, target, login, HexFormat.of().formatHex(random));
	}

	static String to(Map<String, String> challenge, String method, String target, HttpProxy.Login login,
			String ownNonce) {
		String algorithm = algorithm(challenge);
		String realm = challenge.getOrDefault("realm", "");
		String nonce = challenge.getOrDefault("nonce", "");
		boolean protectedQuality = challenge.containsKey("qop");
		String person = hash(algorithm, login.user() + ":" + realm + ":" + login.password().inClear());
		if (algorithm.toLowerCase(Locale.ROOT).endsWith("-sess")) {
			person = hash(algorithm, person + ":" + nonce + ":" + ownNonce);
		}
		String request = hash(algorithm, method + ":" + target);
		String response = hash(algorithm,
				person + ":" + nonce + ":" + (protectedQuality ? COUNT + ":" + ownNonce + ":auth:" : "") + request);
		return "Digest username=\"" + quoted(login.user()) + "\", realm=\"" + quoted(realm) + "\", nonce=\""
				+ quoted(nonce) + "\", uri=\"" + target + "\", response=\"" + response + "\", algorithm=" + algorithm
				+ (protectedQuality ? ", qop=auth, nc=" + COUNT + ", cnonce=\"" + ownNonce + "\"" : "")
				+ (challenge.containsKey("opaque") ? ", opaque=\"" + quoted(challenge.get("opaque")) + "\"" : "");
	}

	private static String algorithm(Map<String, String> challenge) {
		return challenge.getOrDefault("algorithm", "MD5");
	}

	private static String quoted(String text) {
		return text.replace("\\", "\\\\").replace("\"", "\\\"");
	}

	private static String hash(String algorithm, String text) {
		try {
			String name = algorithm.replaceFirst("(?i)-sess$", "").toUpperCase(Locale.ROOT);
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance(name).digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has MD5 and SHA-256", ex);
		}
	}

}
