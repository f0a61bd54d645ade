package org.ssprprefill.tenant;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.contact.ObjectId;

/**
 * One request of a probe. Unlike {@link MethodWrite} it may be one that Graph should
 * refuse.
 *
 * @param ask what is asked
 * @param user the account; any where the report is asked
 * @param kind the method, or one of the list that is read
 * @param text the number or address as it is sent, or the query option of a read, not
 * encoded; empty for none
 * @param type the kind of phone that the body names
 * @param size how many reads at once
 */
public record ProbeRequest(Ask ask, ObjectId user, MethodKind kind, String text, MethodKind type, int size) {

	/** What a probe asks. */
	public enum Ask {

		/** The list that holds a method. */
		LIST,

		/** One method. */
		ONE,

		/** All methods, which takes another permission. */
		ALL,

		/** POST. */
		ADD,

		/** PATCH. */
		CHANGE,

		/** DELETE. */
		REMOVE,

		/** A page of the registration report. */
		REPORT,

		/** The account's row of the registration report. */
		ROW,

		/** Many reads of one list in one JSON batch. */
		BURST,

		/** A read that fails and one that depends on it, in one JSON batch. */
		CHAIN

	}

	/**
	 * A request about one method.
	 * @param ask what is asked
	 * @param user the account
	 * @param kind the method
	 * @return the request, without a value
	 */
	public static ProbeRequest of(Ask ask, ObjectId user, MethodKind kind) {
		return new ProbeRequest(ask, user, kind, "", kind, 0);
	}

	/**
	 * The same request with a value, or with a query option.
	 * @param sent the number or address; for reads {@code name=value}
	 * @return the changed copy
	 */
	public ProbeRequest with(String sent) {
		return new ProbeRequest(this.ask, this.user, this.kind, sent, this.type, this.size);
	}

	/**
	 * The same request naming a kind of phone in its body.
	 * @param named the kind
	 * @return the changed copy
	 */
	public ProbeRequest naming(MethodKind named) {
		return new ProbeRequest(this.ask, this.user, this.kind, this.text, named, this.size);
	}

	/**
	 * The same request with a number of reads.
	 * @param count how many
	 * @return the changed copy
	 */
	public ProbeRequest with(int count) {
		return new ProbeRequest(this.ask, this.user, this.kind, this.text, this.type, count);
	}

	/**
	 * Whether it may change what is registered.
	 * @return {@code true} for POST, PATCH and DELETE
	 */
	public boolean writes() {
		return this.ask == Ask.ADD || this.ask == Ask.CHANGE || this.ask == Ask.REMOVE;
	}

	@Override
	public String toString() {
		return "ProbeRequest[" + this.ask + " " + this.kind.word() + "]";
	}

}
