/**
 * The port to Entra: what the program asks of a tenant, in the program's own words. No
 * rule ever sees a vendor type, because every rule stands on this package and the Graph
 * SDK stands above it.
 */
@NullMarked
package org.ssprprefill.tenant;

import org.jspecify.annotations.NullMarked;
