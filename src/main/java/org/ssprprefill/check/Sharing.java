package org.ssprprefill.check;

/**
 * How many people may share a value before it is taken for none of them.
 *
 * @param sameNumber people on one phone number, 1 or more
 * @param sameEmail people on one e-mail address, 1 or more
 */
public record Sharing(int sameNumber, int sameEmail) {
}
