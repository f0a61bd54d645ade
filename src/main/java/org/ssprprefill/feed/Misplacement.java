package org.ssprprefill.feed;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ssprprefill.contact.Country;
import org.ssprprefill.contact.EmailAddress;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.PhoneMention;
import org.ssprprefill.contact.PhoneNumber;
import org.ssprprefill.contact.Reading;

/**
 * Phone numbers and private addresses in columns for keys, names and groups, where a row
 * was shifted, two cells were swapped, or a person noted one beside something else.
 * <p>
 * A phone number begins with a plus sign, or is one of the row's country that a word such
 * as {@code tel.} precedes or in a form that ids do not have: nine digits with a leading
 * zero, which must be a mobile if nothing stands between them, or three groups. All other
 * digits are ids, and so is what looks like the other ids of the column. A name that is
 * nothing but digits is a number, too; there, and behind such a word, the zero or the
 * country code may be lost.
 * <p>
 * A foreign address is outside the tenant's domains, or, where those are not known,
 * outside the domains that the column is full of. Work addresses may be anywhere but at a
 * provider of private ones, and sign-in names of guests are not foreign.
 */
final class Misplacement {

	/** The columns that are shown and kept in clear. */
	static final Set<Field> SHOWN = EnumSet.of(Field.EMPLOYEE_ID, Field.USER_PRINCIPAL_NAME, Field.MAIL,
			Field.OBJECT_ID, Field.NAME, Field.GROUP);

	/** Of these, columns of addresses: one of their usual domain is at home. */
	private static final Set<Field> KEYS = EnumSet.of(Field.USER_PRINCIPAL_NAME, Field.MAIL);

	/** A domain that no rule for internationalised ones changes. */
	private static final Pattern PLAIN = Pattern.compile("[a-z0-9.-]+");

	/** What headers say of columns with phone numbers, and people before a number. */
	private static final Set<Meaning> PHONES = Set.of(Meaning.of(Field.MOBILE), Meaning.of(Field.ALTERNATE_MOBILE),
			Meaning.of(Field.OFFICE), Meaning.PHONE, Meaning.HOME_PHONE, Meaning.WORK_MOBILE);

	private static final Pattern LAST_WORDS = Pattern
		.compile("(?:[\\p{L}\\p{M}]+[ .]+)?([\\p{L}\\p{M}]+)[^\\p{L}\\p{N}]*$");

	private static final String HIDDEN = "••••••";

	/** What people write between an address and something else. */
	private static final String BETWEEN = " ,;|/()<>";

	/** Shorter ones in a key column are ids, unless people grouped them. */
	private static final int FEWEST_UNGROUPED = 9;

	private static final String GUEST = "#ext#";

	private final ColumnHabits habits;

	private final Set<String> ownDomains;

	/** The usual domains of key columns, those of providers not among them. */
	private final Map<Field, Set<String>> usual = new EnumMap<>(Field.class);

	Misplacement(ColumnHabits habits, Set<String> ownDomains) {
		this.habits = habits;
		this.ownDomains = ownDomains;
		for (Field key : KEYS) {
			this.usual.put(key,
					habits.domains(key)
						.stream()
						.filter((domain) -> PLAIN.matcher(domain).matches() && !MailProviders.isOne(domain))
						.collect(Collectors.toUnmodifiableSet()));
		}
	}

	/**
	 * What stands in a cell that should hold something else.
	 * @param field what the cell should hold
	 * @param text what it says
	 * @param email what the cell for the private address says
	 * @return the misplaced value masked, or nothing where the cell is in order
	 */
	Optional<String> masked(Field field, String text, Supplier<Optional<Country>> country,
			Supplier<Optional<String>> email) {
		if (text.indexOf('@') < 0) {
			return phone(field, text, country);
		}
		return isAtHome(field, text) ? Optional.empty()
				: address(field, text, email).or(() -> phone(field, text, country));
	}

	private Optional<String> phone(Field field, String text, Supplier<Optional<Country>> country) {
		for (PhoneMention mention : PhoneMention.in(EmailAddress.takenOutOf(text), country)) {
			boolean mayBe = mention.hasPlus() || isNamed(field, mention) || isPhoneLike(mention.text());
			Optional<String> number = mayBe ? number(field, mention, country.get()) : Optional.empty();
			if (mention.hasPlus() || (number.isPresent() && !this.habits.isRepeated(field, text)
					&& areNumbersAlike(field, text, country))) {
				return Optional.of(number.orElse(HIDDEN));
			}
		}
		return Optional.empty();
	}

	/** Masked; a spreadsheet may have taken the beginning away. */
	private static Optional<String> number(Field field, PhoneMention mention, Optional<Country> country) {
		boolean named = isNamed(field, mention);
		Reading<PhoneNumber> reading = PhoneNumber.read(mention.text(), country,
				(named || !mention.isUngrouped()) ? MethodKind.OFFICE : MethodKind.MOBILE);
		if (reading instanceof Reading.Accepted<PhoneNumber> accepted) {
			return Optional.of(accepted.value().toString());
		}
		boolean cut = named && reading instanceof Reading.Refused<PhoneNumber> refused && !refused.codes().isEmpty();
		return cut ? Optional.of(HIDDEN) : Optional.empty();
	}

	/**
	 * Most cells of the column that look like this one hold numbers, or there are none.
	 */
	private boolean areNumbersAlike(Field field, String text, Supplier<Optional<Country>> country) {
		return this.habits.isUsual(field, text,
				(cell) -> PhoneMention.in(EmailAddress.takenOutOf(cell), country)
					.stream()
					.anyMatch((mention) -> number(field, mention, country.get()).isPresent()));
	}

	/** A word before it says what it is, or there is nothing else in a name. */
	private static boolean isNamed(Field field, PhoneMention mention) {
		if (mention.alone()) {
			return field == Field.NAME;
		}
		Matcher words = LAST_WORDS.matcher(mention.before());
		return words.find() && Stream.of(words.group(1), words.group())
			.map(KnownHeaders::meaning)
			.flatMap(Optional::stream)
			.anyMatch(PHONES::contains);
	}

	private static boolean isPhoneLike(String text) {
		boolean zero = text.startsWith("0") || text.startsWith("(0");
		int digits = 0;
		int groups = 0;
		boolean inGroup = false;
		for (int at = 0; at < text.length(); at++) {
			boolean digit = Character.isDigit(text.charAt(at));
			digits += digit ? 1 : 0;
			groups += (digit && !inGroup) ? 1 : 0;
			inGroup = digit;
		}
		return (zero && digits >= FEWEST_UNGROUPED) || groups > 2;
	}

	/** Of most rows, without a closer look. */
	private boolean isAtHome(Field field, String text) {
		String domain = text.substring(text.indexOf('@') + 1);
		boolean own = this.ownDomains.contains(domain) || this.usual.getOrDefault(field, Set.of()).contains(domain);
		return own && text.chars().noneMatch((c) -> BETWEEN.indexOf(c) >= 0);
	}

	private Optional<String> address(Field field, String text, Supplier<Optional<String>> email) {
		return EmailAddress.in(text)
			.stream()
			.filter((found) -> !found.isWithin(this.ownDomains))
			.filter((found) -> isForeign(field, text, ColumnHabits.domain(found.toString()).orElse(""), email))
			.findFirst()
			.map(EmailAddress::toString);
	}

	private boolean isForeign(Field field, String text, String domain, Supplier<Optional<String>> email) {
		return MailProviders.isOne(domain) || switch (field) {
			case USER_PRINCIPAL_NAME -> !text.toLowerCase(Locale.ROOT).contains(GUEST) && isForeignName(domain, email);
			case MAIL -> isSwapped(field, domain, email);
			default -> !isOfPeople(domain) && (knowsDomains() || !this.habits.domains(field).contains(domain));
		};
	}

	private boolean knowsDomains() {
		return !this.ownDomains.isEmpty();
	}

	/** Some directories name people in a domain that Entra does not know. */
	private boolean isForeignName(String domain, Supplier<Optional<String>> email) {
		return knowsDomains() ? !this.habits.domains(Field.USER_PRINCIPAL_NAME).contains(domain)
				: isSwapped(Field.USER_PRINCIPAL_NAME, domain, email);
	}

	private boolean isOfPeople(String domain) {
		return this.habits.domains(Field.USER_PRINCIPAL_NAME).contains(domain)
				|| this.habits.domains(Field.MAIL).contains(domain);
	}

	/** The column's usual domain stands where the private address should. */
	private boolean isSwapped(Field field, String domain, Supplier<Optional<String>> email) {
		Set<String> usual = this.habits.domains(field);
		return !usual.contains(domain) && email.get()
			.flatMap(ColumnHabits::domain)
			.filter((other) -> usual.contains(other) || this.ownDomains.contains(other))
			.isPresent();
	}

}
