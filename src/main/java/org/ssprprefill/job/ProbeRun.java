package org.ssprprefill.job;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.doctor.TenantChecks;
import org.ssprprefill.ledger.ProbeRecord;
import org.ssprprefill.ledger.ProbeStore;
import org.ssprprefill.probe.AccountMethods;
import org.ssprprefill.probe.AnswerSheet;
import org.ssprprefill.probe.ProbeScript;
import org.ssprprefill.probe.ProbeStoppedException;
import org.ssprprefill.report.CheckDocument;
import org.ssprprefill.report.CheckLine;
import org.ssprprefill.report.ReportFolder;
import org.ssprprefill.report.RunStatus;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.tenant.Answer;
import org.ssprprefill.tenant.EntraUser;
import org.ssprprefill.tenant.UserKey;

/**
 * One probe of a test account, from its preflight to its answer sheet, or what is left of
 * one that was killed. The caller holds the tenant's lease.
 */
public final class ProbeRun {

	/** Microsoft's report shows most users within 36 hours, and the rest a day later. */
	public static final Duration LONGEST_WAIT = Duration.ofHours(96);

	/** The sheet for programs. */
	public static final String SHEET_JSON = "answers.json";

	/** The sheet for people. */
	public static final String SHEET_TEXT = "answers.txt";

	private final RunContext context;

	private final ProbeStore store;

	/**
	 * Creates a probe.
	 * @param context its run, with a ledger under the tenant's lease
	 */
	public ProbeRun(RunContext context) {
		this.context = context;
		this.store = context.ledger().probes();
	}

	/**
	 * Probes an account.
	 * @param user how the account is named
	 * @param waits whether a number and an address are left until the registration report
	 * counts them
	 * @return the answer sheet
	 * @throws ProbeRefusedException if nothing may be written to the account; nothing was
	 * @throws ProbeStoppedException if the probe could not be brought to its end
	 */
	public AnswerSheet probe(UserKey user, boolean waits) {
		RunRecord run = this.context.run();
		try {
			EntraUser found = admitted(user);
			this.store.begin(run, found.id(), found.userPrincipalName().value(), waits);
		}
		catch (ProbeRefusedException ex) {
			end(RunStatus.REFUSED);
			throw ex;
		}
		LedgeredAccount account = account(this.context.definition().scope().group());
		AnswerSheet sheet = answers(account, run);
		this.store.keep(run.id(), sheet.json());
		if (!waits || probe(run.id()).isCounted()) {
			this.store.waitsNoMore(run.id());
			clean(account);
			end(RunStatus.DONE);
		}
		return write(run.id());
	}

	private EntraUser admitted(UserKey user) {
		enter();
		Answer<List<EntraUser>> found = this.context.tenant().find(user);
		List<EntraUser> users = found.value().orElse(List.of());
		if (users.size() != 1) {
			throw new ProbeRefusedException(
					(users.isEmpty() ? "No account" : "More than one account") + " of the tenant has that name.");
		}
		EntraUser account = users.get(0);
		LedgeredAccount
			.objection(Optional
				.of(this.store.person(this.context.run(), account.id(), this.context.definition().scope().group())))
			.ifPresent((objection) -> {
				throw new ProbeRefusedException(user.value() + " " + objection);
			});
		ProbeRecord unwritten = new ProbeRecord(this.context.runId(), account.id(), user.value(), false, false,
				Optional.empty(), Optional.empty(), List.of());
		if (!methods(new LedgeredAccount(this.context, unwritten, Optional.empty())).held().isEmpty()) {
			throw new ProbeRefusedException(user.value()
					+ " has a phone or an e-mail address registered, which may be a person's. Probe an account without.");
		}
		return account;
	}

	private AnswerSheet answers(LedgeredAccount account, RunRecord run) {
		try {
			ProbeScript script = new ProbeScript(account, offered(this.context),
					this.context.tenant().signIn().permissions());
			return new AnswerSheet(this.context.definition().connection().cloud(), run.startedAt(), script.ask(),
					Map.of())
				.with(probe(run.id()));
		}
		catch (ProbeStoppedException ex) {
			clean(account);
			end(RunStatus.FAILED);
			throw ex;
		}
	}

	/**
	 * Takes away what a probe has left that was killed, or that waits for nothing any
	 * more, and ends it.
	 * @throws ProbeRefusedException if the account may not be written to now
	 * @throws ProbeStoppedException if something stays
	 */
	public void takeAway() {
		boolean answered = probe(this.context.runId()).sheet().isPresent();
		enter();
		this.store.waitsNoMore(this.context.runId());
		// The job's group says whom its runs are about; this is about what is left behind
		clean(account(Optional.empty()));
		end(answered ? RunStatus.DONE : RunStatus.FAILED);
	}

	/**
	 * Asks the registration report about an account that was probed, and writes the sheet
	 * again.
	 * @return the sheet as it is now
	 */
	public AnswerSheet look() {
		methods(account(Optional.empty())).look();
		return write(this.context.runId());
	}

	/** Everything that must be known before the first write, as for a run. */
	private void enter() {
		new PreflightStep(this.context).work();
		if (!this.context.run().refused()) {
			new SnapshotTenantStep(this.context).work();
		}
		if (this.context.run().refused()) {
			String failed = this.context.ledger()
				.papers()
				.checks(this.context.runId())
				.stream()
				.map(CheckDocument::read)
				.filter((check) -> check.status().equals("fail"))
				.map(ProbeRun::words)
				.collect(Collectors.joining(" "));
			throw new ProbeRefusedException(failed);
		}
	}

	private static String words(CheckLine check) {
		return check.title() + ": " + check.detail() + check.remedy().map((remedy) -> " " + remedy).orElse("");
	}

	private void clean(LedgeredAccount account) {
		methods(account).clean();
	}

	private AccountMethods methods(LedgeredAccount account) {
		return new AccountMethods(account, offered(this.context));
	}

	/**
	 * The methods that the cloud offers and the app may write, as far as that is told.
	 */
	static Set<MethodKind> offered(RunContext context) {
		Set<MethodKind> offered = context.offered();
		if (!TenantChecks.mayWrite(context.tenant().signIn(), MethodKind.EMAIL)) {
			offered.remove(MethodKind.EMAIL);
		}
		return offered;
	}

	private LedgeredAccount account(Optional<ObjectId> scopeGroup) {
		return new LedgeredAccount(this.context, probe(this.context.runId()), scopeGroup);
	}

	private ProbeRecord probe(String run) {
		return this.store.find(run).orElseThrow();
	}

	private void end(RunStatus ending) {
		this.context.keepTraffic();
		this.context.ledger()
			.runs()
			.finish(this.context.runId(), ending.outcome().word(), ending.exitCode(), this.context.clock().instant());
	}

	private AnswerSheet write(String run) {
		ProbeRecord probe = probe(run);
		AnswerSheet sheet = AnswerSheet.read(probe.sheet().orElseThrow()).with(probe);
		this.store.keep(run, sheet.json());
		ReportFolder folder = ReportFolder.in(this.context.definition().report().directory(), run);
		folder.write(SHEET_JSON, sheet.json() + System.lineSeparator());
		folder.write(SHEET_TEXT, String.join(System.lineSeparator(), sheet.text()) + System.lineSeparator());
		return sheet;
	}

}
