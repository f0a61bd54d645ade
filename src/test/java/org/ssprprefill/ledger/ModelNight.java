package org.ssprprefill.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.EmployeeId;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.database.Cursor;
import org.ssprprefill.feed.FileStamp;
import org.ssprprefill.feed.HrRow;
import org.ssprprefill.feed.MatchingAttribute;
import org.ssprprefill.ledger.FeedFileRecord.Disposition;
import org.ssprprefill.ledger.MatchStore.RowChoice;
import org.ssprprefill.run.RunRecord;

/** Stages and matches the feed of a night without files and without Spring Batch. */
public final class ModelNight {

	private ModelNight() {
	}

	/**
	 * Fills the snapshot of a tenant.
	 * @param runs the tenant's runs
	 * @param people object ids, which are the employee ids too
	 */
	public static void settle(Runs runs, List<String> people) {
		runs.ledger()
			.snapshot()
			.addUsers(runs.name(), people.stream().map((person) -> Snapshots.member(person, person)).toList());
	}

	/**
	 * The people of a feed, as the planning step meets them.
	 * @param runs the tenant's runs
	 * @param run the run
	 * @param feed HR's values by employee id
	 * @return each person with their one row
	 */
	public static List<PersonRows> people(Runs runs, RunRecord run, Map<String, Map<MethodKind, ContactValue>> feed) {
		runs.ledger()
			.files()
			.receive(run.id(), new FeedFileRecord("hr.csv", "drop/hr.csv", "0", new FileStamp(1, Runs.START, ""), "",
					"", 0, 0, Disposition.ARCHIVED, Optional.empty(), false, Optional.empty()));
		List<HrRow> rows = new ArrayList<>();
		feed.forEach((employeeId,
				values) -> rows.add(new HrRow(rows.size() + 1L, rows.size() + 2L,
						Optional.of(new EmployeeId(employeeId)), Optional.empty(), Optional.empty(), Optional.empty(),
						Optional.empty(), Optional.empty(), Optional.empty(), values, List.of())));
		runs.ledger().rows().stage(run.id(), "hr.csv", rows, List.of(MatchingAttribute.EMPLOYEE_ID));
		List<RowChoice> choices;
		try (Cursor<RowChoice> matched = runs.ledger().matches().choices(run.id(), runs.name(), 0)) {
			choices = Runs.all(matched);
		}
		runs.ledger().matches().match(run.id(), choices);
		List<PersonRows> people = new ArrayList<>();
		try (PersonRowsQuery query = runs.ledger().peopleOfFeed(run, Optional.empty())) {
			for (Optional<PersonRows> one = query.next(); one.isPresent(); one = query.next()) {
				people.add(one.get());
			}
		}
		return people;
	}

}
