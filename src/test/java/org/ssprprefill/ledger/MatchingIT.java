package org.ssprprefill.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.Country;
import org.ssprprefill.contact.EmployeeId;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.contact.UserPrincipalName;
import org.ssprprefill.database.Cursor;
import org.ssprprefill.database.Sql;
import org.ssprprefill.feed.FileStamp;
import org.ssprprefill.feed.HrRow;
import org.ssprprefill.feed.MatchingAttribute;
import org.ssprprefill.feed.RowProblem;
import org.ssprprefill.ledger.FeedFileRecord.Disposition;
import org.ssprprefill.ledger.MatchStore.RowChoice;
import org.ssprprefill.ledger.RunStore.Fact;
import org.ssprprefill.match.MatchDecision;
import org.ssprprefill.match.WriteBlock;
import org.ssprprefill.run.RunMode;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.tenant.Administrators;
import org.ssprprefill.tenant.Administrators.Hold;
import org.ssprprefill.tenant.EntraUser.UserType;
import org.ssprprefill.vault.AlteredLedgerException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** From staged rows and a snapshot to people: the SQL of matching, scope and sharing. */
class MatchingIT {

	private static final List<MatchingAttribute> KEYS = List.of(MatchingAttribute.EMPLOYEE_ID,
			MatchingAttribute.USER_PRINCIPAL_NAME);

	private final Runs runs = new Runs();

	private final RunRecord run = this.runs.begin(RunMode.RUN);

	private final RowStore rows = this.runs.ledger().rows();

	private final SnapshotStore snapshot = this.runs.ledger().snapshot();

	private Optional<ObjectId> scope = Optional.empty();

	private int employeeIdWidth;

	private Set<MethodKind> updated = Set.of();

	@BeforeEach
	void receiveFile() {
		this.runs.ledger()
			.files()
			.receive(this.run.id(), new FeedFileRecord("hr.csv", "drop/hr.csv", "0", new FileStamp(1, Runs.START, ""),
					"", "", 0, 0, Disposition.ARCHIVED, Optional.empty(), false, Optional.empty()));
		this.runs.ledger()
			.files()
			.staged(this.run.id(), "hr.csv",
					new StagedFile("0".repeat(64), "UTF-8", ";", 3, Map.of(MethodKind.MOBILE, "Mobiel")));
	}

	private static HrRow row(long number, String employeeId, Map<MethodKind, ContactValue> values) {
		return new HrRow(number, number + 1, Optional.of(new EmployeeId(employeeId)), Optional.empty(),
				Optional.empty(), Optional.empty(), Optional.of("Kim"), Optional.of("Sales"), Optional.empty(), values,
				List.of());
	}

	private static HrRow mobile(long number, String employeeId, int value) {
		return row(number, employeeId, Map.of(MethodKind.MOBILE, Wishes.value(MethodKind.MOBILE, value)));
	}

	private void stage(HrRow... staged) {
		this.rows.stage(this.run.id(), "hr.csv", List.of(staged), KEYS);
	}

	private void users(LicensedUser... users) {
		this.snapshot.addUsers(this.runs.name(), List.of(users));
	}

	private List<PersonRows> people() {
		List<RowChoice> choices;
		try (Cursor<RowChoice> matched = this.runs.ledger()
			.matches()
			.choices(this.run.id(), this.runs.name(), this.employeeIdWidth)) {
			choices = Runs.all(matched);
		}
		this.runs.ledger().matches().match(this.run.id(), choices);
		this.rows.findShared(this.run, 1, 1, this.updated);
		return read();
	}

	private List<PersonRows> read() {
		List<PersonRows> people = new ArrayList<>();
		try (PersonRowsQuery query = this.runs.ledger().peopleOfFeed(this.runs.now(this.run.id()), this.scope)) {
			for (Optional<PersonRows> one = query.next(); one.isPresent(); one = query.next()) {
				people.add(one.get());
			}
		}
		return people;
	}

	private Optional<WriteBlock> barrierOf(String user) {
		return people().stream()
			.flatMap((person) -> person.user().stream())
			.filter((found) -> found.id().value().equals(user))
			.findFirst()
			.orElseThrow()
			.standing()
			.barrier();
	}

	@Test
	void tellsEmployeeIdsApartByTheirLeadingZeros() {
		users(Snapshots.member("kim", "00123"), Snapshots.member("lee", "123"));
		stage(mobile(1, "123", 1), mobile(2, "0123", 2));
		assertThat(people())
			.flatExtracting((person) -> person.user().stream().map((user) -> user.id().value()).toList())
			.containsExactly("lee");
	}

	@Test
	void padsEmployeeIdsOnBothSidesWhereTheJobSaysSo() {
		this.employeeIdWidth = 8;
		users(Snapshots.member("kim", "00123"), Snapshots.member("lee", "000000456"), Snapshots.member("max", "0"));
		stage(mobile(1, "123", 1), mobile(2, "456", 2), mobile(3, "000", 3));
		assertThat(people())
			.flatExtracting((person) -> person.user().stream().map((user) -> user.id().value()).toList())
			.containsExactlyInAnyOrder("kim", "max");
	}

	@Test
	void takesRowsForOnePersonsWhereOnlyZerosDiffer() {
		this.employeeIdWidth = 5;
		stage(mobile(1, "123", 1), mobile(2, "0123", 1));
		assertThat(people()).singleElement().satisfies((person) -> assertThat(person.rows()).hasSize(2));
	}

	@Test
	void givesARowBackAsItWasStaged() {
		users(Snapshots.member("kim", "1"));
		HrRow row = new HrRow(1, 7, Optional.of(new EmployeeId("1")), Optional.of(new UserPrincipalName("K@x.org")),
				Optional.empty(), Optional.empty(), Optional.of("Kim \"the\tboss\""), Optional.of("Sales"),
				Optional.of(new Country("BE")), Map.of(MethodKind.EMAIL, Wishes.value(MethodKind.EMAIL, 1)),
				List.of(new HrRow.Problem("Mobiel", RowProblem.PHONE_INVALID)));
		stage(row);
		PersonRows person = people().get(0);
		assertThat(person.choice()).isEqualTo(MatchDecision.MATCHED);
		assertThat(person.rows()).singleElement().satisfies((staged) -> assertThat(staged.row()).isEqualTo(row));
	}

	@Test
	void matchesByTheFirstKeyTheRowCarriesEvenWhereTheNextWouldFit() {
		users(Snapshots.member("kim", "1"));
		stage(new HrRow(1, 2, Optional.of(new EmployeeId("unknown")),
				Optional.of(new UserPrincipalName("kim@contoso.com")), Optional.empty(), Optional.empty(),
				Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), List.of()));
		assertThat(people().get(0).choice()).isEqualTo(MatchDecision.UNMATCHED);
	}

	private static HrRow keyed(long number, String employeeId, String principalName) {
		return new HrRow(number, number + 1, Optional.of(new EmployeeId(employeeId)),
				Optional.of(principalName).filter((name) -> !name.isEmpty()).map(UserPrincipalName::new),
				Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
				Map.of(MethodKind.MOBILE, Wishes.value(MethodKind.MOBILE, 1)), List.of());
	}

	@ParameterizedTest
	@CsvSource({ "kim@contoso.com, MATCHED", "lee@contoso.com, AMBIGUOUS", "nobody@contoso.com, MATCHED",
			"old@contoso.com, MATCHED" })
	void callsARowAmbiguousWhoseKeysLeadToDifferentUsers(String principalName, MatchDecision expected) {
		users(Snapshots.member("kim", "1"), Snapshots.member("lee", "2"),
				Snapshots.user("old", "3", false, UserType.MEMBER));
		stage(keyed(1, "1", principalName));
		assertThat(people()).extracting(PersonRows::choice).containsExactly(expected);
	}

	@Test
	void doubtsEveryRowOfAPersonOneOfWhoseRowsContradictsItself() {
		users(Snapshots.member("kim", "1"), Snapshots.member("lee", "2"));
		stage(mobile(1, "1", 1), keyed(2, "1", "lee@contoso.com"), mobile(3, "2", 3));
		assertThat(people()).extracting(PersonRows::choice)
			.containsExactly(MatchDecision.AMBIGUOUS, MatchDecision.MATCHED);
	}

	@Test
	void matchesPrincipalNamesInAnyCase() {
		users(Snapshots.member("kim", "1"));
		stage(new HrRow(1, 2, Optional.empty(), Optional.of(new UserPrincipalName("KIM@Contoso.com")), Optional.empty(),
				Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), List.of()));
		assertThat(people().get(0).user().orElseThrow().id()).isEqualTo(new ObjectId("kim"));
	}

	@Test
	void callsTwoEnabledUsersOfOneNumberAmbiguous() {
		users(Snapshots.member("kim", "1"), Snapshots.member("kim2", "1"));
		stage(mobile(1, "1", 1));
		assertThat(people().get(0).choice()).isEqualTo(MatchDecision.AMBIGUOUS);
		assertThat(people().get(0).user()).isEmpty();
	}

	@Test
	void prefersTheEnabledUserAndStopsALoneDisabledOne() {
		users(Snapshots.user("old", "1", false, UserType.MEMBER), Snapshots.member("new", "1"),
				Snapshots.user("gone", "2", false, UserType.MEMBER));
		stage(mobile(1, "1", 1), mobile(2, "2", 2));
		assertThat(barrierOf("new")).isEmpty();
		assertThat(barrierOf("gone")).contains(WriteBlock.DISABLED);
	}

	@Test
	void seesNobodyOfAnotherTenant() {
		this.snapshot.addUsers("another-" + this.runs.name(), List.of(Snapshots.member("kim", "1")));
		stage(mobile(1, "1", 1));
		assertThat(people().get(0).choice()).isEqualTo(MatchDecision.UNMATCHED);
	}

	@Test
	void bringsAllRowsOfAPersonTogetherInAStableOrder() {
		users(Snapshots.member("b", "1"), Snapshots.member("a", "2"));
		stage(mobile(3, "1", 1), mobile(1, "1", 1), mobile(2, "2", 2), mobile(4, "nobody", 3), mobile(5, "nobody", 3));
		assertThat(people()).extracting((person) -> person.rows().stream().map((row) -> row.row().number()).toList())
			.containsExactly(List.of(2L), List.of(1L, 3L), List.of(4L, 5L));
	}

	@Test
	void findsNumbersOfMoreThanOnePersonAcrossPhoneTypes() {
		stage(mobile(1, "1", 1), row(2, "2", Map.of(MethodKind.OFFICE, Wishes.value(MethodKind.MOBILE, 1))),
				mobile(3, "3", 3), mobile(4, "3", 3));
		assertThat(people()).extracting((person) -> person.rows().get(0).shared().keySet())
			.containsExactlyInAnyOrder(Set.of(MethodKind.MOBILE), Set.of(MethodKind.OFFICE), Set.of());
		assertThat(people()).filteredOn((person) -> person.rows().get(0).shared().containsKey(MethodKind.MOBILE))
			.singleElement()
			.satisfies((person) -> assertThat(person.rows().get(0).shared()).containsValue("Mobiel"));
	}

	@Test
	void protectsAdministratorsExcludedPeopleAndEverybodyWhenRolesAreUnreadable() {
		users(Snapshots.member("admin", "1"), Snapshots.member("reported", "2"), Snapshots.member("glass", "3"),
				Snapshots.member("byid", "4"), Snapshots.member("kim", "5"));
		stage(mobile(1, "1", 1), mobile(2, "2", 2), mobile(3, "3", 3), mobile(4, "4", 4), mobile(5, "5", 5));
		ObjectId admin = new ObjectId("admin");
		this.snapshot.replaceAdministrators(this.runs.name(),
				new Administrators(Map.of(admin, Hold.ELIGIBLE), Map.of(admin, Set.of("role")), true));
		this.snapshot.addRegistrations(this.runs.name(), List.of(Snapshots.row("reported", true, Runs.START)));
		this.snapshot.replaceExcluded(this.run.id(), List.of("glass@contoso.com", "byid"));
		assertThat(barrierOf("admin")).contains(WriteBlock.ADMIN_ELIGIBLE);
		assertThat(barrierOf("reported")).contains(WriteBlock.ADMIN_REPORTED);
		assertThat(barrierOf("glass")).contains(WriteBlock.EXCLUDED);
		assertThat(barrierOf("byid")).contains(WriteBlock.EXCLUDED);
		assertThat(barrierOf("kim")).isEmpty();
		this.runs.ledger().runs().note(this.run.id(), Fact.ROLES_READABLE, false);
		assertThat(barrierOf("kim")).contains(WriteBlock.ROLES_UNREADABLE);
	}

	@Test
	void keepsToTheScopeGroup() {
		users(Snapshots.member("in", "1"), Snapshots.member("out", "2"));
		stage(mobile(1, "1", 1), mobile(2, "2", 2));
		ObjectId group = new ObjectId("group");
		this.snapshot.replaceGroups(this.run.id(), Map.of(group, Set.of(new ObjectId("in"))));
		this.scope = Optional.of(group);
		assertThat(barrierOf("in")).isEmpty();
		assertThat(barrierOf("out")).contains(WriteBlock.NOT_IN_GROUP);
	}

	@Test
	void knowsAllMembersOfALargeGroup() {
		Set<ObjectId> members = IntStream.range(0, 30_000)
			.mapToObj((number) -> new ObjectId("member-" + number))
			.collect(Collectors.toSet());
		this.snapshot.replaceGroups(this.run.id(),
				Map.of(new ObjectId("all"), members, new ObjectId("few"), Set.of(new ObjectId("member-0"))));
		assertThat(groupMembers()).isEqualTo(30_001);
		this.rows.forget(this.run.id());
		assertThat(groupMembers()).as("nobody needs them once the run has ended").isZero();
	}

	private long groupMembers() {
		return new JdbcTemplate(SharedDatabase.dataSource())
			.queryForList("select 1 from sspr_prefill.group_member where run = ?", Integer.class, this.run.id())
			.size();
	}

	@Test
	void knowsWhatThisProgramWroteAndWhatTheReportShows() {
		users(Snapshots.member("kim", "1"));
		stage(mobile(1, "1", 2));
		RunRecord before = this.runs.begin(RunMode.RUN);
		this.runs.ledger().changes().plan(before, List.of(Wishes.add("kim", MethodKind.MOBILE, 1)));
		this.runs.ledger().changes().confirm(this.runs.changes(before).stream().map(ChangeEntry::id).toList());
		this.snapshot.addRegistrations(this.runs.name(),
				List.of(Snapshots.row("kim", false, Runs.START), Snapshots.row("kim", false, Runs.START, "email")));
		MatchedUser kim = people().get(0).user().orElseThrow();
		assertThat(kim.written()).containsExactly(Map.entry(MethodKind.MOBILE, Wishes.value(MethodKind.MOBILE, 1)));
		assertThat(kim.reportedMethods()).contains(Set.of("email"));
	}

	@Test
	void remembersWhomTheExclusionsOfAJobFitAndNothingElse() {
		users(Snapshots.member("kim", "1"), Snapshots.member("sam", "2"));
		KnownExclusions known = this.runs.ledger().exclusions();
		Map<String, Set<ObjectId>> fitting = known.fitting(this.runs.name(),
				List.of("kim@contoso.com", "tpyo@contoso.com", "sam"));
		assertThat(fitting)
			.isEqualTo(Map.of("kim@contoso.com", Set.of(new ObjectId("kim")), "sam", Set.of(new ObjectId("sam"))));
		known.keep(this.runs.name(), "job", fitting);
		known.keep(this.runs.name(), "job", fitting);
		assertThat(known.of(this.runs.name(), "job")).isEqualTo(fitting);
		assertThat(known.of(this.runs.name(), "other")).isEmpty();
		known.keep(this.runs.name(), "job", Map.of("sam", Set.of(new ObjectId("sam"))));
		assertThat(known.of(this.runs.name(), "job")).containsOnlyKeys("sam");
		known.keep(this.runs.name(), "job", Map.of());
		assertThat(known.of(this.runs.name(), "job")).isEmpty();
	}

	private void wrote(String user, MethodKind kind, int value) {
		RunRecord before = this.runs.begin(RunMode.RUN);
		this.runs.ledger().changes().plan(before, List.of(Wishes.add(user, kind, value)));
		this.runs.ledger().changes().confirm(this.runs.changes(before).stream().map(ChangeEntry::id).toList());
	}

	private Set<MethodKind> sharedOf(String user) {
		return people().stream()
			.filter((person) -> person.person().equals(user))
			.findFirst()
			.orElseThrow()
			.rows()
			.get(0)
			.shared()
			.keySet();
	}

	@Test
	void countsPeopleToWhomANumberWasWrittenEarlierAsLongAsTheirAccountIsEnabled() {
		users(Snapshots.member("kim", "1"), Snapshots.member("lee", "2"));
		wrote("kim", MethodKind.OFFICE, 7);
		stage(mobile(1, "2", 7));
		assertThat(sharedOf("lee")).containsExactly(MethodKind.MOBILE);
		users(Snapshots.user("kim", "1", false, UserType.MEMBER));
		assertThat(sharedOf("lee")).isEmpty();
	}

	@Test
	void countsAPersonsOwnNumberOnceHoweverItIsRegistered() {
		users(Snapshots.member("kim", "1"));
		wrote("kim", MethodKind.OFFICE, 7);
		stage(mobile(1, "1", 7));
		assertThat(sharedOf("kim")).isEmpty();
	}

	/**
	 * A phone is handed on: the old holder's number gives way only where it is ours to
	 * update.
	 */
	@Test
	void letsANumberBeHandedOnInOneNightWhereTheOldHoldersIsUpdated() {
		users(Snapshots.member("kim", "1"), Snapshots.member("lee", "2"));
		wrote("kim", MethodKind.MOBILE, 7);
		stage(mobile(1, "1", 8), mobile(2, "2", 7));
		assertThat(sharedOf("lee")).containsExactly(MethodKind.MOBILE);
		this.updated = Set.of(MethodKind.MOBILE);
		assertThat(sharedOf("lee")).isEmpty();
	}

	@Test
	void comparesWithWhatWasWrittenBeforeTheKeyWasChangedOrByAnEarlierVersion() throws Exception {
		users(Snapshots.member("kim", "1"), Snapshots.member("lee", "2"));
		wrote("kim", MethodKind.MOBILE, 7);
		Sql.run(SharedDatabase.dataSource(),
				"update sspr_prefill.written_method set fingerprint = null where tenant = '" + this.runs.name() + "'");
		stage(mobile(1, "2", 7));
		assertThat(sharedOf("lee")).containsExactly(MethodKind.MOBILE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "object_id = 'lee', person = 'lee'", "object_id = 'lee'", "choice = 'none'",
			"mobile = (select mobile from sspr_prefill.staged_row where run = :run and number = 2)",
			"keys = (select keys from sspr_prefill.staged_row where run = :run and number = 2)", "match_seal = null" })
	void refusesARowThatWasGivenToAnotherPersonAfterItWasMatched(String alteration) throws Exception {
		users(Snapshots.member("kim", "1"), Snapshots.member("lee", "2"));
		stage(mobile(1, "1", 1), mobile(2, "2", 2));
		assertThat(people()).hasSize(2);
		Sql.run(SharedDatabase.dataSource(),
				("update sspr_prefill.staged_row set " + alteration + " where run = :run and number = 1")
					.replace(":run", "'" + this.run.id() + "'"));
		assertThatExceptionOfType(AlteredLedgerException.class).isThrownBy(this::read);
	}

	@Test
	void forgetsTheRowsOfARun() {
		stage(mobile(1, "1", 1), mobile(2, "2", 1));
		assertThat(people()).hasSize(2);
		this.rows.forget(this.run.id());
		assertThat(people()).isEmpty();
	}

}
