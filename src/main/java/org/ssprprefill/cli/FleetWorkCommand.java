package org.ssprprefill.cli;

import java.util.concurrent.Callable;

import org.ssprprefill.fleet.Worker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fleet work FLEET}: a worker. */
@Command(name = "work", description = "A worker: takes nights until it is told to stop (SIGTERM: leaves off in 30 s).",
		footer = { "", "Example: sspr-prefill fleet work fleet.yaml --until-empty" })
final class FleetWorkCommand implements Callable<Integer> {

	@Mixin
	private final FleetFile file = new FleetFile();

	@Option(names = "--until-empty", description = "End when every night that is due has ended")
	private boolean untilEmpty;

	@Override
	public Integer call() {
		return this.file.open((opened) -> {
			FleetWork.work(opened, this.file.console(), this.untilEmpty ? Worker::awaitEmpty : Worker::awaitStop);
			return ExitCode.DONE;
		});
	}

}
