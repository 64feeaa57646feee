/**
 * What the agent left out and why: set-up problems that somebody has to mend, with the way there.
 */
@NullMarked
package org.orderbench.desktop.exceptions;

import org.jspecify.annotations.NullMarked;
