package org.ssprprefill.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ssprprefill.cli.GeneratedPerson.Role;
import org.ssprprefill.cli.GeneratedPerson.World;
import org.ssprprefill.report.CoverageSection;
import org.ssprprefill.simulator.SimulatedGroup;
import org.ssprprefill.simulator.SimulatedPolicies;
import org.ssprprefill.simulator.SimulatedPolicies.MethodPolicy;
import org.ssprprefill.simulator.SimulatedUser;
import org.ssprprefill.simulator.TenantDescription;
import org.ssprprefill.simulator.TenantDescription.RoleGrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ssprprefill.cli.OutcomeAssert.assertThat;

/** Everybody there can be, in one tenant, in any order. */
@ExtendWith(Rehearsals.class)
class GeneratedTenantIT {

	@ParameterizedTest
	@CsvSource({ "on, true, global, none, migrationComplete, 1", "unknown, false, global, sms, preMigration, 2",
			"unknown, true, us-gov, both, migrationInProgress, 3" })
	void isRightAboutEverybody(String writeback, boolean administratorsMayReset, String cloud, String provider,
			String migration, long order) {
		World world = new World(writeback, administratorsMayReset, cloud, provider, migration);
		List<GeneratedPerson> people = new ArrayList<>(GeneratedPerson.all());
		Collections.shuffle(people, new Random(order));
		Outcome night = Rehearsal.of(tenant(people, world))
			.with("sspr.password-writeback", writeback)
			.with("sspr.own-telecom-provider", provider)
			.with("tenant.cloud", cloud)
			.verify();
		assertThat(night).exitsWith(0).wroteNothing();
		Map<String, Map<String, String>> lines = night.people()
			.stream()
			.collect(Collectors.toMap((line) -> line.get("employee_id"), Function.identity()));
		assertThat(lines).hasSameSizeAs(people).hasSizeGreaterThan(4000);
		for (GeneratedPerson person : people) {
			Map<String, String> line = lines.get(person.name());
			assertThat(line).as(person.toString()).containsAllEntriesOf(person.truth(world));
			if (person.judged()) {
				assertThat(line).as(person.toString()).containsEntry("licence", person.licenceWord());
			}
		}
		sums(night, people, (person) -> person.truth(world));
	}

	private static void sums(Outcome night, List<GeneratedPerson> people,
			Function<GeneratedPerson, Map<String, String>> truth) {
		List<GeneratedPerson> counted = people.stream().filter(GeneratedPerson::counted).toList();
		CoverageSection coverage = night.report().coverage();
		assertThat(coverage.population()).isEqualTo(counted.size());
		assertThat(coverage.canReset()).isEqualTo(count(counted, truth, "can_reset", "yes"));
		assertThat(coverage.fromFebruary2027().canReset())
			.isEqualTo((int) counted.stream().filter((person) -> person.canFromFebruary(truth.apply(person))).count());
		int last = coverage.timeline().isEmpty() ? coverage.canReset()
				: coverage.timeline().get(coverage.timeline().size() - 1).canReset();
		assertThat(last).isEqualTo(count(counted, truth, "can_reset_2027", "yes"));
		assertThat(coverage.timeline().stream().mapToInt(CoverageSection.TimelineEntry::lost).sum())
			.isEqualTo(coverage.canReset() - last);
		coverage.reasons()
			.forEach((gap, number) -> assertThat(number).as(gap).isEqualTo(count(counted, truth, "gap", gap)));
		assertThat(coverage.reasons().values().stream().mapToInt(Integer::intValue).sum() + coverage.canReset())
			.isEqualTo(coverage.population());
		assertThat(night.report().licence().entitled())
			.isEqualTo((int) counted.stream().filter(GeneratedPerson::licensed).count());
	}

	private static int count(List<GeneratedPerson> people, Function<GeneratedPerson, Map<String, String>> truth,
			String column, String word) {
		return (int) people.stream().filter((person) -> word.equals(truth.apply(person).get(column))).count();
	}

	private static TenantDescription tenant(List<GeneratedPerson> people, World world) {
		SimulatedPolicies policies = SimulatedPolicies.defaults()
			.with(new MethodPolicy("Sms", true, List.of(), List.of("No phones")))
			.with(new MethodPolicy("Voice", true, List.of(), List.of("No phones")));
		return Contoso.tenant(people.stream().map(GeneratedPerson::user).toArray(SimulatedUser[]::new))
			.withGroups(SimulatedGroup.of("No phones",
					people.stream()
						.filter(GeneratedPerson::phonesBarred)
						.map((person) -> person.name() + "@contoso.com")
						.toArray(String[]::new)))
			.withRoles(holders(people, Map.of(Role.ADMINISTRATOR, "User Administrator", Role.READER, "Global Reader")),
					holders(people, Map.of(Role.ELIGIBLE, "Global Administrator")))
			.with(new SimulatedPolicies(policies.methods(), world.migration(), world.administratorsMayReset(),
					policies.methodsRequired()));
	}

	private static List<RoleGrant> holders(List<GeneratedPerson> people, Map<Role, String> roles) {
		return people.stream()
			.filter((person) -> roles.containsKey(person.role()))
			.map((person) -> new RoleGrant(roles.get(person.role()), person.name() + "@contoso.com"))
			.toList();
	}

}
