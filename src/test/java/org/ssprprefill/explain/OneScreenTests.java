package org.ssprprefill.explain;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.coverage.SsprSettings.Writeback;
import org.ssprprefill.explain.Explainer.Answered;
import org.ssprprefill.ledger.ChangeState;
import org.ssprprefill.ledger.PersonMemory;
import org.ssprprefill.ledger.PersonMemory.PastChange;
import org.ssprprefill.ledger.PersonMemory.PastDecision;
import org.ssprprefill.ledger.PersonMemory.WrittenMethod;
import org.ssprprefill.tenant.Obstacle.Cause;
import org.ssprprefill.tenant.RolesHeld;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever is asked about, the answer fits a screen and leaves out nothing that fails. */
class OneScreenTests {

	private static final int LINES = 40;

	private static final int COLUMNS = 100;

	/**
	 * One combination in so many is asked about, which leaves out no pair of choices;
	 * {@code -Dscreen.every=1} asks about all.
	 */
	private static final int EVERY = Integer.getInteger("screen.every", 29);

	private static final String HELPDESK = "729827e3-9c14-49f7-bb1b-9608f156bbb8";

	private static final String GLOBAL = "62e90394-69f5-4237-9190-012177145e10";

	/** What may be so about a person; the choices of one list exclude each other. */
	private static final List<List<UnaryOperator<Scene>>> CHOICES = List.of(
			List.of(UnaryOperator.identity(), (scene) -> scene.synchronised(Writeback.ON),
					(scene) -> scene.synchronised(Writeback.OFF), (scene) -> scene.synchronised(Writeback.UNKNOWN)),
			List.of(UnaryOperator.identity(), Scene::businessStandard, Scene::unlicensed,
					(scene) -> scene.withLicences(30), (scene) -> scene.withOffice365Among(30)),
			List.of(UnaryOperator.identity(), Scene::withoutMethods, Scene::withMobileOnly,
					(scene) -> scene.reported(true, false, words()), (scene) -> scene.reported(true, true, words()),
					(scene) -> scene.reported(false, true, "fido2"), Scene::unlisted,
					(scene) -> scene.withoutReport(Cause.PERMISSION_MISSING, "UnknownError"),
					(scene) -> scene.withoutReport(Cause.LICENCE_MISSING, "NonPremiumTenant")),
			List.of(UnaryOperator.identity(), (scene) -> scene.phonesForGroupOnly(),
					(scene) -> scene.phonesForGroupOnly().policyChanged(Scene.NOW.minus(Duration.ofHours(1)))),
			List.of(UnaryOperator.identity(), Scene::withoutRoles,
					(scene) -> scene.holds(Scene.KIM, new RolesHeld(Set.of(GLOBAL), Set.of(), false)),
					(scene) -> scene.holds(Scene.KIM, new RolesHeld(Set.of(), Set.of(HELPDESK), false)),
					(scene) -> scene.holds(Scene.KIM, new RolesHeld(many(7), many(9), true))),
			List.of(UnaryOperator.identity(), (scene) -> scene.administratorsMayReset(false)),
			List.of(UnaryOperator.identity(), (scene) -> scene.remembering(memory())),
			List.of(UnaryOperator.identity(), Scene::disabled, Scene::guest, Scene::external, Scene::inRestrictedUnit,
					(scene) -> scene.scope(Optional.of(Scene.GROUP))));

	private static Set<String> many(int roles) {
		Set<String> ids = new TreeSet<>();
		IntStream.range(0, roles)
			.forEach((index) -> ids.add(String.format("77777777-0000-4000-8000-%06d%06d", roles, index)));
		return ids;
	}

	private static String[] words() {
		return new String[] { "mobilePhone", "alternateMobilePhone", "macOsSecureEnclaveKey", "externalAuthMethod",
				"qrCode", "x509CertificateMultiFactor", "x509CertificateSingleFactor", "windowsHelloForBusiness",
				"passKeyDeviceBound", "passKeyDeviceBoundAuthenticator", "passKeySynced", "temporaryAccessPass" };
	}

	private static PersonMemory memory() {
		List<WrittenMethod> written = new ArrayList<>();
		List<PastChange> changes = new ArrayList<>();
		Map<MethodKind, String> decided = new LinkedHashMap<>();
		for (MethodKind kind : MethodKind.values()) {
			String value = kind.isPhone() ? "+31 612345601" : "kim.private@a-rather-long-name.example.org";
			written.add(new WrittenMethod(kind, ContactValue.held(kind, value), Scene.NOW.minus(Duration.ofDays(9))));
			changes.add(new PastChange("20261125-020000-a1b2", kind.isPhone(), kind, "not-registered",
					ChangeState.REJECTED, 400, "phoneNumberNotUnique", Scene.NOW.minus(Duration.ofDays(3))));
			decided.put(kind, "update (own-value-changed)");
		}
		return new PersonMemory(written, changes, Optional.of(new PastDecision("20261125-020000-a1b2",
				Scene.NOW.minus(Duration.ofHours(5)), "h".repeat(80) + ".csv", 123456, "matched", "", decided)));
	}

	private static int rows(List<String> lines) {
		return lines.stream().mapToInt((line) -> Math.max(1, (line.length() + COLUMNS - 1) / COLUMNS)).sum();
	}

	@ParameterizedTest
	@ValueSource(strings = { "nobody", "sam", "sam, of a person with a long name" })
	void fitsForPeopleOfEveryKind(String operator) {
		int[] at = new int[CHOICES.size()];
		int people = 0;
		do {
			if (people++ % EVERY != 0) {
				continue;
			}
			Scene scene = new Scene();
			for (int choice = 0; choice < at.length; choice++) {
				scene = CHOICES.get(choice).get(at[choice]).apply(scene);
			}
			scene = operator.contains("long") ? scene.withLongName() : scene;
			Answered answered = scene
				.explain(operator.equals("nobody") ? Optional.empty() : Optional.of(scene.sam(false)));
			assertFits(answered, Arrays.toString(at));
		}
		while (next(at));
		assertThat(people).isEqualTo(CHOICES.stream().mapToInt(List::size).reduce(1, (one, other) -> one * other));
	}

	private static boolean next(int[] at) {
		for (int choice = 0; choice < at.length; choice++) {
			at[choice] = (at[choice] + 1) % CHOICES.get(choice).size();
			if (at[choice] != 0) {
				return true;
			}
		}
		return false;
	}

	private static void assertFits(Answered answered, String who) {
		List<String> lines = answered.lines();
		String all = String.join("\n", lines);
		assertThat(rows(lines)).as("%s%n%s", who, all).isLessThanOrEqualTo(LINES);
		assertThat(lines.get(0) + lines.get(1)).as(who).contains("@");
		assertThat(all).as(who).contains("\nWhat to do: ");
		// The line that decides is told, by the name of its step
		answered.explanation()
			.steps()
			.stream()
			.filter((step) -> answered.explanation().canReset().filter((can) -> !can).isPresent())
			.filter((step) -> step.verdict().equals("no"))
			.findFirst()
			.ifPresent((step) -> assertThat(all).as(who).contains("\n  NO       " + Words.step(step.id()) + ": "));
		// Each complaint is answered, or named
		assertThat(answered.explanation().complaints()).as(who).allMatch(all::contains);
	}

	@Test
	void tellsHowManyEntriesOfAListAreMissing() {
		assertThat(String.join(" ", new Scene().withLicences(30).explain().lines()).replaceAll("\\s+", " "))
			.contains("99999999-0000-4000-8000-000000000000, 99999999-0000-4000-8000-000000000001,")
			.containsPattern("and \\d\\d more \\[assigned licences, now\\]");
	}

	@Test
	void tellsThatPagesDisagreeHoweverManyLicencesThereAre() {
		assertThat(text(new Scene().withOffice365Among(30)).replaceAll("\\s+", " ")).containsPattern(
				"and \\d\\d more; Microsoft's pages disagree on this plan .*: sspr\\.office-365-entitles decides \\[");
	}

	@Test
	void tellsTheNewestChangesFirst() {
		PersonMemory memory = new PersonMemory(List.of(),
				List.of(change(MethodKind.EMAIL, 9), change(MethodKind.MOBILE, 1), change(MethodKind.OFFICE, 5)),
				Optional.empty());
		Answered answered = new Scene().remembering(memory).explain();
		assertThat(answered.lines()).anyMatch((line) -> line.contains("Last changes: mobile (not-registered)"));
		assertThat(String.join("\n", answered.lines())).contains(" more [ledger");
		assertThat(answered.explanation().write()).contains("run-1", "run-5", "run-9");
	}

	@Test
	void namesOnlyTheWaysBackThatAreOpenToThePerson() {
		String change = "changing the password without it at My Sign-Ins";
		assertThat(text(new Scene().withoutMethods())).contains("a temporary access pass").doesNotContain(change);
		assertThat(text(new Scene().reported(false, true, "passKeySynced"))).contains(change);
		assertThat(text(new Scene().unlisted())).contains(change);
		assertThat(text(new Scene())).doesNotContain("Other ways back");
		assertThat(text(new Scene().disabled())).doesNotContain("Other ways back");
	}

	private static String text(Scene scene) {
		return String.join(" ", scene.explain().lines());
	}

	private static PastChange change(MethodKind kind, int daysAgo) {
		return new PastChange("run-" + daysAgo, false, kind, "not-registered", ChangeState.REJECTED, 400,
				"phoneNumberNotUnique", Scene.NOW.minus(Duration.ofDays(daysAgo)));
	}

}
