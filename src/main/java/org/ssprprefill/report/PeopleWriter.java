package org.ssprprefill.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.report.ReportSettings.Format;

/**
 * Streams {@code people.csv} and {@code people.xlsx}. They appear with
 * {@link #complete()}; closing the pen without it, as after an exception, leaves no file
 * behind and the old ones in place.
 */
public final class PeopleWriter implements AutoCloseable {

	private final TableFiles files;

	/**
	 * Begins the files with their header.
	 * @param folder the run's folder
	 * @param formats which of them
	 */
	public PeopleWriter(ReportFolder folder, Set<Format> formats) {
		this.files = new TableFiles(folder, ReportFolder.PEOPLE, formats, ',', header());
	}

	/**
	 * Adds a line.
	 * @param person the row or person
	 */
	public void write(PersonLine person) {
		List<String> cells = new ArrayList<>();
		String line = person.line().isPresent() ? Long.toString(person.line().getAsLong()) : "";
		cells.addAll(List.of(person.file(), line, person.objectId(), person.userPrincipalName(), person.employeeId(),
				person.group(), person.decision(), person.reason()));
		for (MethodKind kind : MethodKind.values()) {
			PersonLine.MethodCell method = person.method(kind);
			cells.addAll(List.of(method.action(), method.reason(), method.outcome()));
		}
		cells
			.addAll(List.of(person.licence(), person.canReset(), person.gap(), person.canReset2027(), person.remedy()));
		this.files.line(cells);
	}

	/** Puts the files in their place. */
	public void complete() {
		this.files.complete();
	}

	@Override
	public void close() {
		this.files.close();
	}

	private static List<String> header() {
		List<String> columns = new ArrayList<>(List.of("file", "line", "object_id", "user_principal_name",
				"employee_id", "group", "decision", "reason"));
		for (MethodKind kind : MethodKind.values()) {
			String method = kind.word().replace('-', '_');
			columns.addAll(List.of(method + "_action", method + "_reason", method + "_outcome"));
		}
		columns.addAll(List.of("licence", "can_reset", "gap", "can_reset_2027", "remedy"));
		return columns;
	}

}
