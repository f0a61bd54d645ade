package org.ssprprefill.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.database.Cursor;
import org.ssprprefill.database.Statistics;
import org.ssprprefill.match.MatchDecision;
import org.ssprprefill.match.UserChoice;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.vault.Vault;

/** Streams the people of a kept plan, each with all kept changes, in a stable order. */
public final class PlannedPeopleQuery implements AutoCloseable {

	private static final String SQL = """
			select c.*, %s, %s, k.*
			from sspr_prefill.change c
			%s
			left join lateral (
				select %s from sspr_prefill.decision d left join lateral (%s) e on true
				where d.run = c.run and d.object_id = c.object_id and d.keys is not null
			) k on true
			where c.run = ? %s
			order by c.object_id collate "C", c.id
			""";

	private final Cursor<Line> lines;

	private @Nullable Line ahead;

	PlannedPeopleQuery(DataSource dataSource, Vault vault, RunRecord run, String plan, Optional<ObjectId> scopeGroup,
			int employeeIdWidth) {
		this(Cursor.open(counted(dataSource), sql(employeeIdWidth, ""), mapping(dataSource, vault, run),
				UserFacts.parameters(run, scopeGroup, plan)));
	}

	private PlannedPeopleQuery(Cursor<Line> lines) {
		this.lines = lines;
		this.ahead = this.lines.next().orElse(null);
	}

	/** Those of the run's own plan with these ids. */
	static PlannedPeopleQuery of(Collection<ObjectId> users, DataSource dataSource, Vault vault, RunRecord run,
			Optional<ObjectId> scopeGroup, int employeeIdWidth) {
		String[] ids = users.stream().map(ObjectId::value).toArray(String[]::new);
		return new PlannedPeopleQuery(
				Cursor.open(dataSource, sql(employeeIdWidth, "and c.object_id = any(cast(? as text[]))"),
						mapping(dataSource, vault, run), UserFacts.parameters(run, scopeGroup, run.id(), ids)));
	}

	private static Cursor.Mapping<Line> mapping(DataSource dataSource, Vault vault, RunRecord run) {
		ChangeSeals seals = new ChangeSeals(dataSource, vault);
		return (row) -> line(row, vault, seals, run.rolesReadable());
	}

	private static DataSource counted(DataSource dataSource) {
		Statistics.refresh(dataSource, "change, decision");
		return dataSource;
	}

	private static String sql(int employeeIdWidth, String more) {
		return SQL.formatted(UserFacts.COLUMNS, UserFacts.WRITTEN_COLUMNS,
				UserFacts.joins("c.object_id", "f.run") + UserFacts.WRITTEN_JOIN, KeyLookup.hits("d", "e"),
				KeyLookup.users("d", employeeIdWidth), more);
	}

	/** All that are left. */
	List<PlannedPerson> rest() {
		List<PlannedPerson> rest = new ArrayList<>();
		for (Optional<PlannedPerson> person = next(); person.isPresent(); person = next()) {
			rest.add(person.get());
		}
		return rest;
	}

	/**
	 * The next person.
	 * @return the person with all kept changes, or nothing after the last
	 */
	public Optional<PlannedPerson> next() {
		Line first = this.ahead;
		if (first == null) {
			return Optional.empty();
		}
		List<ChangeEntry> changes = new ArrayList<>();
		while (this.ahead != null && this.ahead.change().user().equals(first.change().user())) {
			changes.add(this.ahead.change());
			this.ahead = this.lines.next().orElse(null);
		}
		return Optional.of(new PlannedPerson(first.change().user(), first.user(), first.match(), changes));
	}

	@Override
	public void close() {
		this.lines.close();
	}

	private static Line line(ResultSet row, Vault vault, ChangeSeals seals, boolean rolesReadable) throws SQLException {
		Optional<MatchedUser> user = (row.getString("user_id") != null)
				? Optional.of(UserFacts.user(row, vault, rolesReadable)) : Optional.empty();
		ChangeEntry change = ChangeEntry.of(row, seals);
		return new Line(change, user, match(KeyLookup.choices(row), change.user()));
	}

	/** Whether HR's rows would lead to this person again, and to no other. */
	private static MatchDecision match(List<UserChoice> choices, ObjectId person) {
		if (choices.stream().allMatch(new UserChoice.One(person)::equals)) {
			return MatchDecision.MATCHED;
		}
		return choices.stream()
			.anyMatch((choice) -> choice instanceof UserChoice.Several || choice instanceof UserChoice.Contradicted)
					? MatchDecision.AMBIGUOUS : MatchDecision.UNMATCHED;
	}

	/** A planned change with its person as of tonight. */
	private record Line(ChangeEntry change, Optional<MatchedUser> user, MatchDecision match) {
	}

}
