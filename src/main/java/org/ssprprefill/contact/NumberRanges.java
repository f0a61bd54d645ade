package org.ssprprefill.contact;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import org.jspecify.annotations.Nullable;

import org.ssprprefill.contact.NumberingPlan.Verdict;

/**
 * The ranges of numbers that were proven so far. A numbering plan looks at the first few
 * digits of a number and at its length, so one number of a range tells for all of them;
 * to ask libphonenumber takes many times longer than to look here.
 */
final class NumberRanges {

	/** The lengths of the numbers in the table, without the country code. */
	private static final int SHORTEST = 5;

	private static final int LONGEST = 17;

	/** Ranges are found by so many digits at most. */
	private static final int MOST_DIGITS = 10;

	/** A table of two megabytes. Most exports need a few hundred ranges. */
	private static final int MOST_RANGES = 20_000;

	private final Map<Long, Range> ranges = new ConcurrentHashMap<>();

	/** What the numbers of a range are, and how many digits precede the national one. */
	private record Range(String code, int prefix, PhoneNumberType type) {

		Verdict.Proven verdict(String digits) {
			return new Verdict.Proven(PhoneNumber.proven(this.code + digits.substring(this.prefix)), this.type);
		}

	}

	/**
	 * The verdict on a number.
	 * @param dialled a plus sign and digits, or digits alone in national form
	 * @param country the country whose national form it may have
	 * @param separated whether people grouped the digits
	 * @param plan asked where the table does not know the number's range
	 * @return what the plan says of the number
	 */
	Verdict verdict(String dialled, Optional<Country> country, boolean separated, Supplier<Verdict> plan) {
		String code = NumberingPlan.countryCode(dialled);
		String digits = dialled.substring(code.length());
		if ((code.isEmpty() && (country.isEmpty() || dialled.startsWith("+"))) || digits.length() < SHORTEST
				|| digits.length() > LONGEST) {
			return plan.get();
		}
		long table = (2 * table(code, country) + (separated ? 1 : 0)) * (LONGEST + 1) + digits.length();
		Range range = range(table, digits);
		if (range != null) {
			return range.verdict(digits);
		}
		Verdict verdict = plan.get();
		if (verdict instanceof Verdict.Proven proven) {
			remember(table, digits, code.isEmpty() ? country : Optional.empty(), proven);
		}
		return verdict;
	}

	private @Nullable Range range(long table, String digits) {
		Range range = null;
		long beginning = 1;
		for (int at = 0; range == null && at < Math.min(MOST_DIGITS, digits.length()); at++) {
			beginning = 10 * beginning + digits.charAt(at) - '0';
			range = this.ranges.get(key(table, beginning));
		}
		return range;
	}

	private void remember(long table, String digits, Optional<Country> country, Verdict.Proven proven) {
		String number = proven.number().normalForm();
		String code = NumberingPlan.countryCode(number);
		int prefix = digits.length() - (number.length() - code.length());
		if (digits.endsWith(number.substring(code.length())) && this.ranges.size() < MOST_RANGES) {
			int length = PlanReach.of(digits, code, country, prefix);
			if (length <= MOST_DIGITS) {
				this.ranges.put(key(table, Long.parseLong("1" + digits.substring(0, length))),
						new Range(code, prefix, proven.type()));
			}
		}
	}

	private static long key(long table, long beginning) {
		return (table << 37) | beginning;
	}

	/** A number for every country code and every country. */
	private static long table(String code, Optional<Country> country) {
		return code.isEmpty()
				? 1000 + country.map((it) -> 26 * (it.code().charAt(0) - 'A') + it.code().charAt(1) - 'A').orElseThrow()
				: Integer.parseInt(code.substring(1));
	}

}
