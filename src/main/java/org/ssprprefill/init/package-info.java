/**
 * Proposes a job definition from a file of HR: what its columns carry, how sure that is,
 * and what a person has to decide.
 */
@NullMarked
package org.ssprprefill.init;

import org.jspecify.annotations.NullMarked;
