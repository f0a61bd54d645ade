package org.ssprprefill.cli;

import java.util.concurrent.Callable;

import org.ssprprefill.database.FleetServer;
import org.ssprprefill.definition.FleetTenant;
import org.ssprprefill.definition.JobDefinition;
import org.ssprprefill.ledger.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code fleet migrate FLEET}: the database's tables. */
@Command(name = "migrate",
		description = "Makes the fleet's tables, and each tenant's role, schema and key; renews the roles' passwords. "
				+ "Only while nothing runs.",
		footer = { "", "Example: sspr-prefill fleet migrate fleet.yaml" })
final class FleetMigrateCommand implements Callable<Integer> {

	@Mixin
	private final FleetFile file = new FleetFile();

	@Override
	public Integer call() {
		return this.file.open(false, (opened) -> {
			if (opened.server().isKnown() && opened.nights().inWork() > 0) {
				throw new Refusal(ExitCode.BUSY, "A worker has nights in work. Stop the workers (they leave off on "
						+ "SIGTERM), then try again. Nothing was touched.");
			}
			FleetServer server = opened.server();
			server.migrate();
			int made = 0;
			for (FleetTenant tenant : opened.fleet().tenants()) {
				if (tenant.definition().isPresent()) {
					migrate(opened, tenant.id(), tenant.definition().get());
					made++;
				}
			}
			this.file.console()
				.progress("Up to date: the fleet's tables, and the ledgers of " + made + " of "
						+ opened.fleet().tenants().size() + " tenants.");
			return ExitCode.DONE;
		});
	}

	private static void migrate(FleetFile.Opened opened, String tenant, JobDefinition job) {
		JobDefinition own = opened.night().renewed(job, tenant);
		Ledger.open(own.ledger(), opened.night().homeOf(tenant)).close();
	}

}
