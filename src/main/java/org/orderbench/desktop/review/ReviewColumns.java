package org.orderbench.desktop.review;

import java.util.Comparator;
import java.util.List;
import org.orderbench.catalog.Quantity;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Texts;
import org.orderbench.proposal.ProposalLine;

/** The grid's columns of text, in the order in which a buyer reads them. */
final class ReviewColumns {

    /** Narrower than this a reason cannot be read. */
    static final double LEAST_WHY = 280;

    private final Formats formats;
    private final Texts texts;

    ReviewColumns(Formats formats, Texts texts) {
        this.formats = formats;
        this.texts = texts;
    }

    /** Before the quantity: what there is and what will be needed. */
    List<Column> facts() {
        return List.of(
                Column.text("code", 76, row -> row.line().code(), group -> ""),
                Column.text("name", 226, row -> row.line().name(), Row.Group::vendorName),
                Column.figure("stock", 64, ProposalLine::onHand, formats::quantity, group -> ""),
                Column.figure("incoming", 74, line -> line.incoming().plus(line.drafts()), this::orDash, group -> ""),
                Column.figure("cover", 66, ProposalLine::daysOfCover, this::days, group -> ""),
                Column.figure("weekly", 78, ProposalLine::weekly, formats::rate, group -> ""),
                Column.figure("need", 62, ProposalLine::pureNeed, this::rounded, group -> ""));
    }

    /** After the quantity: what it costs, when it comes, and why. */
    List<Column> consequences() {
        return List.of(
                new Column("value", 92, true, row -> formats.money(row.value(), row.proposal().currency()),
                        group -> formats.money(group.total(), group.currency()), Comparator.comparing(Row.Line::value)),
                Column.figure("lead", 54, ProposalLine::leadTimeDays, days -> texts.get("unit.days", days), group -> ""),
                Column.figure("arrival", 72, ProposalLine::arrival, formats::day, group -> group.arrival() == null ? "" : formats.day(group.arrival())));
    }

    Column why() {
        return Column.text("why", LEAST_WHY, row -> row.line().explanation().headline(), this::state);
    }

    private String state(Row.Group group) {
        StringBuilder words = new StringBuilder(texts.get("review.head.lines", group.lines()));
        if (group.urgent() > 0) {
            words.append(" · ").append(texts.get("review.head.urgent", group.urgent()));
        }
        if (group.open() < group.lines()) {
            words.append(" · ").append(texts.get("review.head.decided", group.lines() - group.open()));
        }
        words.append(" · ").append(group.belowMinimum() == 0
                ? texts.get("review.head.minimum-reached")
                : texts.get("review.head.below-minimum", group.belowMinimum()));
        return words.append(" · ").append(group.warehouseName()).toString();
    }

    private String days(double days) {
        return days > 999 ? texts.get("review.cover.long") : texts.get("unit.days", Math.round(days));
    }

    private String orDash(Quantity quantity) {
        return quantity.isZero() ? Formats.NONE : formats.quantity(quantity);
    }

    private String rounded(Quantity quantity) {
        return formats.count(Math.round(quantity.toDouble()));
    }
}
