/**
 * The product: an approved decision becomes one purchase order line in Odoo, exactly once, or says truthfully why not.
 *
 * <p>Owns keys, the outbox, the sender and the reconciler, and the interfaces to Odoo and to the store that they need. It may not know
 * windows or how a proposal came to be.
 */
@NullMarked
package org.orderbench.writeback;

import org.jspecify.annotations.NullMarked;
