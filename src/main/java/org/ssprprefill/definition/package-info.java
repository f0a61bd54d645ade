/**
 * The job definition: a YAML file becomes the settings records of the packages below, or
 * a list of everything wrong with it.
 */
@NullMarked
package org.ssprprefill.definition;

import org.jspecify.annotations.NullMarked;
