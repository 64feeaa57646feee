/**
 * What went wrong that nobody expected: a code, details to copy, and no lost work.
 */
@NullMarked
package org.orderbench.desktop.error;

import org.jspecify.annotations.NullMarked;
