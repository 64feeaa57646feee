/**
 * The local H2 cache: what was read from Odoo, what buyers decided, what is to be written.
 *
 * <p>Decides how things are stored and nothing else. It implements the interfaces that sync, proposal, writeback and journal own, and
 * may not know Odoo's wire or the window.
 */
@NullMarked
package org.orderbench.cache;

import org.jspecify.annotations.NullMarked;
