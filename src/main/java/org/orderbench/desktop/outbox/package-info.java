/**
 * What is on its way to Odoo, in buyers' words, and the one thing to do about each order.
 */
@NullMarked
package org.orderbench.desktop.outbox;

import org.jspecify.annotations.NullMarked;
