/**
 * Which Entra user an HR row belongs to, and whether that user may be written to at all.
 */
@NullMarked
package org.ssprprefill.match;

import org.jspecify.annotations.NullMarked;
