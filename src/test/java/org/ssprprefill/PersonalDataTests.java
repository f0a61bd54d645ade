package org.ssprprefill;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;
import org.ssprprefill.contact.ContactValue;
import org.ssprprefill.contact.EmailAddress;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.PhoneNumber;
import org.ssprprefill.contact.Secret;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/** How far a number, an address or a secret gets in clear text. */
class PersonalDataTests {

	private static final JavaClasses PROGRAM = new ClassFileImporter().withImportOption(new DoNotIncludeTests())
		.importPackages(Floors.ROOT);

	private static final String NUMBER = "+31 612345678";

	private static final String ADDRESS = "jan.jansen@example.org";

	private static final Map<MethodKind, ContactValue> VALUES = new EnumMap<>(
			Map.of(MethodKind.MOBILE, PhoneNumber.held(NUMBER), MethodKind.EMAIL, EmailAddress.held(ADDRESS)));

	@Test
	void everyKindOfValueHasAnExampleHere() {
		assertThat(VALUES.values()).extracting(Object::getClass)
			.containsExactlyInAnyOrderElementsOf(Arrays.asList(ContactValue.class.getPermittedSubclasses()));
	}

	@Test
	void valuesAndSecretsAreMaskedInText() {
		assertThat(VALUES.values()).allSatisfy((value) -> assertThat(value.toString()).contains("•")
			.doesNotContain(value.inClear(), value.normalForm()));
		assertThat(VALUES.toString()).doesNotContain("12345", "jansen");
		assertThat(Secret.of("correct horse").toString()).doesNotContain("correct").contains("•");
	}

	/** A record prints its components, so only a method of its own could unmask them. */
	@Test
	void noTextUnmasksAValue() {
		noClasses().should()
			.accessTargetWhere(DescribedPredicate.describe("unmasks a value in toString",
					(access) -> unmasks(access) && access.getOrigin().getName().equals("toString")))
			.check(PROGRAM);
	}

	@Test
	void onlyRequestsAndTheLedgerSeeValuesInClear() {
		noClasses().that()
			.resideOutsideOfPackages(Floors.qualified("contact"), Floors.qualified("graph"),
					Floors.qualified("database"), Floors.qualified("vault"), Floors.qualified("ledger"),
					Floors.qualified("simulator"))
			.should()
			.accessTargetWhere(DescribedPredicate.describe("unmasks a value",
					(access) -> unmasks(access) && !isSecretOfANotification(access)))
			.check(PROGRAM);
	}

	/**
	 * A mail account's password and what a webhook is signed with; never a value of a
	 * person.
	 */
	private static boolean isSecretOfANotification(JavaAccess<?> access) {
		return access.getTargetOwner().isEquivalentTo(Secret.class)
				&& access.getOriginOwner().getPackageName().equals(Floors.qualified("notify"));
	}

	private static boolean unmasks(JavaAccess<?> access) {
		boolean clear = access.getTarget().getName().equals("inClear")
				|| access.getTarget().getName().equals("normalForm");
		return clear && access.getTargetOwner().getPackageName().equals(Floors.qualified("contact"))
				&& !access.getOriginOwner().equals(access.getTargetOwner());
	}

}
