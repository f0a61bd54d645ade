package org.ssprprefill.probe;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.tenant.ProbeAnswer;
import org.ssprprefill.tenant.ProbeRequest;
import org.ssprprefill.tenant.ProbeRequest.Ask;

/**
 * The methods of the probed account: reads them, writes only while nothing but values of
 * probes is registered, and takes those away.
 */
public final class AccountMethods {

	private static final int ATTEMPTS = 6;

	private static final Duration FIRST_WAIT = Duration.ofMillis(250);

	/** The alternate mobile first: a mobile cannot go before it. */
	private static final List<MethodKind> ORDER = List.of(MethodKind.ALTERNATE_MOBILE, MethodKind.MOBILE,
			MethodKind.OFFICE, MethodKind.EMAIL);

	private final ProbedAccount account;

	private final Set<MethodKind> offered;

	private final Map<Ask, Map<String, String>> limits = new EnumMap<>(Ask.class);

	private final Map<String, String> refusals = new TreeMap<>();

	private boolean refused;

	/**
	 * Creates the view on an account.
	 * @param account the account
	 * @param offered the methods that the cloud offers
	 */
	public AccountMethods(ProbedAccount account, Set<MethodKind> offered) {
		this.account = account;
		this.offered = Set.copyOf(offered);
	}

	/**
	 * Everything that is registered.
	 * @return the values as Graph writes them
	 * @throws ProbeStoppedException if a list cannot be read
	 */
	public Map<MethodKind, String> held() {
		Map<MethodKind, String> held = new EnumMap<>(MethodKind.class);
		held.putAll(list(MethodKind.MOBILE).held());
		if (this.offered.contains(MethodKind.EMAIL)) {
			held.putAll(list(MethodKind.EMAIL).held());
		}
		return held;
	}

	private ProbeAnswer list(MethodKind kind) {
		ProbeAnswer answer = send(ProbeRequest.of(Ask.LIST, this.account.id(), kind));
		if (!answer.isSuccess()) {
			throw new ProbeStoppedException("The account's methods cannot be read (HTTP " + answer.status()
					+ (answer.code().isEmpty() ? "" : " " + answer.code()) + ").");
		}
		return answer;
	}

	/**
	 * The answer to a request; one that was put off is sent again.
	 * @throws ProbeStoppedException if there is none, or if a write may have been done
	 */
	ProbeAnswer send(ProbeRequest request) {
		ProbeAnswer answer = once(request);
		Duration wait = FIRST_WAIT;
		for (int attempt = 1; attempt < ATTEMPTS && answer.passes() && maySendAgain(request, answer); attempt++) {
			this.account.pause(wait);
			wait = wait.multipliedBy(2);
			answer = once(request);
		}
		if (answer.passes()) {
			throw new ProbeStoppedException("The tenant did not answer a request of the probe (HTTP " + answer.status()
					+ "). Start the same command again later.");
		}
		return answer;
	}

	private static boolean maySendAgain(ProbeRequest request, ProbeAnswer answer) {
		return !request.writes() || answer.withheld() || answer.status() == 429 || answer.status() == 503;
	}

	/** The answer to a request that is sent once, whatever it is. */
	ProbeAnswer once(ProbeRequest request) {
		ProbeAnswer answer = this.account.send(request);
		note(request, answer);
		return answer;
	}

	/**
	 * Writes, unless the account holds something that no probe put there.
	 * @throws ProbeStoppedException if it does
	 */
	ProbeAnswer write(ProbeRequest request) {
		if (!FictionalValues.areOurs(held())) {
			throw new ProbeStoppedException("Meanwhile a method was registered that is not the probe's.");
		}
		return send(request);
	}

	/**
	 * Reads a list until it shows what it should.
	 * @return the last answer; its rows are the number of reads, or 0 if it never showed
	 */
	ProbeAnswer await(MethodKind kind, Predicate<Map<MethodKind, String>> shown) {
		Duration wait = FIRST_WAIT;
		ProbeAnswer answer = list(kind);
		int reads = 1;
		while (!shown.test(answer.held()) && reads < ATTEMPTS) {
			this.account.pause(wait);
			wait = wait.multipliedBy(2);
			answer = list(kind);
			reads++;
		}
		boolean seen = shown.test(answer.held());
		return answer.withRows(seen ? reads : 0);
	}

	/** Takes a method of the probe away, if it is there, and waits until it is gone. */
	ProbeAnswer remove(MethodKind kind) {
		ProbeAnswer answer = write(ProbeRequest.of(Ask.REMOVE, this.account.id(), kind));
		await(kind, (held) -> !held.containsKey(kind));
		return answer;
	}

	/**
	 * Takes away whatever probes have left. Reads lag behind writes, so that the account
	 * is looked at once more.
	 * @throws ProbeStoppedException if something stays
	 */
	public void clean() {
		for (int look = 0; look < 2; look++) {
			for (MethodKind kind : ORDER) {
				removeOurs(kind);
			}
		}
		Map<MethodKind, String> left = new HashMap<>(held());
		left.entrySet().removeIf((method) -> !FictionalValues.isOurs(method.getKey(), method.getValue()));
		if (!left.isEmpty()) {
			throw new ProbeStoppedException("The tenant did not remove every method of the probe.");
		}
	}

	private void removeOurs(MethodKind kind) {
		if (!this.offered.contains(kind)) {
			return;
		}
		String held = list(kind).held().getOrDefault(kind, "");
		if (FictionalValues.isOurs(kind, held)) {
			send(ProbeRequest.of(Ask.REMOVE, this.account.id(), kind));
			await(kind, (now) -> !now.containsKey(kind));
		}
	}

	/**
	 * Asks for the account's row of the registration report, and has the answer
	 * remembered, if there is one.
	 */
	public void look() {
		ProbeAnswer row = send(ProbeRequest.of(Ask.ROW, this.account.id(), MethodKind.MOBILE));
		if (row.isSuccess() || row.status() == 404) {
			this.account.looked(row);
		}
	}

	private void note(ProbeRequest request, ProbeAnswer answer) {
		if (answer.status() == 429) {
			this.refused = true;
			this.refusals.putAll(answer.limits());
		}
		else {
			boolean report = request.ask() == Ask.REPORT || request.ask() == Ask.ROW;
			Ask group = report ? Ask.REPORT : Ask.LIST;
			this.limits.computeIfAbsent(group, (ask) -> new TreeMap<>()).putAll(answer.limits());
		}
	}

	/** The headers of limits seen on answers about methods, or of the report. */
	Map<String, String> limits(Ask group) {
		return this.limits.getOrDefault(group, Map.of());
	}

	/** Whether anything was refused with 429. */
	boolean wasRefused() {
		return this.refused;
	}

	/** The headers of limits seen on refusals with 429. */
	Map<String, String> refusals() {
		return this.refusals;
	}

}
