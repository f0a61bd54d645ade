package org.ssprprefill.init;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.ssprprefill.contact.Country;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.feed.Field;
import org.ssprprefill.feed.Meaning;

/** How well the columns of a table fit the fields. */
final class Fitting {

	/** What says without a doubt whom a row is about. */
	static final Set<Field> OTHER_KEYS = EnumSet.of(Field.USER_PRINCIPAL_NAME, Field.MAIL, Field.OBJECT_ID);

	static final Set<Field> PHONES = EnumSet.of(Field.MOBILE, Field.OFFICE, Field.ALTERNATE_MOBILE);

	/** From here on the cells of a column speak for themselves. */
	private static final double PLAIN = 0.6;

	/** Other columns hardly ever look like one of countries by chance. */
	private static final double COUNTRIES = 0.95;

	/** Below that a person should look. */
	private static final double GOOD = 0.8;

	private static final String SHARED = "Many rows have the same number, as a reception does: whose is it?";

	private final Table table;

	private final Optional<Country> fallback;

	/**
	 * Looks at a table.
	 * @param fallback the country of numbers that have none
	 */
	Fitting(Table table, Optional<Country> fallback) {
		this.table = table;
		this.fallback = fallback;
	}

	/** What a person should look at where a column is taken for a field. */
	Optional<String> doubt(Field field, Column column) {
		if (column.cells().isEmpty()) {
			return Optional.of("The column is empty in this file: is it the right one?");
		}
		if (share(field, column) < GOOD) {
			return Optional.of("Fewer cells than expected are " + Kinds.of(field) + ": is this the right column?");
		}
		return switch (field) {
			case MOBILE -> mobileDoubt(column);
			case EMPLOYEE_ID ->
				Optional.of("The header says a number of any kind: is it the employee's, not the row's?")
					.filter((doubt) -> column.means(Meaning.ROW_NUMBER));
			case OFFICE -> Optional.of(SHARED).filter((doubt) -> column.isShared());
			case COUNTRY -> Optional.of("The header says where people live or work: is it the country of their phones?")
				.filter((doubt) -> column.means(Meaning.COUNTRY_OF));
			case EMAIL -> Optional.of("Nearly all addresses have one domain, as work addresses do: are they private?")
				.filter((doubt) -> column.cells().size() > 2 && column.houseDomain().isPresent());
			default -> Optional.empty();
		};
	}

	private Optional<String> mobileDoubt(Column column) {
		if (column.isShared()) {
			return Optional.of(SHARED);
		}
		if (column.means(Meaning.WORK_MOBILE)) {
			return Optional.of("The employer pays for these phones: do people have them when they cannot sign in?");
		}
		return Optional
			.of("The file has phones of the employer and others: which do people have when they cannot sign in?")
			.filter((doubt) -> this.table.columns().stream().anyMatch((other) -> other.means(Meaning.WORK_MOBILE)));
	}

	double share(Field field, Column column) {
		return column.cells().isEmpty() ? 0 : (double) good(field, column) / column.cells().size();
	}

	long good(Field field, Column column) {
		return switch (field) {
			case MOBILE -> this.table.phones(column, MethodKind.MOBILE, this.fallback);
			case ALTERNATE_MOBILE -> this.table.phones(column, MethodKind.ALTERNATE_MOBILE, this.fallback);
			case OFFICE -> this.table.phones(column, MethodKind.OFFICE, this.fallback);
			case USER_PRINCIPAL_NAME, MAIL, EMAIL -> column.count(Column::isAddress);
			case COUNTRY -> column.count(Column::isCountry);
			case OBJECT_ID -> column.count(Column::isObjectId);
			case EMPLOYEE_ID, NAME, GROUP -> column.cells().size();
		};
	}

	/**
	 * A column named like a key or a country that holds something else would spoil every
	 * row; damaged numbers and addresses are still the column that is meant.
	 */
	boolean isWhatItSays(Field field, Column column) {
		return switch (field) {
			case USER_PRINCIPAL_NAME, OBJECT_ID -> share(field, column) >= PLAIN;
			case COUNTRY -> share(field, column) >= PLAIN && !column.isOfRegions();
			case EMPLOYEE_ID -> column.share(Column::isAddress) < PLAIN && column.share(Column::isObjectId) < PLAIN;
			default -> true;
		};
	}

	/** What says less than the field, and is taken where nothing says more. */
	boolean isOfWork(Field field, Column column) {
		return switch (field) {
			case MOBILE, ALTERNATE_MOBILE -> column.means(Meaning.WORK_MOBILE);
			case COUNTRY -> column.means(Meaning.COUNTRY_OF) && isWhatItSays(field, column);
			default -> false;
		};
	}

	boolean isPlainly(Field field, Column column) {
		boolean addresses = column.share(Column::isAddress) >= PLAIN;
		return switch (field) {
			case MAIL -> addresses && column.houseDomain().isPresent();
			case EMAIL -> addresses && column.houseDomain().isEmpty();
			case MOBILE -> share(Field.MOBILE, column) >= PLAIN && !column.isShared();
			case OFFICE -> share(Field.OFFICE, column) >= PLAIN && !column.means(Meaning.HOME_PHONE)
					&& (share(Field.MOBILE, column) < PLAIN || column.isShared());
			case EMPLOYEE_ID -> column.share(Column::isStaffNumber) >= GOOD && column.tellsRowsApart()
					&& !column.countsRows() && share(Field.MOBILE, column) < PLAIN;
			case OBJECT_ID -> column.share(Column::isObjectId) >= GOOD;
			case COUNTRY -> column.share(Column::isCountry) >= COUNTRIES;
			case USER_PRINCIPAL_NAME, ALTERNATE_MOBILE, NAME, GROUP -> false;
		};
	}

}
