package org.ssprprefill.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.ssprprefill.definition.FleetDefinitions;
import org.ssprprefill.definition.Purpose;
import org.ssprprefill.run.RunMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code demo [DIR]}: a run against the simulated tenant, with sample data. */
@Command(name = "demo",
		description = "Makes a folder with sample data and a job, and runs it against the simulated tenant. "
				+ "Nothing leaves this machine.",
		footer = { "", "Example: sspr-prefill demo", "Example: sspr-prefill demo /tmp/sspr-demo",
				"Example: sspr-prefill demo --fleet" })
final class DemoCommand implements Callable<Integer> {

	@Mixin
	private final Options options = new Options();

	@Parameters(paramLabel = "DIR", arity = "0..1",
			description = "The folder; everything stays in it. Default: ${DEFAULT-VALUE}",
			defaultValue = "sspr-prefill-demo")
	private Path folder = Path.of("");

	@Option(names = "--fleet", description = "A fleet of three simulated tenants instead of one job")
	private boolean fleet;

	@Override
	public Integer call() {
		DemoFolder demo = new DemoFolder(this.folder);
		return this.fleet ? fleet(demo) : job(demo);
	}

	private int fleet(DemoFolder demo) {
		this.options.console()
			.progress(
					"The demonstration: a fleet of three simulated tenants. Nothing leaves this machine, and everything"
							+ " lies in " + this.folder
							+ ". The first time a database is made there, which takes a while.");
		demo.fillFleet();
		this.options.homeUnlessNamed(demo.home());
		return FleetFile.open(FleetFile.valid(demo.fleet(), FleetDefinitions.load(demo.fleet(), Environment::variable)),
				this.options.openHome(), true, (opened) -> FleetRunCommand.run(opened, this.options));
	}

	private int job(DemoFolder demo) {
		this.options.console()
			.progress("The demonstration: three fictional HR exports and a simulated tenant. "
					+ "Nothing leaves this machine, and everything lies in " + this.folder + ".");
		demo.fill();
		this.options.homeUnlessNamed(demo.home());
		return OpenedJob.with(demo.job(), Purpose.EVERYTHING, this.options,
				(job) -> job.session().run(RunMode.RUN, Optional.empty(), (ledger) -> {
				}));
	}

}
