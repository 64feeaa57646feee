package org.orderbench.replenish;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;
import org.orderbench.forecast.Forecast;

/** What replenishment makes of one SKU on one day. */
public sealed interface Assessment {

    SkuFacts facts();

    /** Why this quantity, or why none. */
    Explanation explanation();

    /**
     * The SKU is not planned, and why.
     *
     * @param reason  a stable short name, such as {@code no-supplier-price}
     * @param figures that {@code said} names
     * @param said    for the buyer, with the next step
     */
    record LeftOut(SkuFacts facts, String reason, List<Explanation.Figure> figures, List<Explanation.Phrase> said) implements Assessment {

        public LeftOut {
            figures = List.copyOf(figures);
            said = List.copyOf(said);
        }

        /** With the words that stand under the reason's own name. */
        static LeftOut of(SkuFacts facts, String reason, Explanation.Value... values) {
            return new LeftOut(facts, reason, List.of(), List.of(Wording.phrase("left." + reason, values)));
        }

        /** In English. */
        public String detail() {
            return Wording.of(said, Wording.REFERENCE);
        }

        @Override
        public Explanation explanation() {
            return new Explanation(List.of(Explanation.Step.said(reason, null, null, figures, said)));
        }
    }

    /**
     * The SKU was planned; {@code quantity} is zero when nothing is to be ordered. Quantities are in the product's own unit.
     *
     * @param basis         the forecast, or what stands in for it
     * @param offer         the row of the price list for {@code quantity}
     * @param alternatives  the best row of each other vendor
     * @param demandToCover the service level's quantile of demand over the protection interval, with promises beyond the forecast
     * @param meanToCover   the mean of the same
     * @param supplyToCover the supply that counts until then
     * @param pureNeed      what the service level asks for
     * @param quantity      what can be ordered
     * @param orderStep     what {@code quantity} is a multiple of
     * @param minimum       the vendor's least quantity
     * @param shortageOn    first day below the safety level if nothing is ordered
     * @param runsOutOn     first day without stock at the mean, if nothing is ordered; null if none in sight
     * @param unitPrice     per own unit at {@code quantity}, in {@code offer}'s currency
     * @param protectionDays days ahead until the goods of the next order are there: what this one must cover
     * @param unserved     demand that is expected to go unserved until then if nothing is ordered
     * @param room         the most that may be ordered beyond the supply, or null for no cap
     * @param blocked       why a need leads to no quantity, or null
     */
    record Planned(
            SkuFacts facts,
            Forecast forecast,
            DemandBasis basis,
            SkuPolicy policy,
            Offer offer,
            List<Offer> alternatives,
            LeadTime lead,
            Supply supply,
            double demandToCover,
            double meanToCover,
            Quantity supplyToCover,
            Quantity pureNeed,
            Quantity quantity,
            Quantity orderStep,
            String orderStepName,
            Quantity minimum,
            BigDecimal unitPrice,
            @Nullable LocalDate shortageOn,
            @Nullable LocalDate runsOutOn,
            int protectionDays,
            double unserved,
            @Nullable Quantity room,
            Explanation explanation,
            @Nullable LeftOut blocked)
            implements Assessment {

        /** Stock below which a day counts as short. */
        public double safetyLevel() {
            return Math.max(0, demandToCover - meanToCover);
        }

        /** Expected demand a day over the stretch that the order is for. */
        public double daily() {
            int days = Math.max(30, protectionDays);
            return StockPath.meanAt(basis.demand(), days) / days;
        }

        /** The same without the moves that its forecast was made of, to be held for long. */
        public Planned withoutMoves() {
            return copy(facts.withoutMoves(), offer, quantity, explanation);
        }

        /** The same with one more thing to say. */
        public Planned withStep(Explanation.Step step) {
            List<Explanation.Step> steps = new ArrayList<>(explanation.steps());
            steps.add(step);
            return copy(facts, offer, quantity, new Explanation(steps));
        }

        /** The same with another quantity, bought at the row of the price list that Odoo takes for it. */
        Planned with(Quantity changed, Explanation.Step why, boolean asHeadline) {
            Offer bought = SupplierChoice.of(facts).select(offer.vendor().id(), changed).orElse(offer);
            List<Explanation.Step> steps = new ArrayList<>(explanation.steps());
            steps.add(asHeadline ? 0 : steps.size(), why);
            return copy(facts, bought, changed, new Explanation(steps));
        }

        private Planned copy(SkuFacts known, Offer bought, Quantity ordered, Explanation told) {
            return new Planned(
                    known, forecast, basis, policy, bought, alternatives, lead, supply, demandToCover, meanToCover, supplyToCover, pureNeed, ordered, orderStep,
                    orderStepName, minimum, bought.unitPrice(), shortageOn, runsOutOn, protectionDays, unserved, room, told, blocked);
        }

        public LocalDate arrival() {
            return facts.today().plusDays(lead.planned());
        }

        /** Stock is expected to run out before an order placed today could arrive. */
        public boolean urgent() {
            return runsOutOn != null && runsOutOn.isBefore(arrival());
        }
    }
}
