package org.ssprprefill.feed;

import java.util.Optional;
import java.util.function.Supplier;

import org.ssprprefill.contact.Country;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.PhoneNumber;
import org.ssprprefill.contact.Reading;

/** Which country's national form the numbers of a row have. */
final class RowCountry {

	/** A placeholder to most, a country to a few. */
	private static final String NOT_AVAILABLE = "NA";

	private static final Country NAMIBIA = new Country(NOT_AVAILABLE);

	private final boolean codes;

	private final Optional<Country> standard;

	RowCountry(boolean codes, Optional<Country> standard) {
		this.codes = codes;
		this.standard = standard;
	}

	/** The country that a cell names; without a word in it the job's, if it has one. */
	Optional<Country> of(String cell) {
		Optional<String> named = CellValue.of(cell);
		return named.isPresent() ? named.flatMap(Country::parse) : this.standard;
	}

	/**
	 * The country whose numbers a row would hold, for examples: the one that its cell
	 * names, else the job's, else that of its own number.
	 */
	Optional<Country> ofExamples(String cell, Supplier<Optional<String>> number) {
		return of(cell).or(() -> this.standard)
			.or(() -> number.get().map(PhoneNumber::held).map(PhoneNumber::countryCode).flatMap(Country::withCode));
	}

	/**
	 * The same for one number. {@code NA} is Namibia only among codes, and only for a
	 * number of Namibia; one that the job's country knows as well is of neither.
	 */
	Optional<Country> of(String cell, String number, MethodKind kind) {
		boolean namibian = this.codes && cell.strip().equalsIgnoreCase(NOT_AVAILABLE)
				&& isNumber(number, Optional.of(NAMIBIA), kind);
		if (!namibian) {
			return of(cell);
		}
		boolean doubtful = this.standard.isPresent() && !this.standard.equals(Optional.of(NAMIBIA))
				&& isNumber(number, this.standard, kind);
		return doubtful ? Optional.empty() : Optional.of(NAMIBIA);
	}

	private static boolean isNumber(String number, Optional<Country> country, MethodKind kind) {
		return PhoneNumber.read(number, country, kind) instanceof Reading.Accepted;
	}

}
