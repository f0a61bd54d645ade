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

	@Override
	public String toString() {
		return this.value;
	}

}
