package org.ssprprefill.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.ToIntFunction;

import org.jspecify.annotations.Nullable;
import org.ssprprefill.database.FleetServer;
import org.ssprprefill.database.Home;
import org.ssprprefill.database.HomeBusyException;
import org.ssprprefill.database.LedgerException;
import org.ssprprefill.definition.FleetDefinition;
import org.ssprprefill.definition.FleetDefinitions;
import org.ssprprefill.definition.FleetLoaded;
import org.ssprprefill.fleet.NightStore;
import picocli.CommandLine.Parameters;

/** The fleet file of a verb, and the options that every verb of a fleet understands. */
final class FleetFile extends Options {

	@Parameters(index = "0", paramLabel = "FLEET", description = "The fleet file")
	private @Nullable Path file;

	FleetLoaded read() {
		return FleetDefinitions.load(this.file(), Environment::variable);
	}

	private Path file() {
		return Optional.ofNullable(this.file).orElseThrow();
	}

	/** The fleet, in which entries may be wrong. */
	FleetDefinition load() {
		return valid(file(), read());
	}

	static FleetDefinition valid(Path file, FleetLoaded loaded) {
		return loaded.fleet().orElseThrow(() -> refusal(file, loaded));
	}

	Refusal refusal(FleetLoaded loaded) {
		return refusal(file(), loaded);
	}

	private static Refusal refusal(Path file, FleetLoaded loaded) {
		int problems = loaded.sentences().size();
		return new Refusal(ExitCode.USAGE, String.join("\n", loaded.sentences()) + "\n" + problems
				+ ((problems == 1) ? " problem" : " problems") + " in fleet " + file + ". Nothing was touched.");
	}

	/** Works on the fleet's database. */
	int open(ToIntFunction<Opened> work) {
		return open(true, work);
	}

	/** The same, whatever state its tables are in. */
	int open(boolean migrated, ToIntFunction<Opened> work) {
		return open(load(), openHome(), migrated, work);
	}

	/** The same for a fleet that is known already. */
	static int open(FleetDefinition fleet, Home home, boolean migrated, ToIntFunction<Opened> work) {
		try (FleetServer server = FleetServer.open(fleet.database(), home, fleet.atATime())) {
			if (migrated && !server.isMigrated()) {
				throw new Refusal(ExitCode.REFUSED, "The fleet's tables are missing or of another version. Run: "
						+ "sspr-prefill fleet migrate " + fleet.file() + ". Nothing was touched.");
			}
			return work
				.applyAsInt(new Opened(fleet, home, server, new NightStore(fleet.name(), server), Clock.systemUTC()));
		}
		catch (HomeBusyException ex) {
			throw new Refusal(ExitCode.BUSY, String.valueOf(ex.getMessage()));
		}
		catch (LedgerException ex) {
			throw new Refusal(ExitCode.FAILED, String.valueOf(ex.getMessage()));
		}
	}

	static Optional<LocalDate> date(@Nullable String night) {
		try {
			return Optional.ofNullable(night).map(LocalDate::parse);
		}
		catch (DateTimeException ex) {
			throw new Refusal(ExitCode.USAGE, "--night takes a date such as 2026-11-30, not '" + night + "'.");
		}
	}

	/** A fleet whose database is open. */
	record Opened(FleetDefinition fleet, Home home, FleetServer server, NightStore nights, Clock clock) {

		FleetNight night() {
			return new FleetNight(this.fleet, this.server, this.home);
		}

	}

}
