package org.ssprprefill.job;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import org.ssprprefill.apply.Stopwatch;
import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.database.LeaseLostException;
import org.ssprprefill.database.LedgerException;
import org.ssprprefill.definition.Connection;
import org.ssprprefill.definition.JobDefinition;
import org.ssprprefill.doctor.Check;
import org.ssprprefill.graph.GraphSettings.Pace;
import org.ssprprefill.ledger.Ledger;
import org.ssprprefill.ledger.RunStore.Fact;
import org.ssprprefill.proposal.MethodRules;
import org.ssprprefill.report.CheckDocument;
import org.ssprprefill.run.RunRecord;
import org.ssprprefill.tenant.Tenant;

/**
 * What the steps of one run share: the run's entry in the ledger, the job definition, the
 * tenant and the ledger.
 */
public final class RunContext {

	private final String runId;

	private final JobDefinition definition;

	private final Tenant tenant;

	private final Ledger ledger;

	private final RunClock time;

	private final AtomicBoolean stopping = new AtomicBoolean();

	private final CountDownLatch stopped = new CountDownLatch(1);

	/** Tells this process's traffic from that of an earlier process of the same run. */
	private final String process = UUID.randomUUID().toString();

	private final Stopwatch stopwatch;

	private final TenantKnowledge knowledge;

	private volatile Set<String> ownDomains = Set.of();

	private volatile boolean usersReadable;

	private volatile boolean plansNoMore;

	/**
	 * Brings together what a run needs.
	 * @param runId the run's id, already in the ledger
	 * @param definition the job definition
	 * @param tenant the tenant
	 * @param ledger the ledger
	 * @param clock the time
	 */
	public RunContext(String runId, JobDefinition definition, Tenant tenant, Ledger ledger, Clock clock) {
		this(runId, definition, tenant, ledger, RunClock.real(clock));
	}

	RunContext(String runId, JobDefinition definition, Tenant tenant, Ledger ledger, RunClock time) {
		this.runId = runId;
		this.definition = definition;
		this.tenant = tenant;
		this.ledger = ledger;
		this.time = time;
		this.stopwatch = new Stopwatch(time.timeOfDay(), time.counter());
		this.knowledge = new TenantKnowledge(this, this.stopwatch);
	}

	/**
	 * Asks the run to leave off after what is under way.
	 */
	public void stop() {
		this.stopping.set(true);
		this.stopped.countDown();
		this.tenant.stop();
	}

	/** Waits, at most until the run is asked to leave off. */
	void pause(Duration length) {
		if (!this.time.waiting().isStoppedWithin(this.stopped, length)) {
			return;
		}
		throw new RunStoppedException("Stopped while waiting for the tenant; start the same command again.");
	}

	boolean isStopping() {
		return this.stopping.get();
	}

	/**
	 * Whether the ledger's database answers, if need be after its patience, and the
	 * tenant is still this run's. What another run has made of it meanwhile is not this
	 * one's to tell.
	 * @throws LeaseLostException if another run has taken over
	 */
	boolean isHeld() {
		try {
			this.ledger.reconnect();
			this.ledger.lease().renew();
			return true;
		}
		catch (LeaseLostException ex) {
			throw ex;
		}
		catch (LedgerException ex) {
			return false;
		}
	}

	/** The run as the ledger knows it now. */
	RunRecord run() {
		return this.ledger.runs().find(this.runId).orElseThrow();
	}

	String runId() {
		return this.runId;
	}

	JobDefinition definition() {
		return this.definition;
	}

	Tenant tenant() {
		return this.tenant;
	}

	Ledger ledger() {
		return this.ledger;
	}

	Clock clock() {
		return this.time.timeOfDay();
	}

	Stopwatch stopwatch() {
		return this.stopwatch;
	}

	/** What decides whether people may be written to. */
	TenantKnowledge knowledge() {
		return this.knowledge;
	}

	Set<String> ownDomains() {
		return this.ownDomains;
	}

	void ownDomains(Set<String> domains) {
		this.ownDomains = domains;
	}

	boolean usersReadable() {
		return this.usersReadable;
	}

	/** A run that is taken up reads the users again, so that this need not be kept. */
	void usersReadable(boolean readable) {
		this.usersReadable = readable;
	}

	/**
	 * Whether everything that was planned has been sent, so that a run that is taken up
	 * only has to be brought to its end.
	 */
	boolean plansNoMore() {
		return this.plansNoMore;
	}

	/** Said before anything else is done, when the run is begun or taken up. */
	void plansNoMore(boolean done) {
		this.plansNoMore = done;
	}

	/** Keeps a check's answer; one that forbids writing refuses the run. */
	void answer(Check check) {
		this.ledger.papers().check(this.runId, check.id(), CheckDocument.write(check));
		if (check.forbidsWriting()) {
			this.ledger.runs().note(this.runId, Fact.REFUSED, true);
		}
	}

	void keepTraffic() {
		this.ledger.papers().traffic(this.runId, this.process, this.tenant.traffic());
	}

	/**
	 * The methods that the job definition does not leave alone, where the cloud offers
	 * them.
	 */
	Set<MethodKind> methods() {
		return this.definition.methodsInUse();
	}

	/** The methods that the tenant's cloud offers. */
	Set<MethodKind> offered() {
		EnumSet<MethodKind> offered = EnumSet.allOf(MethodKind.class);
		offered.removeIf((kind) -> !this.definition.connection().offers(kind));
		return offered;
	}

	MethodRules methodRules() {
		return new MethodRules(this.definition.methods(), offered());
	}

	/**
	 * Twice as many as may be in flight: half of them are on their way while the other
	 * half is prepared or committed. Where the pace is slow, no more than leave within
	 * half a minute, because what was read for them must not grow old.
	 */
	int batchesAtATime() {
		Pace pace = (this.definition.connection() instanceof Connection.Graph graph) ? graph.settings().pace()
				: ((Connection.Simulated) this.definition.connection()).pace();
		return Math.max(2, Math.min(2 * pace.inFlight(), 30 * pace.requestsPerSecond() / Tenant.MOST_TOGETHER));
	}

}
