package org.ssprprefill.report;

import java.util.Map;
import java.util.OptionalLong;

import org.ssprprefill.contact.MethodKind;

/**
 * One line of {@code people.csv}: an accepted HR row, or a person of the tenant without
 * one. All words are the stable ones; nothing to say is an empty string. No contact value
 * has a place here.
 *
 * @param file the HR export, empty for a person without a row
 * @param line the row's line in it
 * @param objectId the person's object id
 * @param userPrincipalName the person's user principal name
 * @param employeeId the row's or the person's employee id
 * @param group HR's group
 * @param decision what became of the row
 * @param reason why protected or out of scope
 * @param methods what happened to each method; a missing one has empty cells
 * @param licence {@code writeback}, {@code cloud-reset}, {@code none} or {@code unknown}
 * @param canReset {@code yes}, {@code no} or {@code unknown}
 * @param gap the first condition known to fail
 * @param canReset2027 the same as {@code canReset}, after the last announced ending
 * @param remedy what to do about the gap
 */
public record PersonLine(String file, OptionalLong line, String objectId, String userPrincipalName, String employeeId,
		String group, String decision, String reason, Map<MethodKind, MethodCell> methods, String licence,
		String canReset, String gap, String canReset2027, String remedy) {

	/** Keeps a copy of the methods. */
	public PersonLine {
		methods = Map.copyOf(methods);
	}

	MethodCell method(MethodKind kind) {
		return this.methods.getOrDefault(kind, MethodCell.NONE);
	}

	/**
	 * What happened to one method of one person.
	 *
	 * @param action {@code add}, {@code update} or {@code none}
	 * @param reason why
	 * @param outcome what became of it
	 */
	public record MethodCell(String action, String reason, String outcome) {

		/** Nothing to say. */
		public static final MethodCell NONE = new MethodCell("", "", "");

	}

}
