package org.ssprprefill.contact;

/**
 * HR's number of a person. Leading zeros count: {@code 00123} is not {@code 123}.
 *
 * @param value the id without surrounding space
 */
public record EmployeeId(String value) {

	/**
	 * Accepts any text that is not blank.
	 * @throws IllegalArgumentException if it is blank
	 */
	public EmployeeId {
		value = value.strip();
		if (value.isEmpty()) {
			throw new IllegalArgumentException("An employee id is not blank");
		}
	}

	/**
	 * The id with zeros before it, for comparison only: a spreadsheet may have taken some
	 * away.
	 * @param width how many characters it is to have at least; 0 leaves it as it is
	 * @return the padded id
	 */
	public String padded(int width) {
		return "0".repeat(Math.max(0, width - this.value.codePointCount(0, this.value.length()))) + this.value;
	}

	@Override
	public String toString() {
		return this.value;
	}

}
