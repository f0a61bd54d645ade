package org.ssprprefill.contact;

import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.commons.validator.routines.EmailValidator;

/** From HR's cell to a well-formed e-mail address. */
final class EmailCell {

	private static final Pattern NAMED = Pattern.compile("([^<>]*)<([^<>]*)>");

	/** What a dot-atom has besides letters and digits (RFC 5322, section 3.2.3). */
	private static final String ATOM_MARKS = "!#$%&'*+/=?^_`{|}~-";

	/** Nothing that people write between two addresses is part of either. */
	private static final Pattern ONE_OF_SEVERAL = Pattern
		.compile("[\\p{L}\\p{N}._%+-]++@[\\p{L}\\p{N}-]++(\\.[\\p{L}\\p{N}-]++)++");

	/** Around an address that stands as its own name before the brackets. */
	private static final Pattern EDGES = Pattern.compile("^[ \"']+|[ \"']+$");

	/** RFC 5321, sections 4.5.3.1.1 and 4.5.3.1.3. */
	private static final int LONGEST_LOCAL = 64;

	private static final int LONGEST = 254;

	private static final String SCHEME = "mailto:";

	private static final int MOST_DOMAINS = 10_000;

	private static final Map<String, Optional<String>> DOMAINS = new ConcurrentHashMap<>();

	/** Letters that the old and the new rules for domain names map differently. */
	private static final Pattern DEVIATION = Pattern.compile("[\u00df\u1e9e\u03c2\u200c\u200d]");

	private static final Set<String> PLACEHOLDERS = Set
		.copyOf(ProgramFile.entries("/contact/placeholder-addresses.txt"));

	private static final int LONGEST_PLACEHOLDER = PLACEHOLDERS.stream().mapToInt(String::length).max().orElse(0);

	private EmailCell() {
	}

	static Optional<EmailAddress> address(String cell) {
		String text = withoutName(withoutEnd(CellText.visible(cell)));
		int at = text.indexOf('@');
		if (at < 1 || at > LONGEST_LOCAL || at != text.lastIndexOf('@') || !isAtom(text, at)) {
			return Optional.empty();
		}
		return withDomain(text, at);
	}

	/** How many addresses stand in a cell, whatever stands between and around them. */
	static int count(String cell) {
		if (cell.indexOf('@') == cell.lastIndexOf('@')) {
			return (cell.indexOf('@') < 0) ? 0 : 1;
		}
		return (int) ONE_OF_SEVERAL.matcher(CellText.visible(cell)).results().count();
	}

	/** Everything in a text that is an address by its form and has a possible domain. */
	static List<EmailAddress> addresses(String text) {
		return ONE_OF_SEVERAL.matcher(CellText.visible(text))
			.results()
			.map(MatchResult::group)
			.flatMap((found) -> withDomain(found, found.indexOf('@')).stream())
			.toList();
	}

	static String withoutAddresses(String text) {
		return ONE_OF_SEVERAL.matcher(text).replaceAll(";");
	}

	private static Optional<EmailAddress> withDomain(String text, int at) {
		return domain(text.substring(at + 1)).map((domain) -> text.substring(0, at + 1) + domain)
			.filter((address) -> address.length() <= LONGEST && !isPlaceholder(address, at))
			.map(EmailAddress::held);
	}

	/** Whether the text up to there is a dot-atom. */
	private static boolean isAtom(String text, int end) {
		boolean dotted = true;
		for (int at = 0; at < end; at++) {
			char c = text.charAt(at);
			boolean dot = c == '.';
			if ((dot && dotted) || !(dot || isAtom(c))) {
				return false;
			}
			dotted = dot;
		}
		return !dotted;
	}

	private static boolean isAtom(char c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || ATOM_MARKS.indexOf(c) >= 0;
	}

	private static String withoutName(String text) {
		String address = (text.indexOf('<') >= 0) ? named(text) : text;
		return withoutEnd(withoutScheme(isQuoted(address) ? address.substring(1, address.length() - 1) : address));
	}

	/** An apostrophe before an address alone is its first character. */
	private static boolean isQuoted(String text) {
		char first = text.isEmpty() ? ' ' : text.charAt(0);
		return text.length() > 2 && (first == '"' || first == '\'') && text.charAt(text.length() - 1) == first;
	}

	/** What stands in brackets behind a name; another address is no name of it. */
	private static String named(String text) {
		Matcher named = NAMED.matcher(text);
		if (!named.matches()) {
			return text;
		}
		String name = EDGES.matcher(named.group(1)).replaceAll("");
		String address = withoutScheme(named.group(2));
		return (name.indexOf('@') < 0 || name.equalsIgnoreCase(address)) ? address : text;
	}

	private static String withoutScheme(String address) {
		String bare = address.strip();
		boolean linked = bare.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
		return linked ? bare.substring(SCHEME.length()).strip() : bare;
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
			known = ascii(written).filter((domain) -> EmailValidator.getInstance().isValid("x@" + domain))
				.filter((domain) -> !PLACEHOLDERS.contains("*@" + domain));
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

	private static boolean isPlaceholder(String address, int at) {
		if (at + 2 > LONGEST_PLACEHOLDER) {
			return false;
		}
		String lower = CellText.lower(address);
		return PLACEHOLDERS.contains(lower) || PLACEHOLDERS.contains(lower.substring(0, at + 1) + "*");
	}

}
