package org.ssprprefill.feed;

import java.util.Locale;

import org.ssprprefill.contact.ContactProblem;
import org.ssprprefill.contact.Word;

/** Everything that can be wrong with an HR row, in stable words. */
public enum RowProblem implements Word {

	/** The row carries none of the matching attributes. */
	NO_KEY,

	/** The same person with the same values again: a warning, taken once. */
	DUPLICATE_ROW,

	/** The same person with other values: all of the person's rows are rejected. */
	CONFLICTING_ROWS,

	/** Not a phone number. */
	PHONE_INVALID,

	/** No such number in the row's country. */
	PHONE_NOT_POSSIBLE_FOR_COUNTRY,

	/** A premium, short, pager or fixed-line number where it cannot serve. */
	PHONE_KIND,

	/** A national number without a country. */
	PHONE_COUNTRY_UNKNOWN,

	/** A spreadsheet changed the number. */
	PHONE_EXCEL_DAMAGED,

	/** An extension where none is allowed. */
	PHONE_EXTENSION,

	/** More people than allowed share the number: rejected for all of them. */
	PHONE_SHARED,

	/** Not an e-mail address. */
	EMAIL_INVALID,

	/** More people than allowed share the address: rejected for all of them. */
	EMAIL_SHARED,

	/** An address in the tenant's own domains. */
	EMAIL_OWN_DOMAIN,

	/** The record has more or fewer cells than the header. */
	COLUMNS_MISMATCH,

	/** A cell longer than any honest value. */
	CELL_TOO_LONG,

	/** Control characters in a cell, or bytes that are no character of the file's set. */
	CONTROL_CHARACTERS,

	/** A phone number or a foreign address in a column for keys, names or groups. */
	MISPLACED_VALUE;

	/**
	 * Whether the problem costs HR nothing: the row's values are taken all the same.
	 * @return {@code true} for duplicates only
	 */
	public boolean isWarning() {
		return this == DUPLICATE_ROW;
	}

	/**
	 * Whether the problem concerns the whole row: nothing in it is taken.
	 * @return {@code false} for warnings and for problems of single values
	 */
	public boolean rejectsRow() {
		return switch (this) {
			case NO_KEY, CONFLICTING_ROWS, COLUMNS_MISMATCH, CELL_TOO_LONG, CONTROL_CHARACTERS, MISPLACED_VALUE -> true;
			default -> false;
		};
	}

	/**
	 * The row problem behind a value's problem.
	 * @param problem the value's problem
	 * @return the problem of the same word
	 */
	public static RowProblem of(ContactProblem problem) {
		return valueOf(problem.name());
	}

	/**
	 * The problem behind a stable word.
	 * @param word for example {@code conflicting-rows}
	 * @return the problem
	 */
	public static RowProblem of(String word) {
		return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
	}

}
