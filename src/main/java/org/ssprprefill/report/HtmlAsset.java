package org.ssprprefill.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

import org.ssprprefill.contact.ProgramFile;

/**
 * The style sheet or the script of the page, written into it as it is.
 *
 * @param text its text
 */
record HtmlAsset(String text) {

	static final HtmlAsset STYLE = read("report.css");

	static final HtmlAsset SCRIPT = read("report.js");

	/**
	 * How a content security policy names it: the hash of the very bytes in the page (W3C
	 * Content Security Policy Level 3, hash-source).
	 */
	String source() {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(this.text.getBytes(StandardCharsets.UTF_8));
			return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	private static HtmlAsset read(String name) {
		// A browser hashes what it has parsed, and it parses CR LF as LF, as this does
		return new HtmlAsset(ProgramFile.text("/report/" + name));
	}

}
