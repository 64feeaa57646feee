package org.orderbench.desktop;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.orderbench.catalog.Quantity;
import org.orderbench.proposal.DraftOffer;
import org.orderbench.writeback.LineFacts;
import org.orderbench.writeback.Outbox;
import org.orderbench.writeback.OutboxEntry;
import org.orderbench.writeback.OutboxState;
import org.orderbench.writeback.ReviewDesk;

/** An outbox whose conflicting lines have facts that changed; what a person does is written down. */
final class SampleOutbox implements Outbox {

    final List<String> done = new ArrayList<>();
    private final Supplier<List<OutboxEntry>> entries;

    private final Supplier<List<Long>> proposals;
    private final Set<Integer> chosen = new HashSet<>();

    /** @param proposals ids of the proposals that may have drafts beside them */
    SampleOutbox(Supplier<List<OutboxEntry>> entries, Supplier<List<Long>> proposals) {
        this.entries = entries;
        this.proposals = proposals;
    }

    @Override
    public List<OutboxEntry> entries() {
        return entries.get();
    }

    @Override
    public Map<OutboxState, Integer> counts() {
        return Map.of();
    }

    @Override
    public List<Conflict> conflicts() {
        List<Conflict> conflicts = new ArrayList<>();
        for (OutboxEntry entry : entries()) {
            for (OutboxEntry.Line line : entry.lines()) {
                if (line.state() == OutboxState.CONFLICT) {
                    BigDecimal price = line.unitPrice();
                    conflicts.add(new Conflict(
                            line.proposalLineId(), entry.vendorName(), entry.warehouseName(), line.code(), line.name(), "Units", entry.currency(), line.quantity(),
                            "Supply is 108 Units now, 24 when decided. The price is 2.79 GBP now, 2.55 when decided.",
                            facts(12, 0, price), facts(12, 12, price), facts(96, 12, price.multiply(new BigDecimal("1.09")))));
                }
            }
        }
        return conflicts;
    }

    private static LineFacts facts(int onHand, int incoming, BigDecimal price) {
        return new LineFacts(
                Quantity.of(onHand), Quantity.of(incoming), Quantity.ZERO, price, Quantity.of(6), 40 + onHand,
                SampleData.NOW.minus(Duration.ofDays(onHand > 50 ? 0 : 21)), true);
    }

    @Override
    public boolean retry(long order, String by) {
        return done.add("retry " + order);
    }

    @Override
    public boolean confirmAnyway(long order, String by) {
        return done.add("confirm " + order);
    }

    @Override
    public Optional<ReviewDesk.Refusal> join(int odooOrder, String by) {
        done.add("join " + odooOrder);
        chosen.add(odooOrder);
        return Optional.empty();
    }

    /** Colleagues' drafts for the first proposals: one for the first, two for the second, none for the others. */
    List<DraftOffer> offers() {
        List<DraftOffer> offers = new ArrayList<>();
        List<Long> proposals = this.proposals.get();
        for (int order = 377; order < 380 && !proposals.isEmpty(); order++) {
            long proposal = proposals.get(order == 377 ? 0 : Math.min(1, proposals.size() - 1));
            offers.add(new DraftOffer(proposal, order, "P00" + order, order - 374, new BigDecimal("284.50"), chosen.contains(order)));
        }
        return offers;
    }

    @Override
    public boolean ownDraft(int odooOrder, String by) {
        chosen.remove(odooOrder);
        return done.add("own " + odooOrder);
    }

    @Override
    public ReviewDesk.Outcome sendAnyway(Collection<Long> proposalLines, String by) {
        return noted("anyway", proposalLines);
    }

    @Override
    public ReviewDesk.Outcome drop(Collection<Long> proposalLines, String by) {
        return noted("drop", proposalLines);
    }

    @Override
    public ReviewDesk.Outcome redecide(Collection<Long> proposalLines, String by) {
        return noted("redecide", proposalLines);
    }

    private ReviewDesk.Outcome noted(String what, Collection<Long> lines) {
        done.add(what + " " + lines);
        return new ReviewDesk.Outcome(List.copyOf(lines), List.of());
    }
}
