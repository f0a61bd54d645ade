/**
 * Sends the figures of a run to an OpenTelemetry collector, where the standard variables
 * of OpenTelemetry name one. Without them nothing is loaded and nothing is sent.
 */
@NullMarked
package org.ssprprefill.telemetry;

import org.jspecify.annotations.NullMarked;
