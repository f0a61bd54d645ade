package org.ssprprefill.definition;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.List;

import org.ssprprefill.database.LedgerSettings;
import org.ssprprefill.notify.NotifySettings;

/**
 * Many tenants of one operator.
 *
 * @param name the fleet's name: letters, digits, {@code .}, {@code _} and {@code -}
 * @param file the file it was read from
 * @param database the fleet's database; its tables stand in a schema of their own
 * @param at when a night begins, in its tenant's zone
 * @param until when a night leaves off
 * @param atATime nights side by side in one worker
 * @param tenants every entry, wrong ones too
 * @param reports where the fleet's own reports are written
 * @param notifications who is told how a night went
 * @param sources the files it was read from: its own, the template and the entries'
 */
public record FleetDefinition(String name, Path file, LedgerSettings database, LocalTime at, LocalTime until,
		int atATime, List<FleetTenant> tenants, Path reports, NotifySettings notifications, List<Path> sources) {

	/** Keeps its own copies. */
	public FleetDefinition {
		tenants = List.copyOf(tenants);
		sources = List.copyOf(sources);
	}

}
