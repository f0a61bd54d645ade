package org.ssprprefill.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import org.ssprprefill.database.Home;
import org.ssprprefill.definition.FleetDefinitions;
import org.ssprprefill.fleet.Worker;

/** {@code fleet work FLEET --until-empty} on a machine whose clock is wrong. */
public final class FleetWorkerProcess {

	private FleetWorkerProcess() {
	}

	/**
	 * Works until no night is due.
	 * @param arguments the fleet file, the home folder, and by how many seconds the clock
	 * is ahead
	 */
	public static void main(String[] arguments) {
		Path file = Path.of(arguments[0]);
		Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(Long.parseLong(arguments[2])));
		System.exit(FleetFile.open(
				FleetFile.valid(file, FleetDefinitions.load(file, (name) -> Optional.ofNullable(System.getenv(name)))),
				Home.at(Path.of(arguments[1])), true, (opened) -> {
					FleetWork.work(new FleetFile.Opened(opened.fleet(), opened.home(), opened.server(), opened.nights(),
							clock), Console.standard(), Worker::awaitEmpty);
					return 0;
				}));
	}

}
