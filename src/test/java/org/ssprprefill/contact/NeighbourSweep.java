package org.ssprprefill.contact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;

/**
 * How many mobiles of a country, written in national form, are taken for numbers of its
 * neighbour when the country column says so. Run it from the project's folder to write
 * the page of the table anew.
 */
final class NeighbourSweep {

	static final Path PAGE = Path.of("src/docs/phone-countries.md");

	private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();

	private static final Set<PhoneNumberType> MOBILE = Set.of(PhoneNumberType.MOBILE,
			PhoneNumberType.FIXED_LINE_OR_MOBILE);

	private static final int SAMPLE = 100;

	private static final int TRIES = 40_000;

	/** Rarer mistakes than that are left out of the table. */
	private static final int LEAST = 10;

	private final Map<String, List<Phonenumber.PhoneNumber>> mobiles = new HashMap<>();

	private NeighbourSweep() {
	}

	/** Of so many percent of one country's mobiles the other's plan knows no better. */
	private record Mistaken(String from, String in, long percent) {
	}

	public static void main(String[] arguments) throws IOException {
		String page = page();
		Files.writeString(PAGE, page);
		System.out.print(page);
	}

	static String page() throws IOException {
		List<Mistaken> all = new NeighbourSweep().sweep();
		String table = all.stream()
			.filter((it) -> it.percent() >= LEAST)
			.sorted(Comparator.comparingLong((Mistaken it) -> -it.percent())
				.thenComparing(Mistaken::from)
				.thenComparing(Mistaken::in))
			.collect(Collectors.groupingBy(Mistaken::percent, LinkedHashMap::new,
					Collectors.mapping((it) -> it.from() + " → " + it.in(), Collectors.joining(", "))))
			.entrySet()
			.stream()
			.map((it) -> "| %d %% | %s |\n".formatted(it.getKey(), it.getValue()))
			.collect(Collectors.joining());
		long none = all.stream().filter((it) -> it.percent() == 0).count();
		return """
				# The country must be the phone's

				A number without `+` and country code is read in the row's country. If that is the country of residence,
				birth or the workplace, the number of somebody who kept a phone from across the border may be a valid
				number of a stranger, and nothing in it says so. So let `country` be the country of the phone, or have HR
				write `+` and the code; `check` and the report count the accepted numbers by country code, with the share
				in national form.

				How many mobiles of one country, in national form, are valid mobiles of its neighbour (`FR → CH`: French
				ones in rows that say Switzerland), of %d pairs; %d pairs have none. Written by `NeighbourSweep` of the
				tests from libphonenumber's plans.

				| Share | Pairs |
				|---|---|
				"""
			.formatted(all.size(), none) + table;
	}

	private List<Mistaken> sweep() throws IOException {
		List<Mistaken> all = new ArrayList<>();
		for (String line : Files.readAllLines(Path.of("src/test/resources/contact/neighbours.txt"))) {
			String[] countries = line.startsWith("#") ? new String[0] : line.split(" ");
			for (int other = 1; other < countries.length; other++) {
				all.add(mistaken(countries[0], countries[other]));
				all.add(mistaken(countries[other], countries[0]));
			}
		}
		return all;
	}

	private Mistaken mistaken(String from, String in) {
		List<Phonenumber.PhoneNumber> numbers = mobiles(from);
		long wrong = numbers.stream().filter((number) -> isMistaken(number, in)).count();
		return new Mistaken(from, in, Math.round(100.0 * wrong / Math.max(1, numbers.size())));
	}

	private static boolean isMistaken(Phonenumber.PhoneNumber number, String in) {
		String right = PLANS.format(number, PhoneNumberFormat.E164);
		return read(number, in) instanceof Reading.Accepted<PhoneNumber> accepted
				&& !accepted.value().normalForm().equals(right);
	}

	static Reading<PhoneNumber> read(Phonenumber.PhoneNumber number, String in) {
		return PhoneNumber.read(PLANS.format(number, PhoneNumberFormat.NATIONAL), Optional.of(new Country(in)),
				MethodKind.MOBILE);
	}

	private List<Phonenumber.PhoneNumber> mobiles(String region) {
		return this.mobiles.computeIfAbsent(region, NeighbourSweep::drawn);
	}

	/** Mobiles drawn evenly from all digits that the plan of a region takes for some. */
	static List<Phonenumber.PhoneNumber> drawn(String region) {
		Phonenumber.PhoneNumber example = PLANS.getExampleNumberForType(region, PhoneNumberType.MOBILE);
		List<Phonenumber.PhoneNumber> drawn = new ArrayList<>();
		if (example == null) {
			return drawn;
		}
		String national = PLANS.getNationalSignificantNumber(example);
		Random random = new Random(region.toLowerCase(Locale.ROOT).hashCode());
		long bound = (long) Math.pow(10, national.length());
		for (int tried = 0; tried < TRIES && drawn.size() < SAMPLE; tried++) {
			Phonenumber.PhoneNumber number = new Phonenumber.PhoneNumber().setCountryCode(example.getCountryCode())
				.setNationalNumber(Math.floorMod(random.nextLong(), bound));
			if (PLANS.getNationalSignificantNumber(number).length() == national.length()
					&& PLANS.isValidNumberForRegion(number, region) && MOBILE.contains(PLANS.getNumberType(number))) {
				drawn.add(number);
			}
		}
		return drawn;
	}

}
