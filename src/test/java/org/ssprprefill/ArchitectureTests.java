package org.ssprprefill;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** Who may know whom, as far as the compiled classes show it. */
class ArchitectureTests {

	/** Who may use a library. A library is known to one package, or there is a reason. */
	private static final Map<List<String>, List<String>> HOMES = Map.ofEntries(
			Map.entry(List.of("com.microsoft..", "okhttp3..", "io.github.bucket4j.."), List.of("graph")),
			Map.entry(List.of("org.apache.commons.csv..", "org.apache.commons.compress..", "org.bouncycastle..",
					"org.mozilla.universalchardet.."), List.of("feed")),
			Map.entry(
					List.of("com.google.common..", "com.google.i18n.phonenumbers..", "org.apache.commons.validator.."),
					List.of("contact")),
			Map.entry(List.of("org.flywaydb..", "io.zonky..", "com.zaxxer..", "org.postgresql.."), List.of("database")),
			Map.entry(List.of("com.google.crypto.tink.."), List.of("database", "vault")),
			// The nights of a fleet and the scheduler's rows change in one transaction
			Map.entry(List.of("java.sql..", "org.springframework.jdbc..", "org.springframework.transaction.support.."),
					List.of("database", "vault", "ledger", "fleet")),
			Map.entry(List.of("com.github.kagkarlsson.."), List.of("fleet")),
			// Spring Batch keeps its own tables in the ledger's database
			Map.entry(List.of("javax.sql..", "org.springframework.transaction"),
					List.of("database", "vault", "ledger", "job", "fleet")),
			Map.entry(List.of("org.springframework.batch..", "org.springframework.core.."), List.of("job")),
			Map.entry(List.of("com.sun.net.httpserver.."), List.of("simulator")),
			Map.entry(List.of("org.yaml.snakeyaml.."), List.of("definition", "simulator")),
			Map.entry(List.of("tools.jackson..", "com.fasterxml.jackson.."),
					List.of("message", "graph", "simulator", "ledger", "probe", "report", "explain", "notify", "job",
							"schedule", "fleet")),
			Map.entry(List.of("jakarta.mail..", "org.eclipse.angus.."), List.of("notify")),
			Map.entry(List.of("io.micrometer.."), List.of("telemetry")),
			Map.entry(List.of("org.dhatim.."), List.of("report")),
			Map.entry(List.of("picocli..", "ch.qos.logback..", "co.elastic.."), List.of("cli")));

	private static final JavaClasses PROGRAM = new ClassFileImporter().withImportOption(new DoNotIncludeTests())
		.importPackages(Floors.ROOT);

	@Test
	void theRulesSeeTheWholeProgram() {
		assertThat(PROGRAM.size()).isGreaterThan(400);
		assertThat(PROGRAM.contain(Application.class)).isTrue();
	}

	@TestFactory
	Stream<DynamicTest> packagesImportOnlyLowerFloors() {
		return Floors.packages()
			.map((name) -> dynamicTest(name,
					() -> noClasses().that()
						.resideInAPackage(Floors.qualified(name))
						.should()
						.dependOnClassesThat()
						.resideInAnyPackage(
								Floors.forbiddenTo(name).stream().map(Floors::qualified).toArray(String[]::new))

						.check(PROGRAM)));
	}

	@Test
	void nobodyImportsTheRoot() {
		noClasses().that()
			.resideOutsideOfPackage(Floors.ROOT)
			.should()
			.dependOnClassesThat()
			.resideInAPackage(Floors.ROOT)
			.check(PROGRAM);
	}

	@Test
	void packagesAreFreeOfCycles() {
		slices().matching(Floors.ROOT + ".(*)..").should().beFreeOfCycles().check(PROGRAM);
	}

	@Test
	void everyPackageStandsOnExactlyOneFloor() {
		Map<String, Long> floors = Floors.packages()
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
		assertThat(floors).allSatisfy((name, count) -> assertThat(count).as(name).isOne());
		Set<String> expected = floors.keySet().stream().map(Floors::qualified).collect(Collectors.toSet());
		expected.add(Floors.ROOT);
		assertThat(PROGRAM.stream().map(JavaClass::getPackageName).collect(Collectors.toSet())).isEqualTo(expected);
	}

	/** A room shows its doors and nothing else, and they are the smaller part of it. */
	@TestFactory
	Stream<DynamicTest> roomsShowTheirDoorsAlone() {
		return Floors.DOORS.entrySet().stream().map((room) -> dynamicTest(room.getKey(), () -> {
			List<JavaClass> types = PROGRAM.stream()
				.filter((type) -> type.getPackageName().equals(Floors.qualified(room.getKey())))
				.filter((type) -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
				.toList();
			assertThat(types.stream().filter((type) -> type.getModifiers().contains(JavaModifier.PUBLIC)))
				.extracting(JavaClass::getSimpleName)
				.containsExactlyInAnyOrderElementsOf(room.getValue());
			assertThat(2 * room.getValue().size()).isLessThanOrEqualTo(types.size());
		}));
	}

	@TestFactory
	Stream<DynamicTest> librariesStayAtHome() {
		return HOMES.entrySet()
			.stream()
			.map((home) -> dynamicTest(home.getKey() + " in " + home.getValue(),
					() -> noClasses().that()
						.resideOutsideOfPackages(home.getValue().stream().map(Floors::qualified).toArray(String[]::new))
						.should()
						.dependOnClassesThat()
						.resideInAnyPackage(home.getKey().toArray(String[]::new))
						.check(PROGRAM)));
	}

	@TestFactory
	Stream<DynamicTest> librariesAreUsedWhereTheyLive() {
		return HOMES.entrySet()
			.stream()
			.flatMap((home) -> home.getKey()
				.stream()
				.map((library) -> dynamicTest(library, () -> assertThat(PROGRAM).as("users of " + library)
					.anyMatch((type) -> uses(type, library.replace("..", ""))))));
	}

	private static boolean uses(JavaClass type, String library) {
		return type.getDirectDependenciesFromSelf()
			.stream()
			.map((dependency) -> dependency.getTargetClass().getPackageName())
			.anyMatch((name) -> name.equals(library) || name.startsWith(library + "."));
	}

	@Test
	void rulesKnowNoFramework() {
		noClasses().that()
			.resideInAnyPackage(Floors.WITHOUT_SPRING.stream().map(Floors::qualified).toArray(String[]::new))
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework..")
			.check(PROGRAM);
	}

}
