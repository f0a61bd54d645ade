package org.ssprprefill.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ssprprefill.ledger.SharedDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** A night of many tenants, on one machine and a server of the administrator's own. */
class FleetIT {

	private static final Map<String, String> NAMES = Map.of("contoso.com", "Bakker", "fabrikam.com", "Ebert",
			"litware.com", "Ingram");

	@TempDir
	private Path folder;

	private Path fleet(String name) throws IOException {
		copy(Path.of("sample-data/fleet"), this.folder);
		List<String> access = SharedDatabase.access();
		Files.writeString(this.folder.resolve("password"), access.get(1));
		this.folder.resolve("password").toFile().setReadable(false, false);
		this.folder.resolve("password").toFile().setReadable(true, true);
		Path file = this.folder.resolve("fleet.yaml");
		Files.writeString(file,
				Files.readString(file)
					.replace("fleet: contoso-group",
							"fleet: " + name + "\ndatabase: {url: \"" + access.get(0)
									+ "\", user: postgres, password: \"${file:password}\"}")
						+ "  - {id: northwind.com, name: Northwind, drop: drop/northwind}\n");
		return file;
	}

	private Outcome give(String verb, Path file, String... more) {
		return Commands.give(this.folder,
				Stream.concat(Stream.of("fleet", verb, file.toString()), Stream.of(more)).toArray(String[]::new));
	}

	@Test
	void goesThroughANightOfEveryTenantAndNamesTheOneThatIsMisconfigured() throws IOException {
		Path file = fleet("whole-night");
		assertThat(give("migrate", file).exitCode()).isZero();
		assertThat(give("dispatch", file).err()).contains("4 of 4 nights planned");
		assertThat(give("dispatch", file).err()).contains("0 of 4 nights planned");
		Outcome night = give("run", file, "--json");
		assertThat(night.exitCode()).as(night.err()).isOne();
		JsonNode report = JsonMapper.shared().readTree(night.out());
		assertThat(report.get("outcomes").get("done").asInt()).isEqualTo(3);
		assertThat(report.get("outcomes").get("misconfigured").asInt()).isOne();
		assertThat(report.get("totals").get("confirmed").asInt()).isEqualTo(18);
		assertThat(report.get("tenants").get(0).get("name").asString()).isEqualTo("Northwind");
		assertThat(night.err()).contains("Northwind: misconfigured").contains("${tenant.PEOPLE}");
		tellsNobodyOfAnotherTenant();
		doesNothingTwice(file);
	}

	/**
	 * No file of a tenant holds another's name; the fleet's own report holds no person.
	 */
	private void tellsNobodyOfAnotherTenant() {
		NAMES.forEach((tenant, person) -> {
			String words = content(this.folder.resolve("reports").resolve(tenant));
			assertThat(words).containsIgnoringCase(person);
			NAMES.forEach((other, stranger) -> {
				if (!other.equals(tenant)) {
					assertThat(words).doesNotContainIgnoringCase(other).doesNotContainIgnoringCase(stranger);
				}
			});
			assertThat(content(this.folder.resolve("reports/fleet"))).doesNotContain(person);
		});
	}

	private void doesNothingTwice(Path file) throws IOException {
		Outcome again = give("run", file, "--json");
		assertThat(again.exitCode()).isOne();
		assertThat(runs()).isEqualTo(3);
		assertThat(give("retry", file, "Fabrikam").exitCode()).isZero();
		assertThat(give("status", file).out()).contains("waiting");
		assertThat(give("work", file, "--until-empty").exitCode()).isZero();
		assertThat(runs()).isEqualTo(4);
		assertThat(give("report", file).exitCode()).isOne();
	}

	private long runs() throws IOException {
		try (Stream<Path> files = Files.walk(this.folder.resolve("reports"))) {
			return files.filter((file) -> file.endsWith("report.json")).count();
		}
	}

	@Test
	void letsTheVerbsOfAJobWorkOnOneTenantAndReleasesItsHeldNightAsPrinted() throws IOException {
		Path file = fleet("held-night");
		Files.writeString(file,
				Files.readString(file)
					.replaceAll("(?m)^  - \\{id: (contoso|fabrikam|northwind).*\\R", "")
					.replace("coverage: {target: 50}", "coverage: {target: 50}, limits: {changes: 1}"));
		assertThat(give("migrate", file).exitCode()).isZero();
		Outcome held = give("run", file);
		assertThat(held.exitCode()).as(held.err()).isEqualTo(3);
		assertThat(as(printed(held.err())).exitCode()).isZero();
		assertThat(give("report", file).exitCode()).isZero();
		String tenant = file + "#Litware";
		assertThat(as("history", tenant).out()).contains("held").contains("apply");
		assertThat(as("explain", tenant, "L101", "--json").out()).contains("canReset\" : true");
		assertThat(as("verify", tenant).exitCode()).isZero();
		assertThat(as("doctor", tenant).exitCode()).isZero();
		assertThat(as("purge", tenant, "--older-than", "0d", "--yes").err()).contains("runs deleted");
		assertThat(as("check", this.folder.resolve("people.csv").toString(), "--job", tenant).exitCode()).isEqualTo(7);
		assertThat(as("history", file + "#contoso.com").err()).contains("is no tenant of the fleet")
			.contains("litware.com");
	}

	private Outcome as(String... words) {
		return Commands.give(this.folder, words);
	}

	/** The words after the name of the program, as a shell would read them. */
	private static String[] printed(String lines) {
		Matcher command = Pattern.compile("sspr-prefill (apply .*?) --home").matcher(lines);
		assertThat(command.find()).as(lines).isTrue();
		return command.group(1).replace("'", "").split(" ");
	}

	private static String content(Path folder) {
		try (Stream<Path> files = Files.walk(folder)) {
			StringBuilder text = new StringBuilder();
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				text.append(file.toString().endsWith(".xlsx") ? workbook(file) : Files.readString(file));
			}
			return text.toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String workbook(Path file) throws IOException {
		StringBuilder text = new StringBuilder();
		try (ZipFile zip = new ZipFile(file.toFile())) {
			for (ZipEntry entry : zip.stream().toList()) {
				text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		return text.toString();
	}

	private static void copy(Path from, Path to) throws IOException {
		try (Stream<Path> files = Files.walk(from)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				Path target = to.resolve(from.relativize(file).toString());
				Files.createDirectories(target.getParent());
				Files.copy(file, target);
			}
		}
	}

}
