package org.ssprprefill.plan;

import org.ssprprefill.contact.ContactValue;

/**
 * What this program last wrote for a person and method, and confirmed by reading it back.
 *
 * @param value the confirmed value
 */
public record Written(ContactValue value) {
}
