package org.ssprprefill.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.database.Cursor;
import org.ssprprefill.ledger.RunStore.Fact;
import org.ssprprefill.plan.Decision;
import org.ssprprefill.plan.Reason;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.tenant.Administrators;
import org.ssprprefill.tenant.Administrators.Hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class VerdictStoreIT {

	private final Runs runs = new Runs();

	private final RunRecord run = this.runs.begin(RunMode.RUN);

	private final SnapshotStore snapshot = this.runs.ledger().snapshot();

	private List<PopulationMember> population(Optional<ObjectId> scope) {
		try (Cursor<PopulationMember> people = this.runs.ledger().verdicts().population(this.run, scope)) {
			return Runs.all(people);
		}
	}

	@Test
	void gathersEverythingThatDecidesAboutAPerson() {
		ObjectId kim = new ObjectId("kim");
		ObjectId group = new ObjectId("group");
		this.snapshot.addUsers(this.runs.name(), List.of(Snapshots.member("kim", "1")));
		this.snapshot.addRegistrations(this.runs.name(),
				List.of(Snapshots.row("kim", true, Runs.START, "email", "mobilePhone")));
		this.snapshot.replaceAdministrators(this.runs.name(),
				new Administrators(Map.of(kim, Hold.THROUGH_GROUP), Map.of(kim, Set.of("role-a", "role-b")), true));
		this.snapshot.replaceGroups(this.run.id(), Map.of(group, Set.of(kim)));
		this.runs.ledger().changes().plan(this.run, List.of(Wishes.add("kim", MethodKind.MOBILE, 1)));
		this.runs.ledger().changes().confirm(this.runs.changes(this.run).stream().map(ChangeEntry::id).toList());
		this.runs.ledger()
			.decisions()
			.keep(this.run.id(), List.of(Rows.matched(Rows.mobile(1, 1), Rows.user("kim"), Map.of())), List.of());
		assertThat(population(Optional.of(group))).singleElement().satisfies((member) -> {
			assertThat(member.userPrincipalName()).isEqualTo("kim@contoso.com");
			assertThat(member.standing().hold()).contains(Hold.THROUGH_GROUP);
			assertThat(member.standing().inScopeGroup()).isTrue();
			assertThat(member.registration()).contains(Snapshots.row("kim", true, Runs.START, "email", "mobilePhone"));
			assertThat(member.roles()).containsExactlyInAnyOrder("role-a", "role-b");
			assertThat(member.groups()).containsExactly(group);
			assertThat(member.confirmed().get(MethodKind.MOBILE)).isAfter(Instant.EPOCH);
			assertThat(member.group()).isEqualTo("Sales");
		});
	}

	/** The report may lag two days behind; what was read for a decision does not. */
	@Test
	void doesNotCountWhatWasFoundTakenAway() {
		this.snapshot.addUsers(this.runs.name(), List.of(Snapshots.member("kim", "1"), Snapshots.member("sam", "2")));
		this.runs.ledger()
			.changes()
			.plan(this.run, List.of(Wishes.add("kim", MethodKind.MOBILE, 1), Wishes.add("kim", MethodKind.EMAIL, 1),
					Wishes.add("sam", MethodKind.MOBILE, 2)));
		this.runs.ledger().changes().confirm(this.runs.changes(this.run).stream().map(ChangeEntry::id).toList());
		this.runs.ledger()
			.decisions()
			.keep(this.run.id(),
					List.of(Rows.matched(Rows.mobile(1, 1), Rows.user("kim"),
							Map.of(MethodKind.MOBILE, new Decision(Reason.REMOVED_SINCE))),
							Rows.matched(Rows.mobile(2, 2), Rows.user("sam"),
									Map.of(MethodKind.MOBILE, new Decision(Reason.ALREADY_REGISTERED)))),
					List.of());
		assertThat(population(Optional.empty()))
			.extracting((member) -> member.id().value(), (member) -> member.confirmed().keySet())
			.containsExactlyInAnyOrder(tuple("kim", Set.of(MethodKind.EMAIL)), tuple("sam", Set.of(MethodKind.MOBILE)));
		RunRecord withoutFeed = this.runs.begin(RunMode.VERIFY, Runs.START.plusSeconds(86400), Optional.empty());
		try (Cursor<PopulationMember> people = this.runs.ledger()
			.verdicts()
			.population(withoutFeed, Optional.empty())) {
			assertThat(Runs.all(people)).extracting((member) -> member.confirmed().keySet())
				.containsExactlyInAnyOrder(Set.of(MethodKind.EMAIL), Set.of(MethodKind.MOBILE));
		}
	}

	@Test
	void knowsLittleOfSomebodyNew() {
		this.snapshot.addUsers(this.runs.name(), List.of(Snapshots.member("kim", "1"), Snapshots.member("kim", "1")));
		assertThat(population(Optional.of(new ObjectId("group")))).singleElement().satisfies((member) -> {
			assertThat(member.registration()).isEmpty();
			assertThat(member.roles()).isEmpty();
			assertThat(member.confirmed()).isEmpty();
			assertThat(member.group()).isEmpty();
			assertThat(member.standing().inScopeGroup()).isFalse();
		});
		this.snapshot.forgetUsers(this.runs.name());
		assertThat(population(Optional.empty())).isEmpty();
	}

	@Test
	void tellsTheAgeOfAReportThatCouldBeRead() {
		this.snapshot.addRegistrations(this.runs.name(), List.of(Snapshots.row("kim", false, Runs.START),
				Snapshots.row("sam", false, Runs.START.plusSeconds(60))));
		VerdictStore verdicts = this.runs.ledger().verdicts();
		assertThat(verdicts.reportAsOf(this.run)).as("not readable tonight").isEmpty();
		this.runs.ledger().runs().note(this.run.id(), Fact.REPORT_READABLE, true);
		assertThat(verdicts.reportAsOf(this.runs.now(this.run.id()))).contains(Runs.START.plusSeconds(60));
		this.snapshot.forgetRegistrations(this.runs.name());
		assertThat(verdicts.reportAsOf(this.runs.now(this.run.id()))).isEmpty();
	}

}
