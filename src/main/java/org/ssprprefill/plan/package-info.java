/**
 * Wanted minus registered is the plan: one change per person and method, each with an
 * action and a reason, and the limits above which a plan waits for a person.
 */
@NullMarked
package org.ssprprefill.plan;

import org.jspecify.annotations.NullMarked;
