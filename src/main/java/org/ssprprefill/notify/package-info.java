/**
 * Tells people and chat rooms how a run went, by mail and by webhook. What cannot be told
 * is a sentence for the administrator, and never changes how the run ended.
 */
@NullMarked
package org.ssprprefill.notify;

import org.jspecify.annotations.NullMarked;
