/**
 * What is proposed for one person: the rows of the feed, the tenant's facts and what is
 * registered become decisions and changes. Asks the tenant only where it must.
 */
@NullMarked
package org.ssprprefill.proposal;

import org.jspecify.annotations.NullMarked;
