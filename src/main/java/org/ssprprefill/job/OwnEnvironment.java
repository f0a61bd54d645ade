package org.ssprprefill.job;

import java.util.Map;

import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.ssprprefill.ledger.Database;

/** Spring's settings, from here alone: no file, variable or system property adds any. */
final class OwnEnvironment extends StandardEnvironment {

	@Override
	protected void customizePropertySources(MutablePropertySources sources) {
		// Steps begin side by side; the tenant's lock already keeps other runs away
		sources.addLast(new MapPropertySource("sspr-prefill",
				Map.of("spring.batch.job.enabled", "false", "spring.batch.jdbc.initialize-schema", "never",
						"spring.batch.jdbc.table-prefix", Database.SCHEMA + ".BATCH_",
						"spring.batch.jdbc.isolation-level-for-create", "read_committed")));
	}

}
