package org.ssprprefill.contact;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.commons.validator.routines.EmailValidator;

/** From HR's cell to a well-formed e-mail address. */
final class EmailCell {

	private static final Pattern NAMED = Pattern.compile("([^<>@]*)<([^<>]*)>");

	private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+");

	/** Letters that the old and the new rules for domain names map differently. */
	private static final Pattern DEVIATION = Pattern.compile("[\u00df\u1e9e\u03c2\u200c\u200d]");

	private static final Set<String> PLACEHOLDERS = Set.copyOf(WordList.read("placeholder-addresses.txt"));

	private EmailCell() {
	}

	static Optional<EmailAddress> address(String cell) {
		String text = withoutName(CellText.visible(cell).replaceFirst("[ .,;:]+$", ""));
		int at = text.indexOf('@');
		if (at < 1 || at != text.lastIndexOf('@') || !LOCAL.matcher(text.substring(0, at)).matches()) {
			return Optional.empty();
		}
		return ascii(text.substring(at + 1)).map((domain) -> text.substring(0, at + 1) + domain)
			.filter((address) -> !isPlaceholder(address))
			.filter(EmailValidator.getInstance()::isValid)
			.map(EmailAddress::held);
	}

	private static String withoutName(String text) {
		Matcher named = NAMED.matcher(text);
		String address = named.matches() ? named.group(2) : text;
		return address.strip().replaceFirst("^(?i)mailto: *", "").replaceFirst("[ .,;:]+$", "");
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
