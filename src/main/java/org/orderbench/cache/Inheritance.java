package org.orderbench.cache;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.DayMoves;
import org.orderbench.catalog.Quantity;
import org.orderbench.replenish.Inherited;

/**
 * A successor's moves with its predecessor's before them, up to the successor's own first move. What of the predecessor was left that day leaves the
 * history with it, so that stock, rebuilt backwards from the successor's, tells the predecessor's stock-outs as they were.
 *
 * @param moves     of both, oldest first
 * @param inherited null where the predecessor moved nothing before
 */
record Inheritance(List<DayMoves> moves, @Nullable Inherited inherited) {

    /**
     * @param own          of the successor, oldest first
     * @param others       of the predecessor, oldest first
     * @param othersOnHand the predecessor's stock now
     */
    static Inheritance of(List<DayMoves> own, List<DayMoves> others, Quantity othersOnHand, String code, LocalDate today) {
        LocalDate began = own.isEmpty() ? today : own.getFirst().day();
        List<DayMoves> before = new ArrayList<>();
        Quantity left = othersOnHand;
        for (DayMoves day : others) {
            if (day.day().isBefore(began)) {
                before.add(day);
            } else {
                left = left.plus(day.issued()).minus(day.returned()).minus(day.other());
            }
        }
        if (before.isEmpty()) {
            return new Inheritance(own, null);
        }
        LocalDate last = began.minusDays(1);
        if (!left.isZero()) {
            leave(before, last, left);
        }
        before.addAll(own);
        return new Inheritance(List.copyOf(before), new Inherited(code, last));
    }

    private static void leave(List<DayMoves> before, LocalDate last, Quantity left) {
        DayMoves end = before.getLast();
        if (end.day().equals(last)) {
            before.set(before.size() - 1, new DayMoves(last, end.issued(), end.returned(), end.other().minus(left), end.largest()));
        } else {
            before.add(new DayMoves(last, Quantity.ZERO, Quantity.ZERO, Quantity.ZERO.minus(left), Quantity.ZERO));
        }
    }
}
