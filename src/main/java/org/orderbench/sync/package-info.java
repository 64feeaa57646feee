/**
 * From Odoo into the cache: what to read, in which order, full or incremental, and what was odd about it.
 *
 * <p>Owns the interfaces that it reads from and writes to; {@code odoo} and {@code cache} implement them. It may not write to Odoo.
 */
@NullMarked
package org.orderbench.sync;

import org.jspecify.annotations.NullMarked;
