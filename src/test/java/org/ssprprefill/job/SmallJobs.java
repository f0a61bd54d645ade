package org.ssprprefill.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.ssprprefill.definition.JobDefinition;
import org.ssprprefill.definition.JobDefinitions;
import org.ssprprefill.definition.Loaded;

/** Job definitions for tests. */
final class SmallJobs {

	private SmallJobs() {
	}

	/** The smallest job of that name, with further sections. */
	static JobDefinition job(Path folder, String name, String more) {
		try {
			Files.writeString(folder.resolve("tenant.yaml"), "users: []");
			Path file = Files.writeString(folder.resolve("job.yaml"), """
					name: %s
					tenant:
					  simulated: tenant.yaml
					feed:
					  drop: drop
					  columns:
					    employee-id: Nr
					    mobile: Mobile
					%s
					""".formatted(name, more));
			return ((Loaded.Valid) JobDefinitions.load(file, (variable) -> Optional.empty())).definition();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
