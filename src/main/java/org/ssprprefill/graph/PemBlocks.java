package org.ssprprefill.graph;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The blocks of a PEM file (RFC 7468), also where a secret store has indented them or put
 * them on one line. What stands around them is commentary.
 */
final class PemBlocks {

	private static final Pattern BLOCK = Pattern.compile("(?s)-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----");

	/** Headers of the older form of an encrypted key (RFC 1421). */
	private static final Pattern HEADER = Pattern.compile("(Proc-Type: 4,ENCRYPTED|DEK-Info: [\\w,-]+)");

	private PemBlocks() {
	}

	/**
	 * Finds the blocks of a text.
	 * @param text the file's text
	 * @return the blocks in their order; one that is not Base64 has no bytes
	 */
	static List<Block> of(String text) {
		List<Block> blocks = new ArrayList<>();
		Matcher matcher = BLOCK.matcher(text);
		while (matcher.find()) {
			String content = matcher.group(2).replace("\\n", "\n").replace("\\r", "");
			boolean encrypted = HEADER.matcher(content).find();
			blocks.add(new Block(matcher.group(1), bytes(HEADER.matcher(content).replaceAll("")), encrypted));
		}
		return blocks;
	}

	private static byte[] bytes(String base64) {
		try {
			return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
		}
		catch (IllegalArgumentException ex) {
			return new byte[0];
		}
	}

	/**
	 * One block.
	 *
	 * @param label for example {@code CERTIFICATE}
	 * @param bytes its content
	 * @param encryptedInside whether its content is encrypted in the older way
	 */
	record Block(String label, byte[] bytes, boolean encryptedInside) {
	}

}
