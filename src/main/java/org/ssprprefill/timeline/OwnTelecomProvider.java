package org.ssprprefill.timeline;

import java.util.Set;

import org.ssprprefill.contact.Word;

/**
 * The channels for which a tenant brings a telecom provider of its own, so that they go
 * on when Microsoft's end (Microsoft Learn, {@code phone-providers-faq}: one provider a
 * channel).
 */
public enum OwnTelecomProvider implements Word {

	/** None. */
	NONE(Set.of()),

	/** Text messages. */
	SMS(Set.of(Channel.SMS)),

	/** Calls; office phones need this one. */
	VOICE(Set.of(Channel.VOICE)),

	/** Text messages and calls. */
	BOTH(Set.of(Channel.SMS, Channel.VOICE));

	private final Set<Channel> channels;

	OwnTelecomProvider(Set<Channel> channels) {
		this.channels = channels;
	}

	/**
	 * The channels that go on.
	 * @return none, one or both
	 */
	public Set<Channel> channels() {
		return this.channels;
	}

}
