package org.ssprprefill.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.coverage.Gap;
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
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** What people read: an example of each gap and of each complaint, word for word. */
class ExplanationTextTests {

	private static final String HELPDESK = "729827e3-9c14-49f7-bb1b-9608f156bbb8";

	private static final String GLOBAL = "62e90394-69f5-4237-9190-012177145e10";

	private static final String GROUPS = "fdd7a751-b60b-444a-984c-02652fe8fa1c";

	private static final Map<String, Supplier<Answered>> EXAMPLES = examples();

	private static Map<String, Supplier<Answered>> examples() {
		Map<String, Supplier<Answered>> examples = new LinkedHashMap<>();
		examples.put("can-reset", () -> new Scene().explain());
		examples.put("until-2027", () -> new Scene().withMobileOnly().explain());
		examples.put("guest", () -> new Scene().guest().explain());
		examples.put("disabled", () -> new Scene().disabled().explain());
		examples.put("not-allowed-by-policy", () -> new Scene().reported(true, false, "email").explain());
		examples.put("admin-reset-off",
				() -> new Scene().holds(Scene.KIM, new RolesHeld(Set.of(GLOBAL), Set.of(), false))
					.administratorsMayReset(false)
					.explain());
		examples.put("writeback-off", () -> new Scene().synchronised(Writeback.OFF).explain());
		examples.put("not-licensed", () -> new Scene().synchronised(Writeback.ON).businessStandard().explain());
		examples.put("no-method", () -> new Scene().withoutMethods().explain());
		examples.put("second-method-missing",
				() -> new Scene().holds(Scene.KIM, new RolesHeld(Set.of(), Set.of(HELPDESK), false))
					.reported(false, true, "email")
					.explain());
		examples.put("method-not-allowed-by-policy", () -> new Scene().withMobileOnly().phonesForGroupOnly().explain());
		examples.put("not-measurable", () -> new Scene().synchronised(Writeback.UNKNOWN).explain());
		examples.put("unlicensed-tenant",
				() -> new Scene().unlicensed()
					.withoutReport(Cause.LICENCE_MISSING, "Authentication_RequestFromNonPremiumTenantOrB2CTenant")
					.explain());
		examples.put("policy-just-changed",
				() -> new Scene().policyChanged(Scene.NOW.minus(Duration.ofMinutes(40))).explain());
		examples.put("operator-not-allowed",
				() -> new Scene().holds(Scene.KIM, new RolesHeld(Set.of(GROUPS), Set.of(), false))
					.holds(Scene.SAM, new RolesHeld(Set.of(HELPDESK), Set.of(), false))
					.explain(Optional.of(new Scene().sam(false))));
		examples.put("written-by-us",
				() -> new Scene().withMobileOnly().remembering(memory()).reported(false, true).explain());
		return examples;
	}

	private static PersonMemory memory() {
		ContactValue number = ContactValue.held(MethodKind.MOBILE, "+31 612345601");
		return new PersonMemory(
				List.of(new WrittenMethod(MethodKind.MOBILE, number, Scene.NOW.minus(Duration.ofHours(5)))),
				List.of(new PastChange("20261125-020000-a1b2", false, MethodKind.EMAIL, "not-registered",
						ChangeState.REJECTED, 400, "badRequest", Scene.NOW.minus(Duration.ofHours(5))),
						new PastChange("20261125-020000-a1b2", false, MethodKind.MOBILE, "not-registered",
								ChangeState.CONFIRMED, 0, "", Scene.NOW.minus(Duration.ofHours(5)))),
				Optional.of(new PastDecision("20261125-020000-a1b2", Scene.NOW.minus(Duration.ofHours(5)), "hr.csv", 7,
						"matched", "", new LinkedHashMap<>(Map.of(MethodKind.MOBILE, "add (not-registered)")))));
	}

	@TestFactory
	Stream<DynamicTest> answersLikeAGoodColleague() {
		return EXAMPLES.entrySet()
			.stream()
			.map((example) -> dynamicTest(example.getKey(),
					() -> assertThat(String.join("\n", example.getValue().get().lines()) + "\n")
						.isEqualTo(golden(example.getKey() + ".txt"))));
	}

	@Test
	void fitsOnAScreen() {
		assertThat(EXAMPLES).allSatisfy((name, example) -> assertThat(example.get().lines()).as(name)
			.hasSizeLessThanOrEqualTo(40)
			.allMatch((line) -> line.length() <= 100));
	}

	private static String golden(String name) {
		try (InputStream stream = Objects
			.requireNonNull(ExplanationTextTests.class.getResourceAsStream("/explain/" + name), name)) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Test
	void theExampleOfAGapHasThatGap() {
		for (Gap gap : Gap.values()) {
			assertThat(Objects.requireNonNull(EXAMPLES.get(gap.word()), gap.word()).get().explanation().gap())
				.contains(gap.word());
		}
	}

	@Test
	void thereIsAnExampleOfEachGapAndOfEachComplaint() {
		Set<String> gaps = new LinkedHashSet<>();
		Set<String> complaints = new LinkedHashSet<>();
		EXAMPLES.values().stream().map((example) -> example.get().explanation()).forEach((explanation) -> {
			explanation.gap().ifPresent(gaps::add);
			complaints.addAll(explanation.complaints());
		});
		assertThat(gaps).containsExactlyInAnyOrderElementsOf(Arrays.stream(Gap.values()).map(Gap::word).toList());
		assertThat(complaints)
			.containsExactlyInAnyOrderElementsOf(Arrays.stream(Complaint.values()).map(Complaint::id).toList());
	}

	@Test
	void printsTheSameForPrograms() {
		assertThat(EXAMPLES.get("no-method").get().explanation().write() + "\n").isEqualTo(golden("no-method.json"));
	}

	@Test
	void showsNoContactValue() {
		assertThat(EXAMPLES.values()).allSatisfy((example) -> {
			Answered answered = example.get();
			assertThat(answered.lines().toString() + answered.explanation().write()).doesNotContain("12345601",
					"kim.private", "kim.pr");
		});
	}

}
