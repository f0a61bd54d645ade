package org.ssprprefill.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

import org.ssprprefill.definition.JobDefinitions;
import org.ssprprefill.definition.Loaded;
import org.ssprprefill.definition.References;

/** A job definition in a folder, and the appointment made for it. */
final class Nightly {

	private static final String FEED = """
			feed:
			  drop: /srv/hr/drop
			  columns:
			    employee-id: Nr
			    mobile: Mobile
			report:
			  directory: /var/lib/sspr-prefill/reports
			""";

	/** A certificate, and no variable. */
	static final String CERTIFICATE = """
			tenant:
			  id: contoso.com
			  client-id: 00000000-0000-4000-8000-00000000a001
			  certificate: /etc/sspr-prefill/app.pem
			""" + FEED;

	/** Two variables and two files. */
	static final String SECRETS = """
			tenant:
			  id: ${SSPR_TENANT}
			  client-id: 00000000-0000-4000-8000-00000000a001
			  client-secret: ${SSPR_SECRET}
			  trust: /etc/ssl/company-ca.pem
			ledger:
			  key: ${file:/etc/sspr-prefill/ledger.key}
			""" + FEED;

	static final String WORKLOAD_IDENTITY = """
			tenant:
			  id: contoso.com
			  client-id: 00000000-0000-4000-8000-00000000a001
			  workload-identity: true
			""" + FEED;

	private Nightly() {
	}

	static Appointment at(Path folder, String job, String time, String zone) {
		return at(folder, job, time, zone, Path.of("/opt/sspr-prefill/sspr-prefill.jar"));
	}

	static Appointment at(Path folder, String job, String time, String zone, Path jar) {
		try {
			Path file = Files.writeString(Files.createDirectories(folder).resolve("nightly.yaml"), job);
			Loaded.Valid loaded = (Loaded.Valid) JobDefinitions.loadOffline(file, (name) -> Optional.empty());
			return new Appointment(loaded.definition(), References.of(file), LocalTime.parse(time), ZoneId.of(zone),
					"sspr-prefill", Path.of("/var/lib/sspr-prefill"),
					new Program(Path.of("/usr/bin/java"), jar, false));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
