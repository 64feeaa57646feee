/**
 * Whether a newer version of the program exists, as signed by those who publish it.
 *
 * <p>Decides what an announcement is worth. It never downloads a program and never installs one: it gives the buyer an address. It may not know the
 * window, Odoo or the cache.
 */
@NullMarked
package org.orderbench.update;

import org.jspecify.annotations.NullMarked;
