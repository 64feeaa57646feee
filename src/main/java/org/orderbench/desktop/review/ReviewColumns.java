package org.orderbench.desktop.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Letters;
import org.orderbench.desktop.common.Texts;
import org.orderbench.replenish.Wording;

/** The grid's columns, in the order in which a buyer reads them: what there is, what is needed, what to order, what it costs, when it comes, and why. */
final class ReviewColumns {

    /** Narrower than this a reason cannot be read. */
    static final double LEAST_WHY = 120;

    private static final BigDecimal ROUND_FROM = BigDecimal.valueOf(100_000);

    /** What is still being read is not said to be nothing. */
    private static final String UNKNOWN = "…";

    static final String QUANTITY = "quantity";
    static final String CONFIDENCE = "confidence";
    static final String TREND = "trend";
    static final String WHY = "why";
    static final String CODE = "code";
    static final String NAME = "name";

    private final Formats formats;
    private final Texts texts;

    ReviewColumns(Formats formats, Texts texts) {
        this.formats = formats;
        this.texts = texts;
    }

    List<Column> all() {
        return List.of(
                Column.text(CODE, 72, row -> row.line().code(), group -> ""),
                Column.text(NAME, 204, row -> row.line().name(), Row.Group::vendorName),
                Column.text("vendor", 150, row -> row.proposal().vendorName(), group -> "").hidden(),
                Column.text("warehouse", 110, row -> row.proposal().warehouseName(), group -> "").hidden(),
                Column.text("barcode", 116, row -> orEmpty(row.line().barcode()), group -> "").hidden(),
                Column.text("category", 120, row -> row.line().category(), group -> "").hidden(),
                Column.quantity("stock", 60, row -> row.line().onHand(), formats::quantity),
                Column.quantity("incoming", 74, row -> row.line().incoming().plus(row.line().drafts()), this::orDash),
                Column.text(TREND, 92, row -> "", group -> ""),
                Column.number("cover", 60, row -> row.line().daysOfCover(), this::days),
                Column.number("weekly", 76, row -> row.line().weekly(), formats::rate),
                Column.quantity("need", 58, row -> row.line().pureNeed(), this::rounded),
                Column.quantity("proposed", 74, row -> row.line().proposed(), formats::quantity).hidden(),
                Column.quantity("yesterday", 78, row -> row.news().before(), formats::quantity).hidden(),
                Column.quantity(QUANTITY, 104, row -> row.line().quantity(), formats::quantity),
                Column.figure("price", 76, row -> row.line().unitPrice(), BigDecimal::doubleValue, formats::price, group -> "").hidden(),
                money(),
                Column.figure("lead", 50, row -> row.line().leadTimeDays(), Integer::doubleValue, days -> texts.get("unit.days", days), group -> ""),
                Column.day("arrival", 66, row -> row.line().arrival(), formats::day, group -> !group.whole() ? UNKNOWN : group.arrival() == null ? "" : formats.day(group.arrival())),
                Column.day("shortage", 82, row -> row.line().shortageOn(), formats::day, group -> "").hidden(),
                Column.number(CONFIDENCE, 50, row -> row.line().confidence(), formats::percent),
                Column.text(WHY, LEAST_WHY, row -> Wording.headline(row.line().explanation(), formats.locale()), group -> ""));
    }

    /** The widest text that a column has in this language; empty where that doesn't depend on it. */
    String widest(Column column) {
        return switch (column.id()) {
            case "arrival", "shortage" -> IntStream.rangeClosed(1, 12).mapToObj(month -> formats.day(LocalDate.of(2026, month, 28)))
                    .max(Comparator.comparingDouble(words -> Letters.width(words, 13))).orElseThrow();
            case "value" -> formats.money(new BigDecimal("48888.88"), "EUR");
            default -> "";
        };
    }

    private Column money() {
        Column plain = Column.figure("value", 92, Row.Line::value, BigDecimal::doubleValue, formats::figure, this::total);
        return new Column(plain.id(), plain.width(), true, true, row -> formats.money(row.value(), row.proposal().currency()), plain.head(), plain.key(), plain.raw());
    }

    /** Of a large order the cents are left out, so that the figure fits. */
    private String total(Row.Group group) {
        return !group.whole() ? UNKNOWN : group.total().compareTo(ROUND_FROM) < 0 ? formats.money(group.total(), group.currency()) : formats.roundMoney(group.total(), group.currency());
    }

    /** What else is to be known of an order than its sum and its arrival. */
    String state(Row.Group group) {
        if (!group.whole()) {
            return texts.get("review.head.reading") + " · " + group.warehouseName();
        }
        StringBuilder words = new StringBuilder(texts.get("review.head.lines", group.lines()));
        if (group.urgent() > 0) {
            words.append(" · ").append(texts.get("review.head.urgent", group.urgent()));
        }
        words.append(" · ").append(group.belowMinimum() == 0
                ? texts.get("review.head.minimum-reached")
                : texts.get("review.head.below-minimum", group.belowMinimum()));
        if (group.overCeiling()) {
            words.append(" · ").append(texts.get("review.head.over-ceiling"));
        }
        if (group.open() < group.lines()) {
            words.append(" · ").append(texts.get("review.head.decided", group.lines() - group.open()));
        }
        return words.append(" · ").append(group.warehouseName()).toString();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
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
