package org.ssprprefill.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

import org.ssprprefill.database.Home;
import org.ssprprefill.database.TenantLease;
import org.ssprprefill.definition.JobDefinition;
import org.ssprprefill.job.ProbeLeftovers;
import org.ssprprefill.job.ProbeRefusedException;
import org.ssprprefill.job.ProbeRun;
import org.ssprprefill.job.RunContext;
import org.ssprprefill.job.RunRegister;
import org.ssprprefill.ledger.Ledger;
import org.ssprprefill.ledger.ProbeRecord;
import org.ssprprefill.probe.AnswerSheet;
import org.ssprprefill.probe.ProbeStoppedException;
import org.ssprprefill.report.ReportFolder;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.tenant.UserKey;
import org.ssprprefill.vault.AlteredLedgerException;

/** Probes a test account for {@code doctor --probe}, and prints the answer sheet. */
final class ProbeSession {

	private final OpenedJob job;

	private final JobDefinition definition;

	private final Console console;

	ProbeSession(OpenedJob job) {
		this.job = job;
		this.definition = job.definition();
		this.console = job.options().console();
	}

	int probe(String user, boolean waits, boolean yes) {
		UserKey key = key(user);
		String question = "This registers, changes and removes phone numbers and an e-mail address of " + key.value()
				+ ", which must be a test account. Go on? (yes or no)";
		if (!yes && !this.console.asks()) {
			throw new Refusal(ExitCode.USAGE,
					"Say --yes where there is no terminal to ask on." + TenantConnection.NOTHING_WRITTEN);
		}
		if (!yes && !this.console.confirms(question)) {
			throw new Refusal(ExitCode.USAGE, "Nothing was written.");
		}
		ReportFolder.obstacle(this.definition.report().directory()).ifPresent((obstacle) -> {
			throw new Refusal(ExitCode.REFUSED, obstacle + TenantConnection.NOTHING_WRITTEN);
		});
		try (Stopping stop = StopSignal.listen()) {
			return this.job.look((ledger) -> leased(ledger, this.job.home().get(), key, waits, stop));
		}
	}

	private static UserKey key(String user) {
		try {
			UserKey key = UserKey.of(user);
			if (key.attribute() != UserKey.Attribute.EMPLOYEE_ID) {
				return key;
			}
		}
		catch (IllegalArgumentException ex) {
			// Told below
		}
		throw new Refusal(ExitCode.USAGE, "--probe takes a user principal name or an object id.");
	}

	private int leased(Ledger ledger, Home home, UserKey key, boolean waits, Stopping stop) {
		TenantIdentity tenant = TenantIdentity.of(this.definition, ledger);
		try (TenantLease lease = TenantLease.acquire(ledger.dataSource(), home, tenant.key());
				TenantConnection connection = TenantConnection.open(this.definition.connection(), ledger, home)) {
			this.job.owner().claims(tenant.key());
			tenant.settle(ledger);
			return probe(new Opened(ledger.under(lease), tenant.key(), connection, stop), key, waits);
		}
		catch (ProbeRefusedException | AlteredLedgerException ex) {
			throw new Refusal(ExitCode.REFUSED, ex.getMessage() + TenantConnection.NOTHING_WRITTEN);
		}
		catch (ProbeStoppedException ex) {
			throw new Refusal(ExitCode.FAILED, String.valueOf(ex.getMessage()));
		}
	}

	private int probe(Opened opened, UserKey key, boolean waits) {
		Clock clock = Clock.systemUTC();
		ProbeLeftovers leftovers = new ProbeLeftovers(this.definition, opened.connection().tenant(), opened.ledger(),
				clock, this.console::say);
		Optional<ProbeRecord> earlier = leftovers.waiting(opened.tenant(), key.value());
		leftovers.see(opened.tenant());
		if (earlier.isPresent()) {
			ProbeRecord looked = opened.ledger().probes().find(earlier.get().run()).orElseThrow();
			tell(looked.run(), AnswerSheet.read(looked.sheet().orElseThrow()));
			return ExitCode.DONE;
		}
		RunRecord run = new RunRegister(opened.ledger(), this.definition, opened.tenant(), clock).beginProbe();
		opened.ledger().announce(run);
		this.console.progress("Probe " + run.id() + " of " + key.value());
		RunContext context = new RunContext(run.id(), this.definition, opened.connection().tenant(), opened.ledger(),
				clock);
		opened.stop().concerns(context);
		tell(run.id(), new ProbeRun(context).probe(key, waits));
		return ExitCode.DONE;
	}

	private void tell(String run, AnswerSheet sheet) {
		if (this.job.options().json()) {
			this.console.print(sheet.json());
		}
		else {
			sheet.text().forEach(this.console::print);
		}
		Path folder = this.definition.report().directory().resolve(run);
		this.console.say("The sheet names no account and holds no number and no address; it is in " + folder + " ("
				+ ProbeRun.SHEET_JSON + ", " + ProbeRun.SHEET_TEXT + ").");
	}

	/** What a probe works with. */
	private record Opened(Ledger ledger, String tenant, TenantConnection connection, Stopping stop) {
	}

}
