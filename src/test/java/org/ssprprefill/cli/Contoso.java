package org.ssprprefill.cli;

import java.util.List;
import java.util.UUID;

import org.ssprprefill.simulator.SimulatedUser;
import org.ssprprefill.simulator.TenantDescription;
import org.ssprprefill.simulator.TenantDescription.Company;
import org.ssprprefill.simulator.TenantDescription.Subscription;

/** The people of a rehearsal. */
final class Contoso {

	private Contoso() {
	}

	/**
	 * An enabled cloud-only member with that employee id and a licence that is enough.
	 */
	static SimulatedUser user(String employeeId) {
		return SimulatedUser.of(employeeId.toLowerCase() + "@contoso.com")
			.withEmployeeId(employeeId)
			.withLicences("SPE_E3");
	}

	/** A tenant of one's own with these accounts. */
	static TenantDescription tenant(SimulatedUser... users) {
		TenantDescription contoso = TenantDescription.contoso(List.of(users));
		Company company = contoso.organization();
		return contoso.with(new Company(UUID.randomUUID().toString(), company.name(), company.domains(),
				company.synchronised(), company.premium(), company.pim(), company.reportLag()));
	}

	/** The same tenant, which owns licences for meeting rooms too. */
	static TenantDescription withRooms(TenantDescription one) {
		List<Subscription> skus = List.of(new Subscription("SPE_E3", 9), new Subscription("MEETING_ROOM", 1));
		return new TenantDescription(one.organization(), skus, one.users(), one.groups(), one.assignments(),
				one.eligibilities(), one.policies());
	}

}
