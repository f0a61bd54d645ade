package org.ssprprefill.cli;

import java.util.List;
import java.util.UUID;

import org.ssprprefill.simulator.SimulatedUser;
import org.ssprprefill.simulator.TenantDescription;
import org.ssprprefill.simulator.TenantDescription.Company;

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

}
