package org.ssprprefill.cli;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

import org.ssprprefill.database.Home;

/**
 * Where a night runs: alone for a verb, or beside others in a fleet.
 *
 * @param home opens the home folder
 * @param console where it is told of
 * @param json whether its report is printed
 * @param stopping opens what tells it to leave off
 * @param since a run that ended since then is the night's result; nothing where a run is
 * wanted anyway
 * @param owner whose job it is
 * @param repeated the options to repeat in a command that is printed, as typed
 */
record NightPlace(Supplier<Home> home, Console console, boolean json, Supplier<Stopping> stopping,
		Optional<Instant> since, JobOwner owner, String repeated) {

	/** For a verb. */
	static NightPlace of(OpenedJob job) {
		Options options = job.options();
		return new NightPlace(job.home(), options.console(), options.json(), StopSignal::listen, Optional.empty(),
				job.owner(), options.repeated());
	}

}
