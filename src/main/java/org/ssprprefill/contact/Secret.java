package org.ssprprefill.contact;

/** A token, password or key: never printed, never compared in messages. */
public final class Secret {

	private final String value;

	private Secret(String value) {
		this.value = value;
	}

	/**
	 * Wraps a secret.
	 * @param value the secret
	 * @return the secret, masked when printed
	 */
	public static Secret of(String value) {
		return new Secret(value);
	}

	/**
	 * The secret itself. Only for the request or library that needs it.
	 * @return the secret
	 */
	public String inClear() {
		return this.value;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Secret secret && secret.value.equals(this.value);
	}

	@Override
	public int hashCode() {
		return this.value.hashCode();
	}

	@Override
	public String toString() {
		return "••••";
	}

}
