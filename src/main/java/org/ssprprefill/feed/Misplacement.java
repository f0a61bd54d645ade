package org.ssprprefill.feed;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.ssprprefill.contact.Country;
import org.ssprprefill.contact.EmailAddress;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.PhoneNumber;
import org.ssprprefill.contact.Reading;

/**
 * Phone numbers and private addresses in columns for keys, names and groups, where a row
 * was shifted or two cells were swapped.
 * <p>
 * A phone number begins with a plus sign, or is one of the row's country in a form that
 * ids do not have: nine digits with a leading zero, which must be a mobile if nothing
 * stands between them, or three groups. All other digits are ids, and so is what looks
 * like the other ids of the column. A name has no digits at all.
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

	private static final int FEWEST_DIGITS = 7;

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
		return (text.indexOf('@') >= 0) ? address(field, text, email) : phone(field, text, country);
	}

	private Optional<String> phone(Field field, String text, Supplier<Optional<Country>> named) {
		boolean plus = text.startsWith("+") || text.startsWith("(+");
		if (!isDialled(text) || !(plus || field == Field.NAME || isPhoneLike(text))) {
			return Optional.empty();
		}
		Optional<Country> country = named.get();
		boolean alone = field != Field.NAME && text.chars().allMatch(Character::isDigit);
		MethodKind kind = alone ? MethodKind.MOBILE : MethodKind.OFFICE;
		Reading<PhoneNumber> reading = PhoneNumber.read(text, country, kind);
		boolean phone = plus
				|| (reading instanceof Reading.Accepted && !this.habits.isRepeated(field, text) && this.habits
					.isUsual(field, text, (cell) -> PhoneNumber.read(cell, country, kind) instanceof Reading.Accepted));
		return phone ? Optional
			.of((reading instanceof Reading.Accepted<PhoneNumber> accepted) ? accepted.value().toString() : "••••••")
				: Optional.empty();
	}

	/** Digits enough for a phone number, and nothing but what stands between them. */
	private static boolean isDialled(String text) {
		int digits = 0;
		for (int at = 0; at < text.length(); at++) {
			char c = text.charAt(at);
			boolean digit = Character.isDigit(c);
			if (!digit && " ()+-./\u00a0\u2011".indexOf(c) < 0) {
				return false;
			}
			digits += digit ? 1 : 0;
		}
		return digits >= FEWEST_DIGITS;
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

	private Optional<String> address(Field field, String text, Supplier<Optional<String>> email) {
		String written = text.substring(text.indexOf('@') + 1);
		if (this.ownDomains.contains(written) || this.usual.getOrDefault(field, Set.of()).contains(written)) {
			return Optional.empty();
		}
		Reading<EmailAddress> reading = EmailAddress.read(text, this.ownDomains);
		if (reading instanceof Reading.Refused<EmailAddress> refused) {
			return (refused.found() > 1 && !KEYS.contains(field)) ? Optional.of("•••@•••") : Optional.empty();
		}
		EmailAddress found = ((Reading.Accepted<EmailAddress>) reading).value();
		String domain = ColumnHabits.domain(found.toString()).orElse("");
		boolean foreign = MailProviders.isOne(domain) || switch (field) {
			case USER_PRINCIPAL_NAME -> !text.toLowerCase(Locale.ROOT).contains(GUEST) && isForeignName(domain, email);
			case MAIL -> isSwapped(field, domain, email);
			default -> !isOfPeople(domain) && (knowsDomains() || !this.habits.domains(field).contains(domain));
		};
		return foreign ? Optional.of(found.toString()) : Optional.empty();
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
