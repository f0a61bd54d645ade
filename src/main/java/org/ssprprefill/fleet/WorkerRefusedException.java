package org.ssprprefill.fleet;

/** A worker must not begin; the message says why and what to do. */
public final class WorkerRefusedException extends RuntimeException {

	WorkerRefusedException(String message) {
		super(message);
	}

}
