package org.ssprprefill.definition;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.feed.MatchingAttribute;
import org.ssprprefill.match.ScopeSettings;
import org.ssprprefill.plan.LimitSettings;
import org.ssprprefill.plan.MethodPolicy;

import static org.assertj.core.api.Assertions.assertThat;

class RulesReaderTests {

	@TempDir
	Path folder;

	TestJob job;

	@BeforeEach
	void makeJob() {
		this.job = new TestJob(this.folder);
	}

	@Test
	void hasTheDocumentedDefaults() {
		JobDefinition definition = this.job.valid(TestJob.SMALLEST);
		assertThat(definition.matchBy()).containsExactly(MatchingAttribute.EMPLOYEE_ID,
				MatchingAttribute.USER_PRINCIPAL_NAME);
		assertThat(definition.scope().group()).isEmpty();
		assertThat(definition.scope().exclude()).isEmpty();
		assertThat(definition.scope().pilot()).isEmpty();
		assertThat(definition.methods())
			.isEqualTo(Map.of(MethodKind.MOBILE, MethodPolicy.MISSING, MethodKind.OFFICE, MethodPolicy.OFF,
					MethodKind.ALTERNATE_MOBILE, MethodPolicy.OFF, MethodKind.EMAIL, MethodPolicy.MISSING));
		assertThat(definition.limits()).isEqualTo(new LimitSettings(500, 20, 10, 20, 1, 1));
	}

	@Test
	void keepsTheOrderOfMatchingAttributes() {
		assertThat(valid("match: {by: [object-id, mail, employee-id]}").matchBy())
			.containsExactly(MatchingAttribute.OBJECT_ID, MatchingAttribute.MAIL, MatchingAttribute.EMPLOYEE_ID);
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "[upn]", "[mail, mail, employee-id]" })
	void refusesOtherMatchingAttributes(String by) {
		assertThat(problem("match: {by: " + by + "}").key()).isEqualTo("match.by");
	}

	@Test
	void readsTheScope() {
		assertThat(valid("scope: {group: 5D0E, exclude: [a@contoso.com, 'u-1'], pilot: 1}").scope())
			.extracting(ScopeSettings::group, ScopeSettings::exclude, ScopeSettings::pilot)
			.containsExactly(Optional.of(new ObjectId("5d0e")), List.of("a@contoso.com", "u-1"), OptionalInt.of(1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "pilot: 0", "pilot: -1", "pilot: few", "group: 'All staff'", "exclude: [Break Glass]",
			"exclude: ['@']", "exclude: [breakglass@]", "exclude: [a@b@c]", "exclude: [a/b]" })
	void refusesAnImpossibleScope(String line) {
		assertThat(problem("scope: {" + line + "}").key()).startsWith("scope.");
	}

	@ParameterizedTest
	@EnumSource(MethodPolicy.class)
	void readsEveryPolicyForEveryMethod(MethodPolicy policy) {
		String word = policy.word();
		assertThat(valid(
				"methods: {mobile: %s, office: %s, alternate-mobile: %s, email: %s}".formatted(word, word, word, word))
			.methods()).hasSize(4).allSatisfy((kind, read) -> assertThat(read).isEqualTo(policy));
	}

	@Test
	void refusesOtherPolicies() {
		assertThat(problem("methods: {mobile: overwrite}").remedy())
			.isEqualTo("Use one of: missing, off, own, replace.");
		assertThat(problem("methods: {mobile: true}").key()).isEqualTo("methods.mobile");
	}

	@Test
	void readsEveryLimit() {
		assertThat(valid("limits: {changes: 0, changes-percent: 250, rejected-percent: 100, feed-shrink-percent: 0, "
				+ "same-number: 3, same-email: 2}")
			.limits()).isEqualTo(new LimitSettings(0, 250, 100, 0, 3, 2));
	}

	@ParameterizedTest
	@ValueSource(strings = { "changes: -1", "changes: 1.5", "changes: many", "changes: 99999999999", "changes: 20%",
			"changes-percent: -1", "rejected-percent: 101", "feed-shrink-percent: 101", "same-number: 0",
			"same-email: 0", "changes: true" })
	void refusesImpossibleLimits(String line) {
		assertThat(problem("limits: {" + line + "}").key()).isEqualTo("limits." + line.split(":")[0]);
	}

	@Test
	void readsHowWideEmployeeIdsAreCompared() {
		assertThat(valid("match: {employee-id-width: 8}").employeeIdWidth()).isEqualTo(8);
		assertThat(valid("").employeeIdWidth()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "65", "wide", "8.0" })
	void refusesOtherWidths(String width) {
		assertThat(problem("match: {employee-id-width: " + width + "}").key()).isEqualTo("match.employee-id-width");
	}

	private JobDefinition valid(String section) {
		return this.job.valid(TestJob.SMALLEST + section);
	}

	private DefinitionProblem problem(String section) {
		return this.job.problem(TestJob.SMALLEST + section);
	}

}
