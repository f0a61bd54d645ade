package org.ssprprefill.plan;

import org.ssprprefill.contact.Word;

/** How far the program goes for one method; the values of {@code methods}. */
public enum MethodPolicy implements Word {

	/** The method is left alone. */
	OFF,

	/** Only where none is registered. */
	MISSING,

	/** Also update what this program wrote earlier. */
	OWN,

	/** Whatever is there. */
	REPLACE;

}
