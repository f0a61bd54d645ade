package org.ssprprefill.schedule;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZonedDateTime;
import java.util.List;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CrontabIT {

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource({ "02:15", "00:00", "23:59" })
	void comesOnceADayAtThatTime(String time) {
		String line = line(Nightly.at(this.folder, Nightly.CERTIFICATE, time, "UTC"));
		String when = String.join(" ", List.of(line.split(" ")).subList(0, 5));
		ExecutionTime schedule = ExecutionTime
			.forCron(new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX)).parse(when));
		ZonedDateTime midnight = ZonedDateTime.parse("2026-11-25T00:00:00Z");
		assertThat(schedule.getExecutionDates(midnight.minusSeconds(1), midnight.plusDays(3))).hasSizeBetween(3, 4)
			.allSatisfy((date) -> assertThat(date.toLocalTime()).hasToString(time));
	}

	@Test
	void everyLineIsACommentASettingOrAnEntry() {
		String text = Scheduler.CRON.entry(Nightly.at(this.folder, Nightly.SECRETS, "02:15", "UTC")).text();
		assertThat(text.lines())
			.allSatisfy((line) -> assertThat(line).matches("#.*|[A-Z]+=\\S+|(\\d+ \\d+|\\*/5 \\*) \\* \\* \\* \\S.*")
				.hasSizeLessThan(1000));
		assertThat(text).endsWith("\n").contains("set -a; . /etc/sspr-prefill/nightly.env; set +a;");
	}

	@Test
	void letsJavaFindFilesWithAccentsWhichCronsOwnLocaleHides() {
		assertThat(Scheduler.CRON.entry(Nightly.at(this.folder, Nightly.SECRETS, "02:15", "UTC")).text())
			.containsSubsequence("\nLANG=C.UTF-8\n", "15 2 * * * ");
	}

	@Test
	void keepsPercentSignsFromBecomingLineFeeds() {
		Path odd = this.folder.resolve("100% hr");
		assertThat(line(Nightly.at(odd, Nightly.CERTIFICATE, "02:15", "UTC"))).contains("100\\% hr")
			.doesNotContainPattern("[^\\\\]%");
	}

	@Test
	void mailsTheLastWordsOnlyWhereSomebodyNeedsToLook() throws IOException, InterruptedException {
		assertThat(said(0)).isEmpty();
		assertThat(said(4)).isEqualTo("last words of 'O'Brien' 100%\n");
	}

	/** What the command prints, given to a shell as cron does, if the program ends so. */
	private String said(int exitCode) throws IOException, InterruptedException {
		Path odd = Files.createDirectories(this.folder.resolve("O'Brien $HOME"));
		Path java = Files.writeString(odd.resolve("java"),
				"#!/bin/sh\necho \"last words of 'O'Brien' 100%\" >&2\nexit " + exitCode + "\n");
		Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
		Appointment appointment = Nightly.at(odd, Nightly.CERTIFICATE, "02:15", "UTC");
		String line = line(new Appointment(appointment.definition(), appointment.references(), appointment.at(),
				appointment.zone(), appointment.account(), appointment.home(),
				new Program(java, appointment.program().jar(), false)));
		String command = line.split(" ", 6)[5].replace("\\%", "%");
		Process process = new ProcessBuilder("/bin/sh", "-c", command).redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).isZero();
		return said;
	}

	private static String line(Appointment appointment) {
		return Scheduler.CRON.entry(appointment)
			.text()
			.lines()
			.filter((line) -> line.matches("\\d.*"))
			.findFirst()
			.orElseThrow();
	}

}
