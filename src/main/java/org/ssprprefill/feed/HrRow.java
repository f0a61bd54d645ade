package org.ssprprefill.feed;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.Country;
import org.ssprprefill.contact.EmployeeId;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.contact.UserPrincipalName;

/**
 * One record of an HR export with its verdict: the keys and values it proves, and every
 * problem it has.
 *
 * @param number the number of the record in the file, the first after the header being 1
 * @param line the line on which the record begins, as an editor counts: the first line of
 * the file is 1
 * @param employeeId HR's number
 * @param userPrincipalName the sign-in name
 * @param mail the work address
 * @param objectId the object id
 * @param name the person's name, for HR's eyes only
 * @param group what to break coverage down by
 * @param country whose numbers HR would write into the row, as far as that can be told
 * @param values the values that may be registered, for methods that are not off
 * @param problems every problem, in column order
 */
public record HrRow(long number, long line, Optional<EmployeeId> employeeId,
		Optional<UserPrincipalName> userPrincipalName, Optional<UserPrincipalName> mail, Optional<ObjectId> objectId,
		Optional<String> name, Optional<String> group, Optional<Country> country, Map<MethodKind, ContactValue> values,
		List<Problem> problems) {

	/**
	 * A problem of a row.
	 *
	 * @param column HR's own header of the column, or empty where the whole row is meant
	 * @param problem what is wrong
	 * @param foreign whether the cell holds another column's kind of data: an address
	 * where a number belongs, or the reverse
	 * @param found how many values stand in the cell, where one would have to; 1 unless
	 * there are clearly more
	 * @param detail what its sentence needs besides: the places of the rows that
	 * contradict each other, one a line, as in {@code 12 hr.csv}; {@link #CUT_OFF}; the
	 * country codes with which the digits would be a number, one a line; or nothing
	 */
	public record Problem(String column, RowProblem problem, boolean foreign, int found, String detail) {

		/** The row is the last of a file that may have been cut off inside it. */
		public static final String CUT_OFF = "cut-off";

		/**
		 * A problem of a cell, of which nothing else is to be said.
		 * @param column HR's own header of the column, or empty
		 * @param problem what is wrong
		 * @param foreign whether the cell holds another column's kind of data
		 * @param found how many values stand in the cell
		 */
		public Problem(String column, RowProblem problem, boolean foreign, int found) {
			this(column, problem, foreign, found, "");
		}

		/**
		 * A problem of a cell that holds the right kind of data, or of a whole row.
		 * @param column HR's own header of the column, or empty
		 * @param problem what is wrong
		 */
		public Problem(String column, RowProblem problem) {
			this(column, problem, false, 1, "");
		}

	}

	/**
	 * The verdict: a row is rejected when a problem concerns the whole row, or when every
	 * value it carried has one.
	 * @return {@code true} if anything usable is left, or nothing was wrong
	 */
	public boolean accepted() {
		return accepted(!this.values.isEmpty(), this.problems);
	}

	/**
	 * The verdict on a row whose values are not at hand.
	 * @param usable whether any value of it is left
	 * @param problems every problem it has
	 * @return as {@link #accepted()}
	 */
	public static boolean accepted(boolean usable, List<Problem> problems) {
		boolean rowItself = problems.stream().map(Problem::problem).anyMatch(RowProblem::rejectsRow);
		boolean nothingLeft = !usable && problems.stream().anyMatch((problem) -> !problem.problem().isWarning());
		return !rowItself && !nothingLeft;
	}

	/**
	 * What the row says about whom it means.
	 * @param attribute a matching attribute
	 * @return the attribute's value in the form in which equal values are equal text, or
	 * nothing where the row does not carry it
	 */
	public Optional<String> key(MatchingAttribute attribute) {
		return switch (attribute) {
			case EMPLOYEE_ID -> this.employeeId.map(EmployeeId::value);
			case USER_PRINCIPAL_NAME -> this.userPrincipalName.map(UserPrincipalName::key);
			case MAIL -> this.mail.map(UserPrincipalName::key);
			case OBJECT_ID -> this.objectId.map(ObjectId::value);
		};
	}

	private boolean carries(MatchingAttribute attribute) {
		return switch (attribute) {
			case EMPLOYEE_ID -> this.employeeId.isPresent();
			case USER_PRINCIPAL_NAME -> this.userPrincipalName.isPresent();
			case MAIL -> this.mail.isPresent();
			case OBJECT_ID -> this.objectId.isPresent();
		};
	}

	/**
	 * The matching attribute that decides whom the row means.
	 * @param matchBy the matching attributes in the order in which they are tried
	 * @return the first that the row carries
	 */
	public Optional<MatchingAttribute> decidingKey(List<MatchingAttribute> matchBy) {
		for (MatchingAttribute attribute : matchBy) {
			if (carries(attribute)) {
				return Optional.of(attribute);
			}
		}
		return Optional.empty();
	}

	/**
	 * Whom the row means, for telling whether two rows mean the same person.
	 * @param matchBy the matching attributes in the order in which they are tried
	 * @param employeeIdWidth to how many digits employee ids are padded
	 * @return the deciding attribute with its value, or nothing where the row names no
	 * user
	 */
	public Optional<String> person(List<MatchingAttribute> matchBy, int employeeIdWidth) {
		return decidingKey(matchBy).map((attribute) -> attribute.word() + ":" + comparable(attribute, employeeIdWidth));
	}

	private String comparable(MatchingAttribute attribute, int employeeIdWidth) {
		return (attribute == MatchingAttribute.EMPLOYEE_ID)
				? this.employeeId.map((id) -> id.padded(employeeIdWidth)).orElse("") : key(attribute).orElse("");
	}

	/**
	 * This row with one problem more, which takes none of its values away.
	 * @param problem what is wrong; where the whole row is meant it comes first
	 * @return the row with its new verdict
	 */
	public HrRow withProblem(Problem problem) {
		return with(this.values, joined(this.problems, problem));
	}

	/**
	 * A row's problems with one more.
	 * @param problems the problems so far
	 * @param problem what is wrong besides; where the whole row is meant it comes first
	 * @return all of them
	 */
	public static List<Problem> joined(List<Problem> problems, Problem problem) {
		List<Problem> all = new ArrayList<>(problems);
		all.add(problem.column().isEmpty() ? 0 : all.size(), problem);
		return List.copyOf(all);
	}

	/**
	 * This row with other values and problems.
	 * @param newValues the values that may be registered
	 * @param newProblems every problem
	 * @return the row with its new verdict
	 */
	public HrRow with(Map<MethodKind, ContactValue> newValues, List<Problem> newProblems) {
		return new HrRow(this.number, this.line, this.employeeId, this.userPrincipalName, this.mail, this.objectId,
				this.name, this.group, this.country, newValues, newProblems);
	}

}
