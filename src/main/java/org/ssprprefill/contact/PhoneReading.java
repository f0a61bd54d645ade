package org.ssprprefill.contact;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;

import org.ssprprefill.contact.NumberingPlan.Verdict;

/** From HR's cell to a number that may be registered, or the reason why not. */
final class PhoneReading {

	/** Of a telephone number as an address (RFC 3966). */
	private static final String SCHEME = "tel:";

	/** What people write between two numbers. */
	private static final Pattern BETWEEN = Pattern.compile("[/;,|&\\r\\n]|\\s(en|of|and|or|und|oder|et|ou)\\s",
			Pattern.CASE_INSENSITIVE);

	/** How personnel systems write the kind of phone behind its number. */
	private static final Pattern LABEL = label(
			"mobile|mobile phone|cell|cell phone|mobiel|mobil|handy|portable|m[oó]vil"
					+ "|celular|cellulare|telem[oó]vel|kom[oó]rkowy|kom[oó]rka|cep|matkapuhelin|κινητό|携帯|手机|手機|휴대폰");

	/** The same of a phone on a desk. */
	private static final Pattern DESK = label("landline|telephone|work|office|vast|werk|festnetz|fixe|fijo|fisso|fixo");

	/** As many digits as a spreadsheet shows of a fraction. */
	private static final int SHOWN = 10;

	/** E.164, without the plus sign. */
	private static final int LONGEST_NUMBER = 15;

	/** Why digits are refused that a country code may make a number. */
	private static final Set<ContactProblem> WITHOUT_CODE = EnumSet.of(ContactProblem.PHONE_EXCEL_DAMAGED,
			ContactProblem.PHONE_NOT_POSSIBLE_FOR_COUNTRY, ContactProblem.PHONE_COUNTRY_UNKNOWN);

	private PhoneReading() {
	}

	static Reading<PhoneNumber> read(String cell, Optional<Country> country, MethodKind kind) {
		String text = withoutLabel(withoutScheme(CellText.dialled(cell)), kind);
		if (SpreadsheetDamage.isCertain(text) || isFraction(text, country)) {
			return refused(ContactProblem.PHONE_EXCEL_DAMAGED);
		}
		Optional<PhoneCell> parts = PhoneCell.of(text);
		if (parts.isEmpty() || cell.indexOf('\n') >= 0) {
			int found = count(cell, country);
			if (found < 2 && SpreadsheetDamage.isFraction(text)) {
				return refused(ContactProblem.PHONE_EXCEL_DAMAGED);
			}
			if (parts.isEmpty() || found > 1) {
				return new Reading.Refused<>(ContactProblem.PHONE_INVALID, Math.max(1, found));
			}
		}
		Reading<PhoneNumber> reading = read(parts.get(), country, kind);
		return (reading instanceof Reading.Refused<PhoneNumber> refused && !SpreadsheetDamage.isFraction(text))
				? new Reading.Refused<>(refused.problem(), 1, codes(parts.get(), refused.problem(), country, kind))
				: reading;
	}

	/**
	 * Whether a spreadsheet may have made a decimal fraction of the number: the country
	 * code stands before its point, it is a number as well with zeros at its end, or it
	 * is as long as what is shown of another country's number.
	 */
	private static boolean isFraction(String text, Optional<Country> country) {
		if (country.isEmpty() || !SpreadsheetDamage.isFraction(text)) {
			return false;
		}
		String code = "+" + text.split("[.,]", 2)[0];
		String digits = CellText.digits(text);
		return country.get().callingCode().equals(code) || mayBeLonger(digits, country) || (digits.length() == SHOWN
				&& NumberingPlan.countryCode("+" + digits).equals(code) && mayBeLonger("+" + digits, Optional.empty()));
	}

	private static boolean mayBeLonger(String dialled, Optional<Country> country) {
		StringBuilder longer = new StringBuilder(dialled);
		boolean proven = false;
		while (!proven && longer.length() < LONGEST_NUMBER) {
			proven = NumberingPlan.judge(longer.append('0').toString(), country, false) instanceof Verdict.Proven;
		}
		return proven;
	}

	/** How many parts of a cell are each a number by itself. */
	private static int count(String cell, Optional<Country> country) {
		return (int) BETWEEN.splitAsStream(cell)
			.flatMap((part) -> PhoneCell.of(CellText.dialled(part)).stream())
			.filter((part) -> settle(part, country) instanceof Verdict.Proven)
			.count();
	}

	private static String withoutScheme(String text) {
		return text.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) ? text.substring(SCHEME.length()).strip() : text;
	}

	private static String withoutLabel(String text, MethodKind kind) {
		Pattern other = (kind == MethodKind.OFFICE) ? DESK : LABEL;
		return text.endsWith(")") ? (LABEL.matcher(text).find() ? LABEL : other).matcher(text).replaceFirst("") : text;
	}

	private static Pattern label(String words) {
		return Pattern.compile(" *\\((" + words + ")\\)$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
	}

	private static Reading<PhoneNumber> read(PhoneCell cell, Optional<Country> country, MethodKind kind) {
		if (cell.extension().isPresent() && kind != MethodKind.OFFICE) {
			return refused(ContactProblem.PHONE_EXTENSION);
		}
		Verdict verdict = settle(cell, country);
		if (verdict instanceof Verdict.Unproven unproven) {
			return refused(problem(cell, unproven));
		}
		Verdict.Proven proven = (Verdict.Proven) verdict;
		if (!serves(proven.type(), kind)) {
			return refused(ContactProblem.PHONE_KIND);
		}
		String extension = cell.extension().map("x"::concat).orElse("");
		return new Reading.Accepted<>(PhoneNumber.proven(proven.number().normalForm() + extension));
	}

	/** The country codes with which the digits would be a number that serves. */
	private static List<String> codes(PhoneCell cell, ContactProblem problem, Optional<Country> country,
			MethodKind kind) {
		String digits = cell.readings().get(0);
		if (!WITHOUT_CODE.contains(problem) || cell.thousands() || digits.startsWith("+")) {
			return List.of();
		}
		Stream<String> known = country.stream()
			.flatMap((own) -> DiallingCustoms.relatives(own, digits))
			.map((one) -> one.callingCode() + digits);
		return Stream.concat(known, digits.startsWith("0") ? Stream.empty() : Stream.of("+" + digits))
			.map((number) -> DiallingCustoms.today(number, Optional.empty()))
			.map((number) -> NumberingPlan.judge(number, Optional.empty(), cell.separated()))
			.filter((verdict) -> verdict instanceof Verdict.Proven proven && serves(proven.type(), kind))
			.map((verdict) -> ((Verdict.Proven) verdict).number().countryCode())
			.distinct()
			.toList();
	}

	/** What people grouped no spreadsheet has changed: its prefix was left out. */
	private static ContactProblem problem(PhoneCell cell, Verdict.Unproven verdict) {
		if (cell.thousands()) {
			return ContactProblem.PHONE_EXCEL_DAMAGED;
		}
		return (cell.separated() && verdict.problem() == ContactProblem.PHONE_EXCEL_DAMAGED)
				? ContactProblem.PHONE_NOT_POSSIBLE_FOR_COUNTRY : verdict.problem();
	}

	/** One number in all readings that prove any, or none. */
	private static Verdict settle(PhoneCell cell, Optional<Country> country) {
		if (cell.readings().size() == 1) {
			return judge(cell.readings().get(0), country, cell.separated());
		}
		List<Verdict> verdicts = new ArrayList<>(2);
		for (String reading : cell.readings()) {
			// Where 00 leads abroad, that reading is there already, with a plus sign
			if (!reading.startsWith("00") || !country.filter(NumberingPlan::leavesBy00).isPresent()) {
				verdicts.add(judge(reading, country, cell.separated()));
			}
		}
		if (verdicts.size() == 1) {
			return verdicts.get(0);
		}
		List<Verdict> proven = verdicts.stream().filter(Verdict.Proven.class::isInstance).distinct().toList();
		if (proven.size() > 1) {
			return new Verdict.Unproven(ContactProblem.PHONE_INVALID);
		}
		return Stream.concat(proven.stream(), verdicts.stream()).findFirst().orElseThrow();
	}

	/** As the plan says, and where the country dials its neighbours' numbers, theirs. */
	private static Verdict judge(String reading, Optional<Country> country, boolean separated) {
		String dialled = DiallingCustoms.today(reading, country);
		if (dialled.startsWith("+") || country.isEmpty()) {
			return NumberingPlan.judge(dialled, country, separated);
		}
		Optional<Country> network = DiallingCustoms.network(country.get());
		if (network.isPresent() && isMobile(NumberingPlan.judge(dialled, network, separated))) {
			return new Verdict.Unproven(ContactProblem.PHONE_COUNTRY_UNKNOWN);
		}
		Verdict verdict = NumberingPlan.judge(dialled, country, separated);
		boolean proven = verdict instanceof Verdict.Proven;
		if (proven && !DiallingCustoms.holdsOthers(country.get())) {
			return verdict;
		}
		List<Verdict> others = DiallingCustoms.sharing(country.get(), dialled)
			.stream()
			.map((other) -> NumberingPlan.judge(dialled, Optional.of(other), separated))
			.filter(Verdict.Proven.class::isInstance)
			.distinct()
			.toList();
		return (others.size() == 1) ? others.get(0)
				: proven && !others.isEmpty() ? new Verdict.Unproven(ContactProblem.PHONE_COUNTRY_UNKNOWN) : verdict;
	}

	private static boolean isMobile(Verdict verdict) {
		return verdict instanceof Verdict.Proven proven && serves(proven.type(), MethodKind.MOBILE);
	}

	private static boolean serves(PhoneNumberType type, MethodKind kind) {
		return switch (type) {
			case MOBILE, FIXED_LINE_OR_MOBILE -> kind.isPhone();
			case FIXED_LINE -> kind == MethodKind.OFFICE;
			default -> false;
		};
	}

	private static Reading<PhoneNumber> refused(ContactProblem problem) {
		return new Reading.Refused<>(problem);
	}

}
