/**
 * The append-only, hash-chained local audit trail.
 *
 * <p>Decides what an entry holds and whether a chain is whole. It may not know what the entries are about.
 */
@NullMarked
package org.orderbench.journal;

import org.jspecify.annotations.NullMarked;
