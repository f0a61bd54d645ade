/**
 * The verbs, the exit codes and the only use of the standard streams.
 */
@NullMarked
package org.ssprprefill.cli;

import org.jspecify.annotations.NullMarked;
