package org.ssprprefill.init;

import org.ssprprefill.feed.Field;

/** What the cells of a field's column are, for the evidence of a draft. */
final class Kinds {

	private Kinds() {
	}

	/** Whether any text will do, so that nothing about the cells can be proven. */
	static boolean isOpen(Field field) {
		return field == Field.EMPLOYEE_ID || field == Field.NAME || field == Field.GROUP;
	}

	static String of(Field field) {
		return switch (field) {
			case MOBILE, ALTERNATE_MOBILE -> "numbers a mobile phone can have";
			case OFFICE -> "phone numbers";
			case EMAIL, MAIL -> "e-mail addresses";
			case USER_PRINCIPAL_NAME -> "written like sign-in names";
			case COUNTRY -> "countries";
			case OBJECT_ID -> "object ids";
			case EMPLOYEE_ID, NAME, GROUP -> "filled";
		};
	}

}
