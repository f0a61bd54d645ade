package org.ssprprefill.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

	private PhoneReading() {
	}

	static Reading<PhoneNumber> read(String cell, Optional<Country> country, MethodKind kind) {
		String text = withoutScheme(CellText.dialled(cell));
		if (SpreadsheetDamage.isCertain(text)) {
			return refused(ContactProblem.PHONE_EXCEL_DAMAGED);
		}
		Optional<PhoneCell> parts = PhoneCell.of(text);
		if (parts.isEmpty() || cell.indexOf('\n') >= 0) {
			int found = count(cell, country);
			if (parts.isEmpty() || found > 1) {
				return new Reading.Refused<>(ContactProblem.PHONE_INVALID, Math.max(1, found));
			}
		}
		return read(parts.get(), country, kind);
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

	private static Reading<PhoneNumber> read(PhoneCell cell, Optional<Country> country, MethodKind kind) {
		if (cell.extension().isPresent() && kind != MethodKind.OFFICE) {
			return refused(ContactProblem.PHONE_EXTENSION);
		}
		Verdict verdict = settle(cell, country);
		if (verdict instanceof Verdict.Unproven unproven) {
			return refused(cell.thousands() ? ContactProblem.PHONE_EXCEL_DAMAGED : unproven.problem());
		}
		Verdict.Proven proven = (Verdict.Proven) verdict;
		if (!serves(proven.type(), kind)) {
			return refused(ContactProblem.PHONE_KIND);
		}
		String extension = cell.extension().map("x"::concat).orElse("");
		return new Reading.Accepted<>(PhoneNumber.proven(proven.number().normalForm() + extension));
	}

	/** One number in all readings that prove any, or none. */
	private static Verdict settle(PhoneCell cell, Optional<Country> country) {
		if (cell.readings().size() == 1) {
			return NumberingPlan.judge(cell.readings().get(0), country);
		}
		List<Verdict> verdicts = new ArrayList<>(2);
		for (String reading : cell.readings()) {
			// Where 00 leads abroad, that reading is there already, with a plus sign
			if (!reading.startsWith("00") || !country.filter(NumberingPlan::leavesBy00).isPresent()) {
				verdicts.add(NumberingPlan.judge(reading, country));
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
