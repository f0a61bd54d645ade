/**
 * Values about people that cannot hold nonsense and never print in full: phone numbers,
 * e-mail addresses, the keys that identify a person, and secrets. The only home of
 * libphonenumber and of the e-mail validator.
 */
@NullMarked
package org.ssprprefill.contact;

import org.jspecify.annotations.NullMarked;
