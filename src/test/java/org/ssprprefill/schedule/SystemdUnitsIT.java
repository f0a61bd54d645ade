package org.ssprprefill.schedule;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SystemdUnitsIT {

	private static final Path ANALYZE = Path.of("/usr/bin/systemd-analyze");

	@TempDir
	Path folder;

	@Test
	void startsTheJobEveryNightInItsTimeZone() {
		Entry entry = entry(Nightly.CERTIFICATE, "02:15");
		assertThat(entry.files()).extracting(Entry.File::path)
			.containsExactly("/etc/systemd/system/sspr-prefill-nightly.service",
					"/etc/systemd/system/sspr-prefill-nightly.timer",
					"/etc/systemd/system/sspr-prefill-nightly-start.service",
					"/etc/systemd/system/sspr-prefill-nightly-check.service",
					"/etc/systemd/system/sspr-prefill-nightly-check.timer");
		assertThat(entry.text()).contains("\nOnCalendar=*:0/5\n", " check --drop --job " + job() + " --home ");
		assertThat(entry.text()).contains("OnCalendar=*-*-* 02:15:00 Europe/Amsterdam\n", "Persistent=true")
			.contains("\nUser=sspr-prefill\n", "\nEnvironment=LANG=C.UTF-8\n")
			.contains("\nExecStart=/usr/bin/java -jar /opt/sspr-prefill/sspr-prefill.jar run " + job()
					+ " --home /var/lib/sspr-prefill --quiet\n");
	}

	@Test
	void doesNotCallARunFailedThatWaitsForAPerson() {
		assertThat(service(Nightly.CERTIFICATE)).contains("\nSuccessExitStatus=3 4 8 143\n", "\nRestart=on-failure\n",
				"\nRestartPreventExitStatus=2 5 6 7\n");
	}

	/** Started four times by hand in an evening, a service does not start any more. */
	@Test
	void letsTheTimerStartTheJobHoweverOftenItWasStartedBefore() {
		assertThat(entry(Nightly.CERTIFICATE, "02:15").text())
			.contains("\nUnit=sspr-prefill-nightly-start.service\nOnCalendar=")
			.contains("\nExecStart=-systemctl reset-failed sspr-prefill-nightly.service\n"
					+ "ExecStart=systemctl start --no-block sspr-prefill-nightly.service\n");
	}

	@Test
	void mayWriteWhereTheJobWritesAndNowhereElse() {
		assertThat(service(Nightly.CERTIFICATE)).contains("\nProtectSystem=strict\n",
				"\nReadWritePaths=-/var/lib/sspr-prefill -/srv/hr/drop\n", "\nProtectHome=true\n");
		assertThat(service(Nightly.CERTIFICATE.replace("/srv/hr/drop", "/home/hr/drop"))).contains("/home/hr/drop\n",
				"\nProtectHome=read-only\n");
	}

	@Test
	void takesVariablesFromAFileAndHoldsNoneItself() {
		Entry entry = entry(Nightly.SECRETS, "02:15");
		assertThat(entry.text()).contains("# Sets SSPR_SECRET, SSPR_TENANT\n",
				"\nEnvironmentFile=/etc/sspr-prefill/nightly.env\n");
		assertThat(entry.hints()).anySatisfy((hint) -> assertThat(hint).contains("SSPR_SECRET='value'", "mode 600"));
		assertThat(service(Nightly.CERTIFICATE)).doesNotContain("EnvironmentFile");
	}

	/**
	 * The package brings what {@code schedule} prints for the job definition it brings.
	 */
	@Test
	void isWhatThePackageBrings() throws IOException {
		Path nightly = Path.of("/etc/sspr-prefill/nightly.yaml");
		Appointment shipped = Nightly.at(this.folder, Files.readString(Path.of("jobs/nightly.yaml")), "02:15", "Z");
		for (Entry.File file : Scheduler.SYSTEMD.entry(shipped).files()) {
			Path packaged = Path.of("src/deb/systemd", String.valueOf(Path.of(file.path()).getFileName()));
			assertThat(file.content()
				.replace(job().toString(), nightly.toString())
				// The package brings a command that starts faster
				.replace("/usr/bin/java -jar /opt/sspr-prefill/sspr-prefill.jar", "/usr/bin/sspr-prefill")
				.replace("/etc/systemd/system/", "/usr/lib/systemd/system/")).isEqualTo(Files.readString(packaged));
		}
	}

	/** {@code systemd-analyze} looks whether the programs exist, so these do. */
	@ParameterizedTest
	@ValueSource(strings = { "plain", "with space", "with 100% $HOME \"quotes\"" })
	void satisfiesSystemd(String name) throws IOException, InterruptedException {
		Path odd = this.folder.resolve(name);
		Appointment appointment = Nightly.at(odd, Nightly.CERTIFICATE, "02:15", "Europe/Amsterdam",
				Files.writeString(Files.createDirectories(odd).resolve("sspr-prefill.jar"), ""));
		assertAccepted(this.folder, Scheduler.SYSTEMD.entry(withJava(appointment)));
	}

	static void assertAccepted(Path folder, Entry entry) throws IOException, InterruptedException {
		Assumptions.assumeTrue(Files.isExecutable(ANALYZE), "No systemd-analyze here");
		List<String> command = new ArrayList<>(List.of(ANALYZE.toString(), "verify", "--recursive-errors=no"));
		for (Entry.File file : entry.files()) {
			Path unit = folder.resolve(String.valueOf(Path.of(file.path()).getFileName()));
			command.add(Files.writeString(unit, file.content()).toString());
		}
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
		assertThat(said).as("systemd-analyze").isEmpty();
		assertThat(process.exitValue()).isZero();
	}

	private static Appointment withJava(Appointment appointment) {
		Path java = Path.of(System.getProperty("java.home"), "bin", "java");
		return new Appointment(appointment.definition(), appointment.references(), appointment.at(), appointment.zone(),
				"root", appointment.home(), new Program(java, appointment.program().jar(), false));
	}

	private Entry entry(String job, String time) {
		return Scheduler.SYSTEMD.entry(Nightly.at(this.folder, job, time, "Europe/Amsterdam"));
	}

	private String service(String job) {
		return entry(job, "02:15").files().get(0).content();
	}

	private Path job() {
		return this.folder.resolve("nightly.yaml");
	}

}
