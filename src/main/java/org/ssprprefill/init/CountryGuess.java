package org.ssprprefill.init;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.ssprprefill.contact.Country;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.PhoneNumber;
import org.ssprprefill.contact.Reading;
import org.ssprprefill.feed.KnownHeaders;

/**
 * The country whose national form the numbers of an export have. Where the numbers alone
 * fit several countries, what else the file shows may decide, and is named; a country
 * that nothing speaks for is not proposed.
 *
 * @param country the country to propose
 * @param likely a country that is common in the file but not proven for rows without one
 * @param reason what speaks for it, or why none is proposed, in a sentence
 * @param certain whether a person need not look at it
 */
record CountryGuess(Optional<Country> country, Optional<Country> likely, String reason, boolean certain) {

	private static final int SAMPLE = 200;

	private static final int NAMED = 5;

	static CountryGuess of(Table table) {
		Optional<Column> named = table.country();
		if (named.isPresent()) {
			return byColumn(named.get());
		}
		List<String> national = table.dialled().stream().filter(CountryGuess::isNational).limit(SAMPLE).toList();
		if (national.isEmpty()) {
			return new CountryGuess(Optional.empty(), Optional.empty(), "No number in the file needs a country.", true);
		}
		// Mobile numbers tell countries apart better than numbers of any kind
		List<Country> best = best(national, MethodKind.MOBILE);
		List<Country> fitting = best.isEmpty() ? best(national, MethodKind.OFFICE) : best;
		if (fitting.isEmpty()) {
			return new CountryGuess(Optional.empty(), Optional.empty(),
					"The numbers have no country code and fit no country; without one they are rejected.", false);
		}
		String fit = "The numbers without a country code are numbers of " + named(fitting);
		return (fitting.size() == 1) ? proposal(fitting.get(0), fit + " alone.", true) : between(fitting, fit, table);
	}

	private static String named(List<Country> countries) {
		String some = countries.stream().limit(NAMED).map(Country::code).collect(Collectors.joining(", "));
		return (countries.size() > NAMED) ? some + " and " + (countries.size() - NAMED) + " more countries" : some;
	}

	private static CountryGuess proposal(Country country, String reason, boolean certain) {
		return new CountryGuess(Optional.of(country), Optional.of(country), reason, certain);
	}

	private static CountryGuess byColumn(Column named) {
		List<Country> countries = Table.mostFrequent(named.cells(), Country::parse);
		boolean complete = named.count(Column::isCountry) == named.rows();
		String most = "Most rows name " + countries.get(0).code() + " in the column for countries";
		return new CountryGuess(Optional.empty(), Optional.of(countries.get(0)),
				most + (complete ? ", and every row names one." : "; which country is meant where it names none?"),
				complete);
	}

	private static boolean isNational(String cell) {
		return !cell.startsWith("+") && !cell.startsWith("00") && !cell.startsWith("(+");
	}

	/**
	 * The countries that most of the numbers fit, if those are more than half of them.
	 */
	private static List<Country> best(List<String> national, MethodKind kind) {
		Map<Country, Long> fitting = new LinkedHashMap<>();
		for (String code : Locale.getISOCountries()) {
			Country country = new Country(code);
			fitting.put(country, national.stream().filter((cell) -> number(cell, country, kind).isPresent()).count());
		}
		long most = fitting.values().stream().mapToLong(Long::longValue).max().orElse(0);
		return (2 * most <= national.size()) ? List.of()
				: fitting.entrySet().stream().filter((it) -> it.getValue() == most).map(Map.Entry::getKey).toList();
	}

	/** The cell as a number of that country itself, not of one it dials as at home. */
	private static Optional<PhoneNumber> number(String cell, Country country, MethodKind kind) {
		return (PhoneNumber.read(cell, Optional.of(country), kind) instanceof Reading.Accepted<PhoneNumber> accepted
				&& accepted.value().countryCode().equals(country.callingCode())) ? Optional.of(accepted.value())
						: Optional.empty();
	}

	private static CountryGuess between(List<Country> best, String fit, Table table) {
		return alone(best, codes(best, table), fit + "; those with a country code decide")
			.or(() -> alone(best, byHeaders(table), fit + "; the headers decide"))
			.or(() -> alone(best, byDomains(table), fit + "; the endings of the addresses decide"))
			.or(() -> sameNumbers(best, fit, table))
			.orElseGet(() -> new CountryGuess(Optional.empty(), Optional.empty(),
					fit + " alike, so nobody can tell; without a country they are rejected.", false));
	}

	/**
	 * Countries with one country code between them, in which the numbers are the same.
	 */
	private static Optional<CountryGuess> sameNumbers(List<Country> best, String fit, Table table) {
		List<String> codes = table.dialled()
			.stream()
			.filter(CountryGuess::isNational)
			.limit(SAMPLE)
			.flatMap((cell) -> best.stream().flatMap((country) -> number(cell, country, MethodKind.OFFICE).stream()))
			.map(PhoneNumber::countryCode)
			.distinct()
			.toList();
		return (codes.size() == 1) ? Country.withCode(codes.get(0))
			.filter(best::contains)
			.map((country) -> proposal(country,
					fit + ", which share the country code " + codes.get(0) + ": " + country.code() + " stands for all.",
					false))
				: Optional.empty();
	}

	/** The one country that is among the best and among those something speaks for. */
	private static Optional<CountryGuess> alone(List<Country> best, List<Country> speaking, String reason) {
		List<Country> both = speaking.stream().filter(best::contains).distinct().toList();
		return both.stream()
			.findFirst()
			.filter((first) -> both.size() == 1)
			.map((country) -> proposal(country, reason + ": " + country.code() + ".", false));
	}

	/** The countries of the best that share the code of the file's other numbers. */
	private static List<Country> codes(List<Country> best, Table table) {
		List<String> codes = Table.mostFrequent(table.dialled(), CountryGuess::code);
		if (codes.isEmpty()) {
			return List.of();
		}
		List<String> national = table.dialled().stream().filter(CountryGuess::isNational).limit(SAMPLE).toList();
		return best.stream()
			.filter((country) -> national.stream()
				.flatMap((cell) -> number(cell, country, MethodKind.OFFICE).stream())
				.map(PhoneNumber::countryCode)
				.anyMatch(codes.get(0)::equals))
			.toList();
	}

	private static Optional<String> code(String cell) {
		Reading<PhoneNumber> reading = PhoneNumber.read(cell, Optional.empty(), MethodKind.OFFICE);
		return (reading instanceof Reading.Accepted<PhoneNumber> accepted) ? Optional.of(accepted.value().countryCode())
				: Optional.empty();
	}

	/** The largest country of the language that the headers are written in. */
	static Optional<Country> byLanguage(Table table) {
		return byHeaders(table).stream().findFirst();
	}

	private static List<Country> byHeaders(Table table) {
		List<List<Country>> written = table.columns()
			.stream()
			.map((column) -> KnownHeaders.countries(column.header()))
			.filter((countries) -> !countries.isEmpty())
			.toList();
		return (Set.copyOf(written).size() == 1) ? written.get(0) : List.of();
	}

	private static List<Country> byDomains(Table table) {
		List<String> known = Arrays.asList(Locale.getISOCountries());
		List<Country> countries = new ArrayList<>();
		List<String> addresses = table.columns().stream().flatMap((column) -> column.cells().stream()).toList();
		Table.mostFrequent(addresses, CountryGuess::ending)
			.stream()
			.filter(known::contains)
			.limit(1)
			.forEach((code) -> countries.add(new Country(code)));
		return countries;
	}

	private static Optional<String> ending(String cell) {
		return Column.isAddress(cell)
				? Optional.of(cell.substring(cell.lastIndexOf('.') + 1).strip().toUpperCase(Locale.ROOT))
				: Optional.empty();
	}

}
