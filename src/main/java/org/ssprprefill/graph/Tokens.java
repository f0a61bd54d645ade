package org.ssprprefill.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

import org.ssprprefill.message.Message;
import org.ssprprefill.tenant.TenantRefusedException;
import org.ssprprefill.tenant.TenantUnavailableException;

/**
 * Keeps the access token until shortly before its end; one thread at a time asks for a
 * new one.
 */
final class Tokens {

	private static final Duration MARGIN = Duration.ofMinutes(5);

	private static final Duration BEFORE_ASKING_AGAIN = Duration.ofSeconds(30);

	private static final Duration BOUND = Duration.ofMinutes(5);

	/** A login that has never answered is rather a wrong address than a bad day. */
	private static final int FIRST_CONTACT_ATTEMPTS = 3;

	private final TokenSource source;

	private final Waiting waiting;

	private final ReentrantLock lock = new ReentrantLock();

	private TokenSource.@Nullable Token held;

	private Instant freshUntil = Instant.MIN;

	private boolean dead;

	Tokens(TokenSource source, Waiting waiting) {
		this.source = source;
		this.waiting = waiting;
	}

	/**
	 * A token that is good for some time yet.
	 * @return the token in clear
	 * @throws TenantRefusedException if the login, or the tenant before, refused the
	 * credential
	 */
	String current() {
		this.lock.lock();
		try {
			if (this.dead) {
				throw new TenantRefusedException(Message.of("check.token.expired").then("check.token.expired.next"));
			}
			TokenSource.Token token = this.held;
			if (token == null) {
				return renewed().value();
			}
			return (this.waiting.clock().isBefore(this.freshUntil) ? token : renewed(token)).value();
		}
		finally {
			this.lock.unlock();
		}
	}

	/** A login that is out of order for a while ends no run whose token still lives. */
	private TokenSource.Token renewed(TokenSource.Token old) {
		try {
			return kept(this.source.fetch());
		}
		catch (TenantUnavailableException ex) {
			Instant now = this.waiting.clock();
			if (!now.isBefore(old.expiresAt())) {
				return renewed();
			}
			Instant again = now.plus(BEFORE_ASKING_AGAIN);
			this.freshUntil = again.isBefore(old.expiresAt()) ? again : old.expiresAt();
			return old;
		}
	}

	/** Asks until there is an answer, within the bounds of any question. */
	private TokenSource.Token renewed() {
		RetryBudget patience = new RetryBudget(this.waiting, BOUND);
		while (true) {
			try {
				return kept(this.source.fetch());
			}
			catch (TenantUnavailableException ex) {
				patience.attempted();
				Duration wait = patience.backoff();
				boolean hopeless = this.freshUntil.equals(Instant.MIN) && patience.attempts() >= FIRST_CONTACT_ATTEMPTS;
				if (hopeless || !patience.allows(wait)) {
					throw ex;
				}
				this.waiting.pause(wait);
			}
		}
	}

	private TokenSource.Token kept(TokenSource.Token token) {
		this.held = token;
		this.freshUntil = freshUntil(token);
		return token;
	}

	/**
	 * A short-lived token is used for half its life, but never for one exchange alone.
	 */
	private Instant freshUntil(TokenSource.Token token) {
		Duration life = Duration.between(this.waiting.clock(), token.expiresAt());
		Duration margin = (life.compareTo(MARGIN.multipliedBy(2)) < 0) ? life.dividedBy(2) : MARGIN;
		Instant end = token.expiresAt().minus(margin);
		Instant floor = this.waiting.clock().plus(BEFORE_ASKING_AGAIN);
		return end.isBefore(floor) ? floor : end;
	}

	/**
	 * Forgets a token the tenant refused, unless another thread has replaced it already.
	 * @param token the token in clear
	 * @return whether there may be a new one
	 */
	boolean refused(String token) {
		this.lock.lock();
		try {
			if (this.held != null && this.held.value().equals(token)) {
				this.held = null;
				this.dead = !this.source.renewable();
			}
			return !this.dead;
		}
		finally {
			this.lock.unlock();
		}
	}

}
