/**
 * What is said of one execution: its mode, and the record that every floor above knows it
 * by.
 */
@NullMarked
package org.ssprprefill.run;

import org.jspecify.annotations.NullMarked;
