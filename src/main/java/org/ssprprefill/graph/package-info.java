/**
 * The tenant as Microsoft Graph serves it. The only home of the Graph SDK, of
 * azure-identity and of the HTTP client: JSON batches, paging, retries, pace and
 * credentials end here.
 */
@NullMarked
package org.ssprprefill.graph;

import org.jspecify.annotations.NullMarked;
