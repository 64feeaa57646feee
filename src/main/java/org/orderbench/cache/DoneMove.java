package org.orderbench.cache;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A done stock move that belongs to no purchase line, in the product's own unit.
 *
 * @param at         to the second, as Odoo has it
 * @param returnedOf the move that it takes back, or 0
 */
record DoneMove(int id, int productId, int from, int to, Instant at, BigDecimal quantity, int returnedOf) {

    /** From a row of {@link org.orderbench.sync.Mirror#DONE_MOVE}. */
    static DoneMove of(Object[] row) {
        return new DoneMove((Integer) row[0], (Integer) row[1], (Integer) row[2], (Integer) row[3], (Instant) row[5], (BigDecimal) row[6], row[8] == null ? 0 : (Integer) row[8]);
    }
}
