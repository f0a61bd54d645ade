/**
 * One object, several pens: JSON, HTML, CSV and Prometheus metrics of one run.
 */
@NullMarked
package org.ssprprefill.report;

import org.jspecify.annotations.NullMarked;
