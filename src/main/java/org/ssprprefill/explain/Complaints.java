package org.ssprprefill.explain;

import java.util.ArrayList;
import java.util.List;

import org.ssprprefill.coverage.Ruling;

/** Which of the classic complaints apply to a person. */
final class Complaints {

	private Complaints() {
	}

	/**
	 * Looks at each complaint.
	 * @param findings what is known of the person
	 * @param operator the lines about the operator; none where no operator was named
	 * @return those that apply, in the order of {@link Complaint}
	 */
	static List<Complaint> of(Findings findings, List<Step> operator) {
		List<Complaint> applying = new ArrayList<>();
		for (Complaint complaint : Complaint.values()) {
			if (applies(complaint, findings, operator)) {
				applying.add(complaint);
			}
		}
		return List.copyOf(applying);
	}

	private static boolean applies(Complaint complaint, Findings findings, List<Step> operator) {
		boolean measured = findings.verdict().isPresent();
		return switch (complaint) {
			case RESET_NOT_LICENSED -> findings.failsOrUnknown("licensed") || measured && findings.unlicensedTenant();
			case POLICY_JUST_CHANGED -> measured && findings.justChanged();
			case TESTED_WITH_ADMIN -> findings.administrator();
			case NOT_REGISTERED -> findings.condition("methods").filter((enough) -> enough == Ruling.NO).isPresent();
			case OPERATOR_NOT_ALLOWED -> operator.stream().anyMatch((step) -> !step.verdict().equals("yes"));
			case WRITEBACK_NOT_ON -> findings.failsOrUnknown("writeback");
			case RESET_NOT_WRITTEN_BACK -> measured && findings.synchronised();
			case HOW_TO_RESET -> true;
		};
	}

}
