package org.ssprprefill.verify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.ledger.ChangeEntry;
import org.ssprprefill.ledger.ChangeState;
import org.ssprprefill.ledger.ChangeStore;
import org.ssprprefill.tenant.MethodQuery;
import org.ssprprefill.tenant.BoundedExecutor;
import org.ssprprefill.tenant.Tenant;
import org.ssprprefill.tenant.TenantUnavailableException;

/**
 * Reads back every change that the tenant accepted. Reads are eventually consistent after
 * writes, so what does not show yet is asked for again a little later, when everything
 * else has been read.
 */
public final class Verifier {

	/**
	 * The most requests a JSON batch may hold (learn.microsoft.com, graph/json-batching).
	 */
	private static final int PAGE = 200;

	private static final List<Duration> SECOND_LOOKS = List.of(Duration.ofSeconds(1), Duration.ofSeconds(2),
			Duration.ofSeconds(4));

	private final Tenant tenant;

	private final ChangeStore changes;

	private final int atATime;

	private final Consumer<Duration> pause;

	private final InstantSource clock;

	/**
	 * Creates a verifier.
	 * @param tenant the tenant to read
	 * @param changes the ledger's changes
	 * @param atATime how many JSON batches to ask for and settle at a time; the tenant's
	 * connection lets no more of them leave than its own ceiling
	 * @param pause waits for the given time
	 */
	public Verifier(Tenant tenant, ChangeStore changes, int atATime, Consumer<Duration> pause) {
		this(tenant, changes, atATime, pause, InstantSource.system());
	}

	Verifier(Tenant tenant, ChangeStore changes, int atATime, Consumer<Duration> pause, InstantSource clock) {
		this.tenant = tenant;
		this.changes = changes;
		this.atATime = atATime;
		this.pause = pause;
		this.clock = clock;
	}

	/**
	 * Gives every accepted change of a run its outcome. What the tenant puts off is asked
	 * for again as long as that gains something.
	 * @param run the run's id
	 * @return how many changes were read back
	 * @throws TenantUnavailableException if the tenant puts readings off beyond patience:
	 * that is no outcome, and starting again goes on
	 */
	public long verify(String run) {
		Instant begun = this.clock.instant();
		ReadBackPass look = look(run, ReadBackPass.first(this.tenant, this.changes));
		long verified = look.seen();
		int again = 0;
		while (look.open() > 0 && again < SECOND_LOOKS.size()) {
			this.pause.accept(SECOND_LOOKS.get(again));
			ReadBackPass next = look(run, look.next(again == SECOND_LOOKS.size() - 1));
			again = (next.postponed() < look.postponed()) ? 0 : again + 1;
			look = next;
		}
		if (look.open() > 0) {
			throw new TenantUnavailableException(
					putOff(look.open(), verified - look.open(), Duration.between(begun, this.clock.instant())));
		}
		return verified;
	}

	/** What is left, and how long it would take as fast as the rest was read. */
	private static String putOff(long open, long read, Duration taken) {
		String rest = "The tenant kept putting off the read-back of " + open + ((open == 1) ? " change" : " changes");
		String pace = (read == 0) ? "; none was read in " + minutes(taken)
				: "; " + read + ((read == 1) ? " was" : " were") + " read in " + minutes(taken)
						+ ", so the rest would take about " + minutes(taken.multipliedBy(open).dividedBy(read));
		return rest + pace
				+ ". Start the same command again later, or leave it to the next run: it goes on where it was.";
	}

	private static String minutes(Duration length) {
		long minutes = length.plusSeconds(59).toMinutes();
		return (minutes == 1) ? "1 minute" : minutes + " minutes";
	}

	private ReadBackPass look(String run, ReadBackPass look) {
		Set<MethodKind> all = EnumSet.allOf(MethodKind.class);
		try (BoundedExecutor readers = new BoundedExecutor(this.atATime)) {
			List<ChangeEntry> page = this.changes.next(run, ChangeState.ANSWERED, all, 0, PAGE);
			while (!page.isEmpty() && !readers.hasFailed()) {
				batches(page).forEach((batch) -> readers.begin(() -> look.at(batch)));
				page = this.changes.next(run, ChangeState.ANSWERED, all, page.get(page.size() - 1).id(), PAGE);
			}
		}
		return look;
	}

	/** One list tells of all phones of a person, so it is asked for once. */
	private static List<List<ChangeEntry>> batches(List<ChangeEntry> page) {
		Map<MethodQuery, List<ChangeEntry>> byQuery = new LinkedHashMap<>();
		page.forEach((change) -> byQuery
			.computeIfAbsent(MethodQuery.about(change.user(), change.kind()), (query) -> new ArrayList<>())
			.add(change));
		List<List<ChangeEntry>> batches = new ArrayList<>();
		int asked = 0;
		for (List<ChangeEntry> together : byQuery.values()) {
			if (asked++ % Tenant.MOST_TOGETHER == 0) {
				batches.add(new ArrayList<>());
			}
			batches.get(batches.size() - 1).addAll(together);
		}
		return batches;
	}

}
