package org.ssprprefill.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.ssprprefill.cli.GeneratedPerson.Day;
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

/**
 * Everybody there can be, in tenants of every kind, in any order: people.csv, the report
 * and {@code explain} say what is true.
 */
@ExtendWith(Rehearsals.class)
class GeneratedTenantIT {

	private static final JsonMapper JSON = new JsonMapper();

	/** One in so many people lives in each world, others in each. */
	private static final int WORLDS = 18;

	private static final int EXPLAINED = 6;

	/** Any two of the values that a world is made of are together in one of these. */
	@ParameterizedTest
	@CsvFileSource(resources = "/worlds.csv", numLinesToSkip = 1)
	void isRightAboutEverybody(int order, String writeback, boolean administratorsMayReset, String cloud,
			String provider, String migration, int required, String office365) {
		World world = new World(writeback, administratorsMayReset, cloud, provider, migration, required, office365);
		List<GeneratedPerson> all = new ArrayList<>(GeneratedPerson.all());
		Collections.shuffle(all, new Random(20261201));
		List<GeneratedPerson> people = new ArrayList<>();
		for (int index = order; index < all.size(); index += WORLDS) {
			people.add(all.get(index));
		}
		Rehearsal rehearsal = Rehearsal.of(tenant(people, world))
			.with("sspr.password-writeback", writeback)
			.with("sspr.own-telecom-provider", provider)
			.with("sspr.methods-required", String.valueOf(required))
			.with("sspr.office-365-entitles", office365)
			.with("tenant.cloud", cloud);
		Outcome night = rehearsal.verify();
		assertThat(night).exitsWith(0).wroteNothing();
		Map<String, Map<String, String>> lines = night.people()
			.stream()
			.collect(Collectors.toMap((line) -> line.get("employee_id"), Function.identity()));
		assertThat(lines).hasSameSizeAs(people).hasSizeGreaterThan(500);
		for (GeneratedPerson person : people) {
			Map<String, String> line = lines.get(person.name());
			assertThat(line).as("%s %s", person, world).containsAllEntriesOf(person.truth(world));
			if (person.judged()) {
				assertThat(line).as(person.toString()).containsEntry("licence", person.licenceWord(world));
			}
		}
		sums(night, people, world);
		people.subList(0, EXPLAINED).forEach((person) -> isExplained(rehearsal, person, world));
	}

	private static void isExplained(Rehearsal rehearsal, GeneratedPerson person, World world) {
		Map<String, String> truth = person.truth(world);
		JsonNode told = JSON.readTree(rehearsal.launch("explain", rehearsal.jobFile(), person.name()).out());
		JsonNode can = told.path("canReset");
		String answer = can.isNull() ? "unknown" : can.asBoolean() ? "yes" : "no";
		assertThat(answer).as("%s %s", person, world).isEqualTo(person.judged() ? truth.get("can_reset") : "unknown");
		assertThat(told.path("gap").asString("")).as("%s %s", person, world).isEqualTo(truth.get("gap"));
		told.path("steps").forEach((step) -> {
			if (step.path("id").asString().equals("from-february-2027")) {
				assertThat(step.path("verdict").asString()).as("%s %s", person, world)
					.isEqualTo(truth.get("can_reset_2027"));
			}
		});
	}

	private static void sums(Outcome night, List<GeneratedPerson> people, World world) {
		List<GeneratedPerson> counted = people.stream().filter(GeneratedPerson::counted).toList();
		CoverageSection coverage = night.report().coverage();
		assertThat(coverage.population()).isEqualTo(counted.size());
		assertThat(coverage.canReset()).isEqualTo(count(counted, (person) -> person.answer(world, Day.TODAY), "yes"));
		List<Integer> later = world.cloud().equals("global") ? Stream.of(Day.FEBRUARY, Day.MARCH, Day.JULY)
			.map((day) -> count(counted, (person) -> person.answer(world, day), "yes"))
			.toList() : List.of();
		assertThat(coverage.timeline().stream().map(CoverageSection.TimelineEntry::canReset)).isEqualTo(later);
		int last = later.isEmpty() ? coverage.canReset() : later.get(later.size() - 1);
		assertThat(coverage.fromFebruary2027().canReset()).isEqualTo(later.isEmpty() ? last : later.get(0));
		assertThat(coverage.timeline().stream().mapToInt(CoverageSection.TimelineEntry::lost).sum())
			.isEqualTo(coverage.canReset() - last);
		coverage.reasons()
			.forEach((gap, number) -> assertThat(number).as(gap)
				.isEqualTo(count(counted, (person) -> person.truth(world).get("gap"), gap)));
		assertThat(coverage.reasons().values().stream().mapToInt(Integer::intValue).sum() + coverage.canReset())
			.isEqualTo(coverage.population());
		assertThat(night.report().licence().entitled())
			.isEqualTo((int) counted.stream().filter((person) -> person.licensed(world)).count());
	}

	private static int count(List<GeneratedPerson> people, Function<GeneratedPerson, String> answer, String word) {
		return (int) people.stream().filter((person) -> word.equals(answer.apply(person))).count();
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
			.withRoles(
					holders(people,
							Map.of(Role.ADMINISTRATOR, "User Administrator", Role.GLOBAL, "Global Administrator",
									Role.READER, "Global Reader")),
					holders(people, Map.of(Role.ELIGIBLE, "Global Administrator")))
			.with(new SimulatedPolicies(policies.methods(), world.migration(), world.administratorsMayReset(),
					world.required()));
	}

	private static List<RoleGrant> holders(List<GeneratedPerson> people, Map<Role, String> roles) {
		return people.stream()
			.filter((person) -> roles.containsKey(person.role()))
			.map((person) -> new RoleGrant(roles.get(person.role()), person.name() + "@contoso.com"))
			.toList();
	}

}
