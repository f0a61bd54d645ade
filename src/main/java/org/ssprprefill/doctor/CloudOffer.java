package org.ssprprefill.doctor;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

import org.ssprprefill.contact.MethodKind;
import org.ssprprefill.timeline.Ending;
import org.ssprprefill.timeline.Timeline;

/**
 * What the job's cloud offers.
 *
 * @param word the cloud's word, for example {@code us-gov}
 * @param worldwide whether it is the public cloud, whose announced endings hold in it
 * @param methodsPolicy whether it has an authentication methods policy
 * @param methods the methods that can be registered
 */
public record CloudOffer(String word, boolean worldwide, boolean methodsPolicy, Set<MethodKind> methods) {

	/** When Microsoft's SMS and voice end here; nothing where no end is announced. */
	Optional<LocalDate> endOfPhones() {
		return Timeline.standard().in(this.worldwide ? "global" : this.word).endOfPhones().map(Ending::date);
	}
}
