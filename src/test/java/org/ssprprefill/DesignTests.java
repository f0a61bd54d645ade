package org.ssprprefill;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.ssprprefill.database.Database;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

/** What a type may be called, show and do. */
class DesignTests {

	private static final JavaClasses PROGRAM = new ClassFileImporter().withImportOption(new DoNotIncludeTests())
		.importPackages(Floors.ROOT);

	private static final JavaClasses TESTS = new ClassFileImporter().withImportOption(new OnlyIncludeTests())
		.importPackages(Floors.ROOT);

	private static final String EMPTY_NAMES = ".*[.$](\\w*(Impl|Helper|Utils?|Manager|Dto)|(Abstract|Base)[A-Z]\\w*)";

	private static final String GRAPH_VENDORS = "(com\\.microsoft|com\\.azure|okhttp3|io\\.github\\.bucket4j)\\..*";

	@Test
	void theRulesSeeProgramAndTests() {
		assertThat(PROGRAM.size()).isGreaterThan(400);
		assertThat(TESTS.size()).isGreaterThan(90);
	}

	@Test
	void namesSayWhatNotHow() {
		noClasses().should().haveNameMatching(EMPTY_NAMES).check(PROGRAM);
		noClasses().should().haveNameMatching(EMPTY_NAMES).check(TESTS);
	}

	@Test
	void packagesAreNullMarked() {
		assertThat(Floors.packages().map(Floors::qualified))
			.allSatisfy((name) -> assertThat(PROGRAM.getPackage(name).tryGetAnnotationOfType(NullMarked.class)).as(name)
				.isPresent());
	}

	@Test
	void onlyTheCommandLineTouchesStandardStreams() {
		noClasses().that()
			.resideOutsideOfPackage(Floors.qualified("cli"))
			.should()
			.accessTargetWhere(member(System.class, "out", "err", "in", "setOut", "setErr", "setIn", "console"))
			.check(PROGRAM);
	}

	@Test
	void onlyTheDoorEndsTheProcess() {
		noClasses().that()
			.doNotBelongToAnyOf(Application.class)
			.should()
			.accessTargetWhere(member(System.class, "exit"))
			.orShould()
			.accessTargetWhere(member(Runtime.class, "exit", "halt"))
			.check(PROGRAM);
	}

	@Test
	void failuresAreNotPrintedOnTheWay() {
		for (JavaClasses all : List.of(PROGRAM, TESTS)) {
			noClasses().that()
				// Silences it
				.doNotHaveSimpleName("OutsideSettings")
				.should()
				.dependOnClassesThat()
				.resideInAPackage("java.util.logging..")
				.check(all);
			noClasses().should()
				.accessTargetWhere(DescribedPredicate.describe("prints a stack trace",
						(access) -> access.getTarget().getName().equals("printStackTrace")))
				.check(all);
		}
	}

	@Test
	void testsNeitherSleepNorRest() {
		noClasses().should().accessTargetWhere(member(Thread.class, "sleep")).check(TESTS);
		noClasses().should().beAnnotatedWith(Disabled.class).check(TESTS);
		noMethods().should().beAnnotatedWith(Disabled.class).check(TESTS);
	}

	/**
	 * {@code ./mvnw test} runs what is named Tests, in a minute; {@code verify} the rest.
	 */
	@Test
	void onlyClassesNamedITStartProcessesBrowsersOrDatabases() {
		Predicate<JavaAccess<?>> starts = member(ProcessBuilder.class, "<init>").or(member(Database.class, "open"));
		Set<JavaClass> slow = TESTS.stream()
			.filter((type) -> type.getAccessesFromSelf().stream().anyMatch(starts))
			.collect(Collectors.toCollection(HashSet::new));
		List<JavaClass> found = List.copyOf(slow);
		while (!found.isEmpty()) {
			found = found.stream()
				.flatMap((type) -> type.getDirectDependenciesToSelf().stream())
				.map(Dependency::getOriginClass)
				.filter((type) -> TESTS.contain(type.getName()) && slow.add(type))
				.toList();
		}
		assertThat(slow).extracting(JavaClass::getSimpleName).isNotEmpty().noneMatch((name) -> name.endsWith("Tests"));
		assertThat(TESTS.stream().filter((type) -> type.getSimpleName().endsWith("IT"))).allMatch(slow::contains);
	}

	private static DescribedPredicate<JavaAccess<?>> member(Class<?> owner, String... names) {
		return DescribedPredicate.describe("is one of " + owner.getSimpleName() + "'s " + List.of(names),
				(access) -> access.getTarget().getOwner().isEquivalentTo(owner)
						&& List.of(names).contains(access.getTarget().getName()));
	}

	@Test
	void graphShowsNoVendor() {
		List<JavaClass> shown = PROGRAM.stream()
			.filter((type) -> type.getPackageName().equals(Floors.qualified("graph")))
			.filter((type) -> type.getModifiers().contains(JavaModifier.PUBLIC))
			.toList();
		assertThat(shown).isNotEmpty()
			.allSatisfy((type) -> assertThat(shownBy(type)).as(type.getName())
				.noneMatch((name) -> name.matches(GRAPH_VENDORS)));
	}

	private static Set<String> shownBy(JavaClass type) {
		Stream<JavaType> signatures = type.getCodeUnits()
			.stream()
			.filter((unit) -> unit.getModifiers().contains(JavaModifier.PUBLIC))
			.flatMap(DesignTests::signature);
		Stream<JavaType> parents = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
		return Stream.concat(signatures, parents)
			.flatMap((shown) -> shown.getAllInvolvedRawTypes().stream())
			.map(JavaClass::getFullName)
			.collect(Collectors.toSet());
	}

	private static Stream<JavaType> signature(JavaCodeUnit unit) {
		return Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream());
	}

	/**
	 * An interface closes a set of outcomes, is a lambda, has several implementations, or
	 * is a port that another floor serves. Otherwise the class would do.
	 */
	@Test
	void interfacesEarnTheirPlace() {
		List<JavaClass> interfaces = PROGRAM.stream()
			.filter((type) -> type.isInterface() && !type.isAnnotation())
			.filter((type) -> !type.getSimpleName().equals("package-info"))
			.toList();
		assertThat(interfaces).isNotEmpty();
		assertThat(interfaces.stream()
			.filter((type) -> !type.reflect().isSealed())
			.filter((type) -> !functional(type.reflect()) && !severalWays(type) && !port(type))).isEmpty();
	}

	private static boolean functional(Class<?> type) {
		return Arrays.stream(type.getMethods()).map(Method::getModifiers).filter(Modifier::isAbstract).count() == 1;
	}

	private static boolean severalWays(JavaClass type) {
		return type.getAllSubclasses().stream().filter((subclass) -> !subclass.isInterface()).count() > 1;
	}

	private static boolean port(JavaClass type) {
		return type.getAllSubclasses()
			.stream()
			.anyMatch((subclass) -> !subclass.getPackageName().equals(type.getPackageName()));
	}

}
