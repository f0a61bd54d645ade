/**
 * The first day in a real tenant: one test account is asked what no page of Microsoft
 * answers, and the answers are written down on a sheet. Knows nothing of how a request is
 * let out: the caller brings that.
 */
@NullMarked
package org.ssprprefill.probe;

import org.jspecify.annotations.NullMarked;
