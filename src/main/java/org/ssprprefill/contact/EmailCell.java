package org.ssprprefill.contact;

import java.net.IDN;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.commons.validator.routines.EmailValidator;

/** From HR's cell to a well-formed e-mail address. */
final class EmailCell {

	private static final Pattern NAMED = Pattern.compile("([^<>@]*)<([^<>]*)>");

	/** A dot-atom (RFC 5322, section 3.2.3). */
	private static final Pattern LOCAL = Pattern
		.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");

	/** RFC 5321, sections 4.5.3.1.1 and 4.5.3.1.3. */
	private static final int LONGEST_LOCAL = 64;

	private static final int LONGEST = 254;

	private static final String SCHEME = "mailto:";

	private static final int MOST_DOMAINS = 10_000;

	private static final Map<String, Optional<String>> DOMAINS = new ConcurrentHashMap<>();

	/** Letters that the old and the new rules for domain names map differently. */
	private static final Pattern DEVIATION = Pattern.compile("[\u00df\u1e9e\u03c2\u200c\u200d]");

	private static final Set<String> PLACEHOLDERS = Set.copyOf(WordList.read("placeholder-addresses.txt"));

	private EmailCell() {
	}

	static Optional<EmailAddress> address(String cell) {
		String text = withoutName(withoutEnd(CellText.visible(cell)));
		int at = text.indexOf('@');
		if (at < 1 || at > LONGEST_LOCAL || at != text.lastIndexOf('@')
				|| !LOCAL.matcher(text.substring(0, at)).matches()) {
			return Optional.empty();
		}
		return domain(text.substring(at + 1)).map((domain) -> text.substring(0, at + 1) + domain)
			.filter((address) -> address.length() <= LONGEST && !isPlaceholder(address))
			.map(EmailAddress::held);
	}

	private static String withoutName(String text) {
		Matcher named = NAMED.matcher(text);
		String address = (text.indexOf('<') >= 0 && named.matches()) ? named.group(2) : text;
		String bare = address.strip();
		boolean linked = bare.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
		return withoutEnd(linked ? bare.substring(SCHEME.length()).strip() : bare);
	}

	/** Without the punctuation that copying leaves behind an address. */
	private static String withoutEnd(String text) {
		int end = text.length();
		while (end > 0 && " .,;:".indexOf(text.charAt(end - 1)) >= 0) {
			end--;
		}
		return text.substring(0, end);
	}

	/** Most people have their address at one of a few providers. */
	private static Optional<String> domain(String written) {
		Optional<String> known = DOMAINS.get(written);
		if (known == null) {
			known = ascii(written).filter((domain) -> EmailValidator.getInstance().isValid("x@" + domain));
			if (DOMAINS.size() < MOST_DOMAINS && written.length() <= LONGEST) {
				DOMAINS.put(written, known);
			}
		}
		return known;
	}

	private static Optional<String> ascii(String domain) {
		if (DEVIATION.matcher(domain).find()) {
			return Optional.empty();
		}
		try {
			return Optional.of(IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT));
		}
		catch (IllegalArgumentException ex) {
			// No such domain can exist
			return Optional.empty();
		}
	}

	private static boolean isPlaceholder(String address) {
		String lower = address.toLowerCase(Locale.ROOT);
		int at = lower.indexOf('@');
		return PLACEHOLDERS.contains(lower) || PLACEHOLDERS.contains(lower.substring(0, at) + "@*")
				|| PLACEHOLDERS.contains("*" + lower.substring(at));
	}

}
