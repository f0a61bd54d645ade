package org.ssprprefill.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.simulator.SimulatedUser.Trait;

import static org.assertj.core.api.Assertions.assertThat;

class SampleDataTests {

	private static final Path SAMPLES = Path.of("sample-data");

	private final TenantDescription tenant = TenantDescription.load(SAMPLES.resolve("tenant.yaml"));

	@Test
	void describesEveryKindOfAccount() {
		assertThat(this.tenant.users()).hasSizeBetween(60, 90)
			.anyMatch((user) -> user.is(Trait.SYNCHRONISED))
			.anyMatch((user) -> user.is(Trait.GUEST))
			.anyMatch((user) -> user.is(Trait.DISABLED))
			.anyMatch((user) -> user.is(Trait.RESTRICTED_UNIT))
			.anyMatch((user) -> user.registeredAgo().isPresent())
			.anyMatch((user) -> user.licences().isEmpty())
			.anyMatch((user) -> user.licences().contains("MEETING_ROOM"))
			.anyMatch((user) -> user.userPrincipalName().equals("breakglass@contoso.com"));
		assertThat(this.tenant.eligibilities()).isNotEmpty();
		assertThat(this.tenant.groups()).anyMatch(SimulatedGroup::roleAssignable);
	}

	@Test
	void knowsEveryPersonOfTheExportsButTheUnknownOne() throws IOException {
		Set<String> known = this.tenant.users()
			.stream()
			.flatMap((user) -> user.employeeId().stream())
			.collect(Collectors.toSet());
		List<String> strangers = new ArrayList<>(employeeIds());
		strangers.removeAll(known);
		assertThat(strangers).containsExactlyInAnyOrder("99001", "");
		assertThat(employeeIds()).hasSizeBetween(60, 70);
	}

	@Test
	void startsWithAnExportWithAndOneWithoutByteOrderMark() throws IOException {
		assertThat(Files.readString(SAMPLES.resolve("hr/afas-medewerkers.csv"))).startsWith("\uFEFFPersoneelsnummer;");
		assertThat(Files.readString(SAMPLES.resolve("hr/personio-mitarbeiter.csv"))).startsWith("Personalnummer;");
	}

	@Test
	void isServed() {
		try (Simulator simulator = Simulator.start(this.tenant, SimulatorSettings.defaults())) {
			assertThat(new Caller(simulator).all("/users")).hasSameSizeAs(this.tenant.users());
			assertThat(simulator.methodsOf("otto.normal@contoso.com")).containsEntry(MethodKind.MOBILE,
					"+49 1713920066");
		}
	}

	private static List<String> employeeIds() throws IOException {
		List<String> ids = new ArrayList<>();
		for (String file : List.of("afas-medewerkers", "personio-mitarbeiter", "workday-workers")) {
			Files.readAllLines(SAMPLES.resolve("hr/" + file + ".csv"))
				.stream()
				.skip(1)
				.map((line) -> line.split("[;,]", 2)[0].replace("\"", ""))
				.forEach(ids::add);
		}
		return ids;
	}

}
