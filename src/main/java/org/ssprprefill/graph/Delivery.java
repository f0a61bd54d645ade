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

	private volatile boolean started;

	private volatile boolean withheld;

	Delivery(WritePermit permit) {
		this.permit = permit;
	}

	/** Called just before the first byte leaves. */
	void start() throws IOException {
		if (!this.permit.holds()) {
			this.withheld = true;
			throw new IOException("The right to write lapsed");
		}
		this.started = true;
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
