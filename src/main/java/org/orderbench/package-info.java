/** Entry point and composition root. {@link org.orderbench.Wiring} is the one place where parts are put together. */
@NullMarked
package org.orderbench;

import org.jspecify.annotations.NullMarked;
