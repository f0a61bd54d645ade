package org.ssprprefill.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

import org.ssprprefill.tenant.TenantRefusedException;
import org.ssprprefill.tenant.TenantUnavailableException;

/**
 * Keeps the access token until shortly before its end; one thread at a time asks for a
 * new one. MSAL's own cache cannot be relied on: it misses on logins at ports other than
 * 443.
 */
final class Tokens {

	private static final Duration MARGIN = Duration.ofMinutes(5);

	private static final Duration BEFORE_ASKING_AGAIN = Duration.ofSeconds(30);

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
				throw new TenantRefusedException(
						"The tenant refuses the supplied access token (401): it has expired or is meant for another"
								+ " tenant. Put a new one into tenant.access-token and start again.");
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
			return renewed();
		}
		catch (TenantUnavailableException ex) {
			Instant again = this.waiting.clock().plus(BEFORE_ASKING_AGAIN);
			if (again.isAfter(old.expiresAt())) {
				throw ex;
			}
			this.freshUntil = again;
			return old;
		}
	}

	private TokenSource.Token renewed() {
		TokenSource.Token token = this.source.fetch();
		this.held = token;
		this.freshUntil = freshUntil(token);
		return token;
	}

	/** A short-lived token is used for half its life. */
	private Instant freshUntil(TokenSource.Token token) {
		Duration life = Duration.between(this.waiting.clock(), token.expiresAt());
		Duration margin = (life.compareTo(MARGIN.multipliedBy(2)) < 0) ? life.dividedBy(2) : MARGIN;
		return token.expiresAt().minus(margin);
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
