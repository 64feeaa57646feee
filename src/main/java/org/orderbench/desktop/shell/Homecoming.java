package org.orderbench.desktop.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;
import org.orderbench.desktop.common.WorkbenchServices;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.ProposalLine;
import org.orderbench.proposal.SkuView;
import org.orderbench.writeback.OutboxEntry;
import org.orderbench.writeback.OutboxState;

/**
 * What a buyer should know after an outage before anything is sent: what was decided meanwhile, and of which lines the facts are others now. Sending checks
 * all that again by itself, against Odoo; this is for the eye.
 *
 * @param orders  orders that wait
 * @param lines   their lines
 * @param changed lines whose facts changed since they were proposed
 */
record Homecoming(int orders, int lines, List<Change> changed) {

    Homecoming {
        changed = List.copyOf(changed);
    }

    /**
     * @param then  stock when the line was proposed
     * @param now   stock as read now
     * @param ordered somebody placed an order for it meanwhile
     */
    record Change(String code, String name, Quantity then, Quantity now, boolean ordered) {}

    /** Stock that moved less than this share of the ordered quantity is a usual day. */
    private static final double WORTH_SAYING = 0.1;

    /** Reads SKU by SKU, so it is called on a background thread. */
    static Homecoming of(WorkbenchServices services) {
        List<OutboxEntry> waiting = services.outbox().get().stream().filter(entry -> entry.state() == OutboxState.QUEUED).toList();
        List<Change> changed = new ArrayList<>();
        int lines = 0;
        for (OutboxEntry entry : waiting) {
            for (OutboxEntry.Line line : entry.lines()) {
                lines++;
                services.proposals().line(line.proposalLineId()).filter(held -> held.state() == LineState.APPROVED).flatMap(held -> change(held, services))
                        .ifPresent(changed::add);
            }
        }
        return new Homecoming(waiting.size(), lines, changed);
    }

    private static Optional<Change> change(ProposalLine line, WorkbenchServices services) {
        Sku sku = line.basis().sku();
        return services.skuViews().apply(sku).flatMap(view -> change(line, view));
    }

    private static Optional<Change> change(ProposalLine line, SkuView view) {
        Integer newest = view.facts().newestLine() == null ? null : view.facts().newestLine().id();
        boolean ordered = !Objects.equals(newest, line.basis().newestLineId());
        Quantity now = view.facts().stock().onHand();
        double moved = Math.abs(now.minus(line.onHand()).toDouble());
        boolean stock = moved > WORTH_SAYING * line.quantity().toDouble();
        return ordered || stock ? Optional.of(new Change(line.code(), line.name(), line.onHand(), now, ordered)) : Optional.empty();
    }
}
