/**
 * HR's exports: the drop folder, the CSV files in it, and one verdict a row. The only
 * home of Commons CSV, of OpenPGP, and of what recognises character sets.
 */
@NullMarked
package org.ssprprefill.feed;

import org.jspecify.annotations.NullMarked;
