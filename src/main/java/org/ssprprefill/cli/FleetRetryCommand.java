package org.ssprprefill.cli;

import java.util.concurrent.Callable;

import org.ssprprefill.fleet.Dispatcher;
import org.ssprprefill.fleet.TenantNight;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code fleet retry FLEET TENANT}: a night again. */
@Command(name = "retry", description = "Does a tenant's latest night again.",
		footer = { "", "Example: sspr-prefill fleet retry fleet.yaml contoso.com" })
final class FleetRetryCommand implements Callable<Integer> {

	@Mixin
	private final FleetFile file = new FleetFile();

	@Parameters(index = "1", paramLabel = "TENANT", description = "The id or the name of its entry")
	private String tenant = "";

	@Override
	public Integer call() {
		return this.file.open((opened) -> {
			TenantNight night = new Dispatcher(opened.fleet(), opened.nights(), opened.clock()).retry(this.tenant)
				.orElseThrow(() -> new Refusal(ExitCode.USAGE,
						"No night of a tenant '" + this.tenant + "' is known. See sspr-prefill fleet status."));
			this.file.console()
				.say(night.endedAt().isPresent() ? "The night " + night.key().night() + " waits for a worker again."
						: "The night " + night.key().night() + " has not ended; it is " + night.outcome().word() + ".");
			return night.endedAt().isPresent() ? ExitCode.DONE : ExitCode.BUSY;
		});
	}

}
