package org.ssprprefill.plan;

import java.util.Optional;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.MethodKind;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link Planner}. */
class PlannerTests {

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = {
			// policy, wanted, registered, written, reason
			"OFF,     1, absent, -, method-off", "OFF,     -, 2,      -, method-off", "MISSING, -, absent, -, no-value",
			"MISSING, 1, absent, -, not-registered", "MISSING, 1, unread, -, already-registered",
			"MISSING, 1, 1,      -, already-registered", "MISSING, 1, 2,      -, already-registered",
			"MISSING, 1, 2,      2, already-registered", "MISSING, 1, absent, 1, removed-since",
			"MISSING, 2, absent, 1, removed-since", "OWN,     -, 2,      2, no-value",
			"OWN,     1, absent, -, not-registered", "OWN,     1, absent, 1, removed-since",
			"OWN,     1, 1,      -, already-registered", "OWN,     1, 2,      2, own-value-changed",
			"OWN,     1, 2,      -, registered-by-user", "OWN,     1, 2,      1, registered-by-user",
			"OWN,     1, 2,      3, registered-by-user", "OWN,     1, unread, 1, already-registered",
			"REPLACE, -, 2,      -, no-value", "REPLACE, 1, absent, -, not-registered",
			"REPLACE, 1, absent, 2, removed-since", "REPLACE, 1, 1,      -, already-registered",
			"REPLACE, 1, 2,      -, replace-configured", "REPLACE, 1, 2,      2, replace-configured",
			"REPLACE, 1, unread, -, already-registered" })
	void decides(MethodPolicy policy, String wanted, String registered, String written, String reason) {
		Wish wish = new Wish(MethodKind.MOBILE, policy, true, value(wanted));
		Decision decision = Planner
			.decide(new MethodState(wish, registered(registered), value(written).map(Written::new), Optional.empty()));
		assertThat(decision.reason().word()).isEqualTo(reason);
	}

	@ParameterizedTest
	@CsvSource({ "MISSING, 1, absent, 1, removed-since", "MISSING, 2, absent, 1, removed-since",
			"REPLACE, 1, 2, 1, removed-since", "REPLACE, 3, 2, 1, replace-configured",
			"REPLACE, 1, 1, 1, already-registered", "MISSING, 1, 2, 1, already-registered" })
	void writesNoValueAgainThatAnUndoTookBack(MethodPolicy policy, String wanted, String registered, String takenBack,
			String reason) {
		Wish wish = new Wish(MethodKind.MOBILE, policy, true, value(wanted));
		Decision decision = Planner.decide(
				new MethodState(wish, registered(registered), Optional.empty(), value(takenBack).map(Written::new)));
		assertThat(decision.reason().word()).isEqualTo(reason);
	}

	@Test
	void leavesAMethodAloneThatTheCloudLacks() {
		Wish wish = new Wish(MethodKind.EMAIL, MethodPolicy.MISSING, false, value("1"));
		Decision decision = Planner
			.decide(new MethodState(wish, new Registered.Absent(), Optional.empty(), Optional.empty()));
		assertThat(decision.reason()).isEqualTo(Reason.CLOUD_LACKS_METHOD);
	}

	@Test
	void namesTheJobDefinitionBeforeTheCloudAndTheCloudBeforeTheFeed() {
		Registered absent = new Registered.Absent();
		Wish off = new Wish(MethodKind.EMAIL, MethodPolicy.OFF, false, Optional.empty());
		Wish lacking = new Wish(MethodKind.EMAIL, MethodPolicy.OWN, false, Optional.empty());
		assertThat(Planner.decide(new MethodState(off, absent, Optional.empty(), Optional.empty())).reason())
			.isEqualTo(Reason.METHOD_OFF);
		assertThat(Planner.decide(new MethodState(lacking, absent, Optional.empty(), Optional.empty())).reason())
			.isEqualTo(Reason.CLOUD_LACKS_METHOD);
	}

	@Test
	void doesNotMindHowAnEqualNumberIsWritten() {
		Wish wish = new Wish(MethodKind.MOBILE, MethodPolicy.REPLACE, true,
				Optional.of(ContactValue.held(MethodKind.MOBILE, "+31612345678")));
		Registered registered = new Registered.Holds(ContactValue.held(MethodKind.MOBILE, "+31 6 1234-5678"));
		assertThat(Planner.decide(new MethodState(wish, registered, Optional.empty(), Optional.empty())).action())
			.isEqualTo(Action.NONE);
	}

	@Property
	void writesOnlyWhatPolicyValueAndTenantAllow(@ForAll MethodPolicy policy, @ForAll boolean offered,
			@ForAll Digit wanted, @ForAll Digit registered, @ForAll Digit written) {
		Wish wish = new Wish(MethodKind.MOBILE, policy, offered, wanted.value());
		Decision decision = Planner.decide(
				new MethodState(wish, registered.registered(), written.value().map(Written::new), Optional.empty()));
		if (decision.isChange()) {
			assertThat(policy).isNotEqualTo(MethodPolicy.OFF);
			assertThat(offered).isTrue();
			assertThat(wanted.value()).isPresent().isNotEqualTo(registered.value());
		}
		if (policy == MethodPolicy.MISSING && registered != Digit.NONE) {
			assertThat(decision.isChange()).isFalse();
		}
		if (policy == MethodPolicy.OWN && decision.action() == Action.UPDATE) {
			assertThat(written.value()).isEqualTo(registered.value());
		}
		if (decision.action() == Action.ADD) {
			assertThat(registered).isEqualTo(Digit.NONE);
			assertThat(written).isEqualTo(Digit.NONE);
		}
	}

	private static Registered registered(String text) {
		return switch (text) {
			case "absent" -> new Registered.Absent();
			case "unread" -> new Registered.Unread();
			default -> new Registered.Holds(value(text).orElseThrow());
		};
	}

	private static Optional<ContactValue> value(@Nullable String digit) {
		return Optional.ofNullable(digit).map((text) -> ContactValue.held(MethodKind.MOBILE, "+1 202 555 010" + text));
	}

	enum Digit {

		NONE, ONE, TWO, THREE;

		Optional<ContactValue> value() {
			return (this == NONE) ? Optional.empty() : PlannerTests.value(String.valueOf(ordinal()));
		}

		Registered registered() {
			return value().<Registered>map(Registered.Holds::new).orElseGet(Registered.Absent::new);
		}

	}

}
