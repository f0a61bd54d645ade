package org.ssprprefill.fleet;

import java.time.LocalDate;

/**
 * Which night of which tenant.
 *
 * @param night its date
 * @param tenant the id of the tenant's entry
 */
public record NightKey(LocalDate night, String tenant) {

	/** As the scheduler names it. */
	String text() {
		return this.night + "/" + this.tenant;
	}

	static NightKey of(String text) {
		int slash = text.indexOf('/');
		return new NightKey(LocalDate.parse(text.substring(0, slash)), text.substring(slash + 1));
	}

}
