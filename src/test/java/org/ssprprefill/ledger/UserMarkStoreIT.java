package org.ssprprefill.ledger;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.ssprprefill.contact.ObjectId;

import static org.assertj.core.api.Assertions.assertThat;

class UserMarkStoreIT {

	private final Runs runs = new Runs();

	private final UserMarkStore marks = this.runs.ledger().userMarks();

	private final SnapshotStore snapshot = this.runs.ledger().snapshot();

	@Test
	void aMarkHoldsForItsTenantAndWhatUsersWereJudgedBy() {
		this.marks.keep(this.runs.name(), "basis", "one", Runs.START);
		this.marks.keep(this.runs.name(), "basis", "two", Runs.START.plusSeconds(60));
		assertThat(this.marks.find(this.runs.name(), "basis", Runs.START)).contains("two");
		assertThat(this.marks.find(this.runs.name(), "another", Runs.START)).isEmpty();
		assertThat(this.marks.find("another-" + this.runs.name(), "basis", Runs.START)).isEmpty();
	}

	@Test
	void everybodyIsReadOnceAWeekHoweverOftenChangesWere() {
		this.marks.keep(this.runs.name(), "basis", "one", Runs.START);
		this.marks.keep(this.runs.name(), "basis", "two", Runs.START.plus(Duration.ofDays(6)));
		assertThat(this.marks.find(this.runs.name(), "basis", Runs.START.plus(Duration.ofDays(7)))).isEmpty();
	}

	@Test
	void usersThatAreForgottenTakeTheirMarkWithThem() {
		this.snapshot.addUsers(this.runs.name(), List.of(Snapshots.member("kim", "1"), Snapshots.member("lee", "2")));
		this.marks.keep(this.runs.name(), "basis", "one", Runs.START);
		this.snapshot.removeUsers(this.runs.name(), List.of(new ObjectId("kim"), new ObjectId("nobody")));
		assertThat(this.snapshot.users(this.runs.name())).isEqualTo(1);
		assertThat(this.marks.find(this.runs.name(), "basis", Runs.START)).isPresent();
		this.snapshot.forgetUsers(this.runs.name());
		assertThat(this.snapshot.users(this.runs.name())).isZero();
		assertThat(this.marks.find(this.runs.name(), "basis", Runs.START)).isEmpty();
	}

}
