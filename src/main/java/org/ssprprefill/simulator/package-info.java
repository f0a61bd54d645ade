/**
 * A tenant we own: the Graph endpoints that the job uses, served over HTTP on loopback,
 * with the rules and error shapes of Microsoft Graph as far as they are known, and with
 * faults on cue.
 */
@NullMarked
package org.ssprprefill.simulator;

import org.jspecify.annotations.NullMarked;
