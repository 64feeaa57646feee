package org.orderbench.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.orderbench.proposal.Proposal;
import org.orderbench.proposal.ProposalLine;

/** Proposals as tables for a terminal. */
final class ProposalTables {

    private ProposalTables() {}

    static TextTable lines(List<Proposal> proposals) {
        return lines(proposals, Integer.MAX_VALUE);
    }

    /** The first {@code most} lines only, in the order given. */
    static TextTable lines(List<Proposal> proposals, int most) {
        TextTable table = new TextTable("Line", "State", "Vendor", "To", "SKU", "Product", "Stock", "Coming", "Cover d", "Per week", "Order", "Value", "Lead d", "Why");
        int shown = 0;
        for (Proposal proposal : proposals) {
            for (ProposalLine line : proposal.lines()) {
                if (shown++ >= most) {
                    return table;
                }
                table.row(
                        line.id(),
                        line.state().name().toLowerCase(Locale.ROOT),
                        shorten(proposal.vendorName(), 22),
                        shorten(proposal.warehouseName(), 14),
                        line.code(),
                        shorten(line.name(), 28),
                        line.onHand(),
                        line.incoming(),
                        rounded(line.daysOfCover(), 0),
                        rounded(line.weekly(), 1),
                        line.quantity(),
                        money(line.unitPrice().multiply(line.quantity().value())) + " " + proposal.currency(),
                        line.leadTimeDays(),
                        (line.urgent() ? "URGENT. " : "") + line.explanation().headline());
            }
        }
        return table;
    }

    static String summary(List<Proposal> proposals) {
        int lines = proposals.stream().mapToInt(p -> p.lines().size()).sum();
        return lines + (lines == 1 ? " line" : " lines") + " in " + proposals.size() + (proposals.size() == 1 ? " proposed order." : " proposed orders.");
    }

    static String shorten(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    static String money(BigDecimal amount) {
        return String.format(Locale.ROOT, "%,.2f", amount.setScale(2, RoundingMode.HALF_UP));
    }

    private static String rounded(@Nullable Double value, int decimals) {
        return value == null ? "" : BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }
}
