package org.ssprprefill.doctor;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.doctor.Check.Status;
import org.ssprprefill.tenant.Grants;

import static org.assertj.core.api.Assertions.assertThat;

class PermissionChecksTests {

	private static final Set<MethodKind> MOBILE = EnumSet.of(MethodKind.MOBILE);

	private static Grants grants(String... permissions) {
		return new Grants(true, Set.of(permissions), Optional.empty(), Optional.empty());
	}

	private static Stream<Need> needs() {
		return Need.ALL.stream();
	}

	@ParameterizedTest
	@MethodSource("needs")
	void namesTheLeastPermissionThatIsMissing(Need need) {
		Check missing = PermissionChecks.of(need, grants(), false);
		assertThat(missing.status()).isEqualTo(need.required() ? Status.FAIL : Status.WARN);
		assertThat(missing.detail().inEnglish()).startsWith("The app lacks " + need.least() + ": ")
			.contains(need.lost());
		assertThat(missing.forbidsWriting()).isFalse();
		assertThat(need.anyOf())
			.allSatisfy((permission) -> assertThat(PermissionChecks.of(need, grants(permission), false).status())
				.isEqualTo(Status.PASS));
	}

	@ParameterizedTest
	@MethodSource("needs")
	void believesTheTenantRatherThanTheToken(Need need) {
		assertThat(PermissionChecks.of(need, grants("User.ReadWrite.All"), true).status()).isEqualTo(Status.PASS);
	}

	@ParameterizedTest
	@MethodSource("needs")
	void guessesNothingFromAnOpaqueToken(Need need) {
		assertThat(PermissionChecks.of(need, Grants.opaque(), false).skippedBecause()).contains(Skip.NOT_VISIBLE);
	}

	@Test
	void findsNothingBroadInWhatTheReadmeAsksFor() {
		Set<String> asked = Set.of("User.Read.All", "RoleManagement.Read.Directory",
				"RoleEligibilitySchedule.Read.Directory", "GroupMember.Read.All", "UserAuthMethod-Phone.ReadWrite.All",
				"UserAuthMethod-Email.ReadWrite.All", "AuditLog.Read.All", "Policy.Read.All",
				"Policy.Read.AuthenticationMethod", "LicenseAssignment.Read.All");
		Grants grants = new Grants(true, asked, Optional.empty(), Optional.empty());
		assertThat(PermissionChecks.broad(grants, EnumSet.allOf(MethodKind.class)).status()).isEqualTo(Status.PASS);
		assertThat(PermissionChecks.broad(grants, MOBILE).detail().inEnglish())
			.contains("UserAuthMethod-Email.ReadWrite.All (this job does not use it)")
			.doesNotContain("Phone");
	}

	@ParameterizedTest
	@CsvSource({ "Directory.Read.All, GroupMember.Read.All", "User.ReadWrite.All, User.Read.All is enough",
			"UserAuthenticationMethod.ReadWrite.All, where the cloud offers them",
			"RoleManagement.ReadWrite.Directory, RoleManagement.Read.Directory is enough",
			"Mail.Send, this job does not use it" })
	void saysWhatIsEnoughForABroaderPermission(String broad, String enough) {
		Check check = PermissionChecks.broad(grants(broad, "User.Read.All"), MOBILE);
		assertThat(check.status()).isEqualTo(Status.WARN);
		assertThat(check.detail().inEnglish()).startsWith("More than needed: " + broad + " (").contains(enough);
	}

}
