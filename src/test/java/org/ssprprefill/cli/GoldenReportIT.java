package org.ssprprefill.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.simulator.Fault;
import org.ssprprefill.simulator.FaultScript;
import org.ssprprefill.simulator.FaultTrigger;
import org.ssprprefill.simulator.SimulatedUser;
import org.ssprprefill.simulator.TenantDescription;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One rich night, and what it leaves behind in three languages, word for word as it was
 * approved. A new version is approved by running this test with
 * {@code -Dgolden.approve=true} and reading {@code git diff src/test/resources/golden};
 * the changelog names what changed.
 */
@ExtendWith(Rehearsals.class)
class GoldenReportIT {

	private static final Path GOLDEN = Path.of("src/test/resources/golden");

	private static final String SAMPLE_TENANT = "6a1f0c5e-3b9d-4c55-9d0e-5f2b7c8a9e10";

	@TempDir
	private Path folder;

	@Test
	void saysWhatWasApproved() throws IOException {
		Rehearsal rehearsal = rehearsal();
		Outcome night = rehearsal.command("run", rehearsal.jobFile(), "--json");
		GoldenText golden = new GoldenText(night, rehearsal);
		Map<String, String> now = new LinkedHashMap<>();
		now.put("report.json", golden.json(night.out()));
		now.put("console.en.txt", golden.text(night.err()));
		keep("en", night, golden, now);
		for (String language : new String[] { "nl", "de" }) {
			Outcome again = rehearsal.command("report", night.report().run().id(), "--language", language);
			now.put("console." + language + ".txt", golden.text(again.err()));
			keep(language, night, golden, now);
		}
		if (Boolean.getBoolean("golden.approve")) {
			for (Map.Entry<String, String> file : now.entrySet()) {
				Files.writeString(GOLDEN.resolve(file.getKey()), file.getValue());
			}
		}
		for (Map.Entry<String, String> file : now.entrySet()) {
			assertThat(file.getValue()).as(file.getKey() + "; approve it with -Dgolden.approve=true")
				.isEqualTo(Files.readString(GOLDEN.resolve(file.getKey())));
		}
	}

	private static void keep(String language, Outcome night, GoldenText golden, Map<String, String> now) {
		now.put("report." + language + ".html", golden.page(night.file("report.html")));
		now.put("people." + language + ".csv", golden.text(night.file("people.csv")));
		now.put("rejects." + language + ".csv", golden.text(night.file("rejects.csv")));
	}

	/** The sample company with one of each failure, under a tenant id of its own. */
	private Rehearsal rehearsal() throws IOException {
		Path tenant = Files.writeString(this.folder.resolve("tenant.yaml"),
				Files.readString(Path.of("sample-data/tenant.yaml"))
					.replace(SAMPLE_TENANT, UUID.randomUUID().toString()));
		Rehearsal rehearsal = Rehearsal.of(TenantDescription.load(tenant)).with("name", "golden");
		rehearsal.with("feed.columns.employee-id", "[Personeelsnummer, Personalnummer, Employee ID]")
			.with("feed.columns.user-principal-name", "[UPN, Benutzerprinzipalname, User Name]")
			.with("feed.columns.mail", "[Zakelijk e-mail, E-Mail (geschäftlich), Work Email]")
			.with("feed.columns.mobile", "[Mobiel, Mobilnummer, Mobile Phone]")
			.with("feed.columns.office", "[Telefoon werk, Telefon, Work Phone]")
			.with("feed.columns.email", "[Privé e-mail, E-Mail (privat), Personal Email]")
			.with("feed.columns.country", "[Land, Country]")
			.with("feed.columns.name", "[Naam, Name, Worker]")
			.with("feed.columns.group", "[Afdeling, Abteilung, Department]")
			.with("match.by", "[employee-id, user-principal-name]")
			.with("scope.exclude", "[breakglass@contoso.com]")
			.with("methods.office", "missing")
			.with("coverage.target", "60");
		try (Stream<Path> files = Files.list(Path.of("sample-data/hr"))) {
			for (Path file : files.toList()) {
				// A cell at example.org is a secret here, also the sign-in name of a
				// guest
				rehearsal.file(file.getFileName().toString(),
						Files.readString(file).replace("eva.extern@example.org", "eva.extern@contoso.com"));
			}
		}
		return rehearsal.file("page.csv", "<!DOCTYPE html><p>Sign in</p>").suffering(faults(rehearsal));
	}

	private static FaultScript faults(Rehearsal rehearsal) {
		return FaultScript.none()
			.on(email("POST", "jan.jansen"), Fault.refuse(422, "UnknownError"))
			.on(email("POST", "max.mustermann"),
					Fault.afterApplying(
							() -> rehearsal.tenant().removeMethod("max.mustermann@contoso.com", MethodKind.EMAIL)))
			.on(email("POST", "klaas.klaassen"),
					Fault.afterApplying(() -> rehearsal.tenant()
						.setMethod("klaas.klaassen@contoso.com", MethodKind.EMAIL, "other@example.org")))
			.on(email("GET", "bea.bakker"), Fault.refuse(403, "accessDenied"));
	}

	private static FaultTrigger email(String method, String user) {
		return FaultTrigger.on(method, SimulatedUser.idOf(user + "@contoso.com") + "/.*emailMethods").batchItems();
	}

}
