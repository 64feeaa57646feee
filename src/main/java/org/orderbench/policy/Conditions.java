package org.orderbench.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.orderbench.replenish.Explanation.Figure;

/** What must hold before anything is written unasked, whatever it costs: one rule, one method. */
final class Conditions {

    Check brake(Case c) {
        return c.brakes().allowUnasked()
                ? Check.passed("brake", List.of(), "No brake is on.")
                : Check.stopped("brake", c.brakes().figures(), c.brakes().words());
    }

    Check rights(Case c) {
        UserRights rights = c.facts().rights();
        if (rights == null) {
            return Check.cannotEvaluate("rights", List.of(), "What the Odoo user may do could not be read.");
        }
        if (!rights.mayDraft()) {
            return Check.stopped("rights", List.of(), "The Odoo user may not create purchase orders.");
        }
        return rights.mayConfirm()
                ? Check.passed("rights", List.of(), "The Odoo user may create and confirm purchase orders.")
                : Check.failed("rights", List.of(), "The Odoo user may create purchase orders, but not confirm them.");
    }

    Check freshData(Case c) {
        Instant from = c.facts().dataFrom();
        if (from == null) {
            return Check.cannotEvaluate("fresh-data", List.of(), "Nothing has been read from Odoo yet. Sync first.");
        }
        Duration age = Duration.between(from, c.facts().now());
        List<Figure> figures = List.of(
                new Figure("age", String.valueOf(age.toMinutes()), "minutes", "sync"),
                new Figure("ceiling", String.valueOf(c.limits().dataAge().toMinutes()), "minutes", "policy"));
        if (age.isNegative()) {
            return Check.cannotEvaluate("fresh-data", figures, "The data is dated in the future. Check this computer's clock.");
        }
        return age.compareTo(c.limits().dataAge()) <= 0
                ? Check.passed("fresh-data", figures, "The data was read " + minutes(age.toMinutes()) + " ago.")
                : Check.stopped("fresh-data", figures, "The data is " + age.toMinutes() + " minutes old; " + c.limits().dataAge().toMinutes() + " are allowed. Sync first.");
    }

    Check sliceKnown(Case c) {
        String slice = c.placement().slice().name();
        return c.placement().certain()
                ? Check.passed("slice-known", List.of(), "It belongs to the slice \"" + slice + "\".")
                : Check.cannotEvaluate("slice-known", List.of(), "It cannot be told whether it belongs to \"" + slice + "\" or to a slice before it: its demand class is not known.");
    }

    /** What a buyer typed is the buyer's to approve. */
    Check untouched(Case c) {
        boolean touched = !c.line().quantity().equals(c.line().proposed());
        return touched
                ? Check.stopped("untouched", List.of(
                        new Figure("proposed", c.line().proposed().toString(), c.line().unitName(), "proposal"),
                        new Figure("quantity", c.line().quantity().toString(), c.line().unitName(), "buyer")),
                        "A buyer changed the quantity, so a buyer approves it.")
                : Check.passed("untouched", List.of(), "The quantity is as proposed.");
    }

    /** Two engines on one SKU order twice. */
    Check oneEngine(Case c) {
        if (c.profile() == null) {
            return Check.cannotEvaluate("one-engine", List.of(), "It is not known whether Odoo's own scheduler orders this product.");
        }
        return c.profile().odooOrders()
                ? Check.stopped("one-engine", List.of(), "Odoo's own scheduler orders this product too. Set its reordering rule to manual, or leave it to Odoo.")
                : Check.passed("one-engine", List.of(), "Odoo's own scheduler does not order this product.");
    }

    private static String minutes(long minutes) {
        return minutes < 1 ? "less than a minute" : minutes == 1 ? "1 minute" : minutes + " minutes";
    }
}
