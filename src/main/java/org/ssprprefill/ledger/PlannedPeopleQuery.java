package org.ssprprefill.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.ssprprefill.contact.ObjectId;

/** Streams the people of a kept plan, each with all kept changes, in a stable order. */
public final class PlannedPeopleQuery implements AutoCloseable {

	private static final String SQL = """
			select c.*, %s, %s
			from change c
			%s
			where c.run = ?
			order by c.object_id collate "C", c.id
			""".formatted(UserFacts.COLUMNS, UserFacts.WRITTEN_COLUMNS,
			UserFacts.joins("c.object_id", "f.run") + UserFacts.WRITTEN_JOIN);

	private final Cursor<Line> lines;

	private @Nullable Line ahead;

	PlannedPeopleQuery(DataSource dataSource, Vault vault, RunRecord run, String plan, Optional<ObjectId> scopeGroup) {
		Statistics.refresh(dataSource, "change");
		this.lines = Cursor.open(dataSource, SQL, (row) -> line(row, vault, run.rolesReadable()),
				UserFacts.parameters(run, scopeGroup, plan));
		this.ahead = this.lines.next().orElse(null);
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
		return Optional.of(new PlannedPerson(first.change().user(), first.user(), changes));
	}

	@Override
	public void close() {
		this.lines.close();
	}

	private static Line line(ResultSet row, Vault vault, boolean rolesReadable) throws SQLException {
		Optional<MatchedUser> user = (row.getString("user_id") != null)
				? Optional.of(UserFacts.user(row, vault, rolesReadable)) : Optional.empty();
		return new Line(ChangeEntry.of(row, vault), user);
	}

	/** A planned change with its person as of tonight. */
	private record Line(ChangeEntry change, Optional<MatchedUser> user) {
	}

}
