/** What Microsoft has announced to end: when, in which cloud, and for whom. */
@NullMarked
package org.ssprprefill.timeline;

import org.jspecify.annotations.NullMarked;
