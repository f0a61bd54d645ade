package org.ssprprefill.graph;

import java.io.IOException;

import com.microsoft.kiota.RequestOption;

import org.ssprprefill.tenant.WritePermit;

/**
 * Lets a request leave this machine only while its permit holds, and remembers whether it
 * left. Travels with the request.
 */
final class Delivery implements RequestOption {

	private final WritePermit permit;

	private final Runnable leaves;

	private volatile boolean started;

	private volatile boolean withheld;

	/**
	 * Creates what travels with one request.
	 * @param permit asked just before the first byte leaves
	 * @param leaves run if the permit holds then
	 */
	Delivery(WritePermit permit, Runnable leaves) {
		this.permit = permit;
		this.leaves = leaves;
	}

	/** Called just before the first byte leaves. */
	void start() throws IOException {
		if (!this.permit.holds()) {
			this.withheld = true;
			throw new IOException("The right to write lapsed");
		}
		if (!this.started) {
			this.started = true;
			this.leaves.run();
		}
	}

	/** What to say where no answer came. */
	GraphResponse lost(String trouble) {
		return this.withheld ? GraphResponse.withheld() : GraphResponse.lost(this.started, trouble);
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T extends RequestOption> Class<T> getType() {
		return (Class<T>) Delivery.class;
	}

}
