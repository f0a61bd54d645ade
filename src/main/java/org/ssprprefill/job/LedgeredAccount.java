package org.ssprprefill.job;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.ssprprefill.apply.CurrentPeople;
import org.ssprprefill.apply.RetryPolicy;
import org.ssprprefill.contact.ObjectId;
import org.ssprprefill.ledger.PlannedPerson;
import org.ssprprefill.ledger.ProbeRecord;
import org.ssprprefill.ledger.ProbeStore;
import org.ssprprefill.match.WriteBlock;
import org.ssprprefill.probe.ProbeStoppedException;
import org.ssprprefill.probe.ProbedAccount;
import org.ssprprefill.tenant.ProbeAnswer;
import org.ssprprefill.tenant.ProbeAnswer.Fact;
import org.ssprprefill.tenant.ProbeRequest;
import org.ssprprefill.tenant.WritePermit;

/**
 * The account of a probe, behind the same rules as each account a run writes to: each
 * write is in the ledger before it leaves, and leaves on what was read of the account at
 * most two minutes before, and under the tenant's lease.
 */
final class LedgeredAccount implements ProbedAccount {

	private final RunContext context;

	private final ProbeStore store;

	private final ProbeRecord probe;

	private final CurrentPeople people;

	LedgeredAccount(RunContext context, ProbeRecord probe, Optional<ObjectId> scopeGroup) {
		this.context = context;
		this.store = context.ledger().probes();
		this.probe = probe;
		this.people = new CurrentPeople(context.knowledge(),
				(users) -> List.of(this.store.person(context.run(), probe.account(), scopeGroup)), context.stopwatch(),
				RetryPolicy.usual(context::pause));
	}

	@Override
	public ObjectId id() {
		return this.probe.account();
	}

	@Override
	public ProbeAnswer send(ProbeRequest request) {
		if (!request.writes()) {
			return this.context.tenant().probe(request, () -> true);
		}
		WritePermit permit = permit();
		int number = this.store.sending(this.probe, this.context.run().tenant(), verb(request), request.kind());
		ProbeAnswer answer = this.context.tenant().probe(request, permit);
		this.store.answered(this.probe, number, answer.status(), answer.code());
		return answer;
	}

	/** A lease that was lost for a while is taken again, unless another run has it. */
	private WritePermit permit() {
		if (!this.context.ledger().lease().holds()) {
			this.context.ledger().lease().renew();
		}
		CurrentPeople.Seen seen = this.people.one(this.probe.account());
		objection(seen.person()).ifPresent((objection) -> {
			throw new ProbeStoppedException(this.probe.name() + " " + objection);
		});
		return this.context.ledger().lease().and(seen.permit());
	}

	/** Why a run would not write to the account. */
	static Optional<String> objection(Optional<PlannedPerson> person) {
		if (person.flatMap(PlannedPerson::user).isEmpty()) {
			return Optional.of("is not in the tenant.");
		}
		return person.flatMap(PlannedPerson::barrier).map(LedgeredAccount::words);
	}

	private static String words(WriteBlock barrier) {
		return "is never written to (" + barrier.decision().word() + ", " + barrier.word()
				+ "). Probe a test account that a run may write to.";
	}

	private static String verb(ProbeRequest request) {
		return switch (request.ask()) {
			case ADD -> "POST";
			case CHANGE -> "PATCH";
			case REMOVE -> "DELETE";
			case LIST, ONE, ALL, REPORT, ROW, BURST, CHAIN -> "GET";
		};
	}

	@Override
	public String domain() {
		String name = this.probe.name();
		return name.substring(name.indexOf('@') + 1);
	}

	@Override
	public void looked(ProbeAnswer row) {
		this.store.looked(this.probe.run(),
				new ProbeRecord.Look(this.context.clock().instant(), row.isSuccess(),
						row.fact(Fact.SSPR_REGISTERED).equals("true"), words(row.fact(Fact.METHODS)),
						words(row.fact(Fact.SECOND_FACTOR))));
	}

	/** What stands on a sheet is sent in: Microsoft's words, and nothing else. */
	private static String words(String text) {
		return text.replaceAll("[^A-Za-z0-9 ]", "");
	}

	@Override
	public void holdsMethod() {
		this.store.registered(this.probe.run(), this.context.clock().instant());
	}

	@Override
	public void pause(Duration length) {
		this.context.pause(length);
	}

}
