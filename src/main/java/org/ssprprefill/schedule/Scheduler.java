package org.ssprprefill.schedule;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.ssprprefill.contact.Word;
import org.ssprprefill.definition.Connection;
import org.ssprprefill.graph.Credential;

/** The schedulers that an entry can be written for. */
public enum Scheduler implements Word {

	/** A service and a timer of systemd, version 244 or later. */
	SYSTEMD(SystemdUnits::entry),

	/** A user's crontab. */
	CRON(Crontab::entry),

	/** A task of the Windows Task Scheduler. */
	WINDOWS(WindowsTask::entry),

	/** A Kubernetes CronJob and what it needs. */
	KUBERNETES(KubernetesCronJob::entry);

	private final Function<Appointment, Entry> pen;

	Scheduler(Function<Appointment, Entry> pen) {
		this.pen = pen;
	}

	/**
	 * Writes the entry that starts a job every night.
	 * @param appointment the job, the time, and as whom
	 * @return the entry; it holds names of variables and files, never a secret
	 */
	public Entry entry(Appointment appointment) {
		Entry entry = this.pen.apply(appointment);
		List<String> hints = new ArrayList<>(entry.hints());
		if ((this == WINDOWS) != (File.separatorChar == '\\')) {
			hints.add(
					"Printed on another system: run this on the machine that it is for, so that the paths are its own.");
		}
		if (appointment.program().assumed()) {
			hints.add("The program was not started from its jar, so " + appointment.program().jar() + " is assumed.");
		}
		ClockChange.warning(appointment.at(), appointment.zone()).ifPresent(hints::add);
		if (isShortLived(appointment.definition().connection())) {
			hints.add(
					"The job signs in with an access token, which lasts an hour or so: give it a certificate instead.");
		}
		return new Entry(entry.files(), hints);
	}

	private static boolean isShortLived(Connection connection) {
		return connection instanceof Connection.Graph graph
				&& graph.settings().credential() instanceof Credential.AccessToken;
	}

}
