/** The program's door: starts the command line, and no package imports it. */
@NullMarked
package org.ssprprefill;

import org.jspecify.annotations.NullMarked;
