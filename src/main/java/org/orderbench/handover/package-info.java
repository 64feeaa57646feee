/**
 * Links into the program ({@code orderbench:sku/20056}), and how a second start hands one over to the window that is open already.
 *
 * <p>Decides what a link may say. A link only shows something: no form of it reads Odoo, decides, writes or approves anything. It may not know the
 * window, the cache or the command line.
 */
@NullMarked
package org.orderbench.handover;

import org.jspecify.annotations.NullMarked;
