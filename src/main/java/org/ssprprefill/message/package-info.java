/**
 * What is said to people: codes with what belongs into their places, and the texts behind
 * them in every language.
 */
@NullMarked
package org.ssprprefill.message;

import org.jspecify.annotations.NullMarked;
