package org.ssprprefill.simulator;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.simulator.TenantDescriptionException.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class TenantDescriptionTests {

	@Test
	void reportsEveryProblemAtOnce() throws URISyntaxException {
		Path file = Path.of(getClass().getResource("/simulator/faulty-tenant.yaml").toURI());
		TenantDescriptionException refused = catchThrowableOfType(TenantDescriptionException.class,
				() -> TenantDescription.load(file));
		assertThat(refused.problems()).extracting(Problem::key)
			.contains("tenant.domains", "tenant.report-lag", "tenant.colour", "skus[0].part-number", "skus[0].seats",
					"policies.migration", "policies.sms.enabled", "policies.Sms", "groups.Payroll", "roles[0].role",
					"roles", "users", "users.jan@contoso.com.licences", "users[0].methods.mobile", "users[2]");
		assertThat(refused).hasMessageContaining("faulty-tenant.yaml").hasMessageNotContaining("12345699");
	}

	@Test
	void refusesWhatIsNoYaml(@TempDir Path folder) throws IOException {
		Path file = Files.writeString(folder.resolve("tenant.yaml"), "users: [");
		assertThatExceptionOfType(TenantDescriptionException.class).isThrownBy(() -> TenantDescription.load(file));
		assertThatExceptionOfType(TenantDescriptionException.class)
			.isThrownBy(() -> TenantDescription.load(folder.resolve("missing.yaml")))
			.withMessageContaining("readable");
	}

	@Test
	void keepsLeadingZerosOfEmployeeIds(@TempDir Path folder) throws IOException {
		Path file = Files.writeString(folder.resolve("tenant.yaml"), """
				tenant: {id: t-1, name: Contoso, domains: contoso.com}
				users:
				  - {upn: jan@contoso.com, employee-id: 00123, methods: {mobile: +31 612345601}}
				""");
		SimulatedUser jan = TenantDescription.load(file).users().get(0);
		assertThat(jan.employeeId()).hasValue("00123");
		assertThat(jan.methods()).containsEntry(MethodKind.MOBILE, "+31 612345601");
		assertThat(jan.mail()).hasValue("jan@contoso.com");
	}

	@Test
	void neverPrintsContactValues() {
		SimulatedUser eva = SimulatedUser.of("eva@contoso.com").withMethod(MethodKind.MOBILE, "+31612345602");
		assertThat(TenantDescription.contoso(List.of(eva)).toString()).contains("eva@contoso.com")
			.doesNotContain("612345602");
	}

	@Test
	void refusesAnswersThatItDoesNotKnow(@TempDir Path folder) throws IOException {
		Path file = Files.writeString(folder.resolve("answers.yaml"), "bad-number: {status: 900}\nbad-day: {}\n");
		assertThatExceptionOfType(TenantDescriptionException.class).isThrownBy(() -> InventedAnswers.load(file))
			.withMessageContaining("bad-number.status")
			.withMessageContaining("bad-day");
	}

}
