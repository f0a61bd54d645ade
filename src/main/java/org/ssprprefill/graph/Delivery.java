package org.ssprprefill.graph;

import com.microsoft.kiota.RequestOption;

/** Remembers whether a request left this machine. Travels with the request. */
final class Delivery implements RequestOption {

	private volatile boolean started;

	void start() {
		this.started = true;
	}

	boolean started() {
		return this.started;
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T extends RequestOption> Class<T> getType() {
		return (Class<T>) Delivery.class;
	}

}
