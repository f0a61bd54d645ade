package org.ssprprefill.plan;

import org.junit.jupiter.api.Test;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link PlanHash}. */
class PlanHashTests {

	private static final ObjectId ANNA = new ObjectId("anna");

	private static final ObjectId BERT = new ObjectId("bert");

	private static final Decision ADD = new Decision(Reason.NOT_REGISTERED);

	@Test
	void isTheKnownHashOfNothingForAnEmptyPlan() {
		assertThat(new PlanHash().hex()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
	}

	@Test
	void isEqualForEqualPlans() {
		assertThat(new PlanHash().add(ANNA, MethodKind.MOBILE, ADD, "f1").hex())
			.isEqualTo(new PlanHash().add(ANNA, MethodKind.MOBILE, ADD, "f1").hex());
	}

	@Test
	void differsByEveryPartOfAChange() {
		assertThat(
				new String[] { new PlanHash().add(ANNA, MethodKind.MOBILE, ADD, "f1").hex(),
						new PlanHash().add(BERT, MethodKind.MOBILE, ADD, "f1").hex(),
						new PlanHash().add(ANNA, MethodKind.OFFICE, ADD, "f1").hex(),
						new PlanHash().add(ANNA, MethodKind.MOBILE, new Decision(Reason.OWN_VALUE_CHANGED), "f1").hex(),
						new PlanHash().add(ANNA, MethodKind.MOBILE, new Decision(Reason.REPLACE_CONFIGURED), "f1")
							.hex(),
						new PlanHash().add(ANNA, MethodKind.MOBILE, ADD, "f2").hex() })
			.doesNotHaveDuplicates();
	}

	@Test
	void differsByOrder() {
		String first = new PlanHash().add(ANNA, MethodKind.MOBILE, ADD, "f")
			.add(BERT, MethodKind.MOBILE, ADD, "f")
			.hex();
		String second = new PlanHash().add(BERT, MethodKind.MOBILE, ADD, "f")
			.add(ANNA, MethodKind.MOBILE, ADD, "f")
			.hex();
		assertThat(first).isNotEqualTo(second);
	}

}
