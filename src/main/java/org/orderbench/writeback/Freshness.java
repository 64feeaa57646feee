package org.orderbench.writeback;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.orderbench.catalog.Quantity;

/** Whether the facts under a decision still hold when it is about to be sent: one named rule each. Pure. */
public final class Freshness {

    private final Tolerances tolerances;

    public Freshness(Tolerances tolerances) {
        this.tolerances = tolerances;
    }

    /** What changed beyond tolerance, in sentences for the buyer; empty when it may be sent. */
    public List<String> changes(LineIntent intent, LineFacts now, Instant at) {
        List<String> changes = new ArrayList<>();
        if (!now.available()) {
            changes.add("The product or the vendor was archived, or is no longer bought.");
        }
        newestLine(intent, now, changes);
        supply(intent, now, at, changes);
        price(intent, now, changes);
        minimum(intent, now, changes);
        return changes;
    }

    /** Any purchase line made or deleted since: the key would no longer be the one that others make. No tolerance. */
    private static void newestLine(LineIntent intent, LineFacts now, List<String> changes) {
        Integer basis = intent.basis().newestLineId();
        if (!Objects.equals(basis, now.newestLineId())) {
            boolean newer = now.newestLineId() != null && (basis == null || now.newestLineId() > basis);
            changes.add(newer
                    ? "Somebody has made another purchase line for it since (on order " + now.incoming().plus(now.drafts()) + " " + intent.unitName()
                            + ", drafts included)."
                    : "The newest purchase line that this was based on was deleted since.");
        }
    }

    private void supply(LineIntent intent, LineFacts now, Instant at, List<String> changes) {
        Quantity before = intent.decided().supply();
        BigDecimal drift = now.supply().minus(before).value().abs();
        BigDecimal allowed = intent.quantity().value().multiply(tolerances.supplyShare()).add(expectedDemand(intent, at));
        if (drift.compareTo(allowed) > 0) {
            changes.add("Supply is " + now.supply() + " " + intent.unitName() + " now, " + before + " when decided.");
        }
    }

    private static BigDecimal expectedDemand(LineIntent intent, Instant at) {
        if (intent.weekly() == null) {
            return BigDecimal.ZERO;
        }
        double days = Math.max(0, Duration.between(intent.decidedAt(), at).toMinutes() / (24.0 * 60));
        return BigDecimal.valueOf(Math.max(0, intent.weekly()) * days / 7);
    }

    private void price(LineIntent intent, LineFacts now, List<String> changes) {
        if (now.unitPrice() == null) {
            changes.add("The supplier price it was decided on is gone or no longer valid.");
        } else if (priceDiffers(intent.unitPrice(), now.unitPrice())) {
            changes.add("The price is " + plain(now.unitPrice()) + " " + intent.currency() + " now, " + plain(intent.unitPrice()) + " when decided.");
        }
    }

    private static void minimum(LineIntent intent, LineFacts now, List<String> changes) {
        if (intent.quantity().compareTo(now.minimum()) < 0 && now.minimum().compareTo(intent.decided().minimum()) > 0) {
            changes.add("The supplier's minimum is " + now.minimum() + " " + intent.unitName() + " now, more than the quantity.");
        }
    }

    /** Beyond both tolerances: Odoo's rounding of small prices is no difference, nor are two per cent. */
    public boolean priceDiffers(BigDecimal decided, BigDecimal now) {
        BigDecimal difference = decided.subtract(now).abs();
        return difference.compareTo(tolerances.priceStep()) > 0 && difference.compareTo(decided.multiply(tolerances.priceShare())) > 0;
    }

    private static String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
