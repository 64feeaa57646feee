package org.orderbench.desktop.review;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;
import org.orderbench.proposal.ProposalLine;

/**
 * Reads what a buyer types into a quantity cell: an amount ({@code 120}, {@code 1,200}), arithmetic on the present one ({@code +10%}, {@code -24},
 * {@code *2}, {@code /2}), or packs ({@code 3 packs}, {@code 3p}). The outcome is raised to a whole number of packs. Numbers are in the form of
 * one locale. Immutable.
 */
public final class QuantityInput {

    /** Amounts beyond this are a slip of the finger, whatever is sold. */
    private static final BigDecimal MOST = new BigDecimal("1e9");

    private static final Pattern FORM = Pattern.compile("(?<op>[+\\-−*x×/÷]?)\\s*(?<number>[\\d.,'\\s\\u00a0\\u202f]+?)\\s*(?<unit>%|\\p{L}.*)?");

    private final char decimal;
    private final char grouping;

    public QuantityInput(Locale locale) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        decimal = symbols.getDecimalSeparator();
        grouping = symbols.getGroupingSeparator();
    }

    /** What the text means. */
    public sealed interface Result {}

    /** @param raised more than was typed, to fill the last pack */
    public record Amount(Quantity quantity, boolean raised) implements Result {}

    /** @param key of the message that says what to type instead */
    public record Unreadable(String key) implements Result {}

    public Result read(String typed, ProposalLine line) {
        Matcher form = FORM.matcher(typed.strip());
        if (!form.matches()) {
            return new Unreadable("review.edit.unreadable");
        }
        BigDecimal number = number(form.group("number"));
        if (number == null) {
            return new Unreadable("review.edit.unreadable");
        }
        String unit = form.group("unit") == null ? "" : form.group("unit").strip();
        String op = form.group("op");
        BigDecimal now = line.quantity().value();
        if (unit.equals("%")) {
            return percent(op, number, now, line);
        }
        BigDecimal amount = number;
        if (!unit.isEmpty()) {
            if (isPack(unit, line)) {
                if (!line.orderStep().isPositive()) {
                    return new Unreadable("review.edit.no-pack");
                }
                amount = number.multiply(line.orderStep().value());
            } else if (!sameWord(unit, line.unitName())) {
                return new Unreadable("review.edit.unit");
            }
        }
        return switch (op) {
            case "" -> orderable(amount, line);
            case "+" -> orderable(now.add(amount), line);
            case "-", "−" -> orderable(now.subtract(amount), line);
            case "*", "x", "×" -> countable(now.multiply(amount), line);
            default -> number.signum() == 0 ? new Unreadable("review.edit.unreadable") : countable(now.divide(amount, MathContext.DECIMAL64), line);
        };
    }

    private static Result percent(String op, BigDecimal number, BigDecimal now, ProposalLine line) {
        BigDecimal share = number.movePointLeft(2);
        return switch (op) {
            case "+" -> countable(now.add(now.multiply(share)), line);
            case "-", "−" -> countable(now.subtract(now.multiply(share)), line);
            case "", "*", "x", "×" -> countable(now.multiply(share), line);
            default -> new Unreadable("review.edit.unreadable");
        };
    }

    /** What is ordered by the whole stays so: nobody means 14.88 pieces by "12%" of 124. Raised to the next whole where it falls between. */
    private static Result countable(BigDecimal amount, ProposalLine line) {
        boolean whole = line.quantity().value().stripTrailingZeros().scale() <= 0;
        Result exact = orderable(amount, line);
        if (!whole || !(exact instanceof Amount read) || read.quantity().value().scale() <= 0) {
            return exact;
        }
        return orderable(amount.setScale(0, RoundingMode.CEILING), line) instanceof Amount raised ? new Amount(raised.quantity(), true) : exact;
    }

    /** An amount in the product's own unit, raised to whole packs. */
    static Result orderable(BigDecimal amount, ProposalLine line) {
        if (amount.signum() <= 0) {
            return new Unreadable("review.edit.zero");
        }
        if (amount.compareTo(MOST) > 0) {
            return new Unreadable("review.edit.huge");
        }
        Quantity exact = new Quantity(amount.setScale(6, RoundingMode.HALF_UP));
        Quantity raised = exact.upTo(line.orderStep());
        return new Amount(raised, raised.compareTo(exact) > 0);
    }

    private @Nullable BigDecimal number(String text) {
        String plain = text.replaceAll("[\\s\\u00a0\\u202f']", "");
        if (grouping == '.' || grouping == ',') {
            plain = withoutGrouping(plain);
        }
        plain = plain.replace(decimal, '.');
        return plain.matches("\\d+(\\.\\d+)?|\\.\\d+") && plain.length() <= 24 ? new BigDecimal(plain) : null;
    }

    /** A grouping mark counts as one only where groups of three follow: "1.5" typed on a German keyboard means one and a half, not fifteen. */
    private String withoutGrouping(String text) {
        String mark = Pattern.quote(String.valueOf(grouping));
        if (text.matches("\\d{1,3}(" + mark + "\\d{3})+(" + Pattern.quote(String.valueOf(decimal)) + "\\d+)?")) {
            return text.replace(String.valueOf(grouping), "");
        }
        return text.indexOf(decimal) < 0 && text.indexOf(grouping) == text.lastIndexOf(grouping) ? text.replace(grouping, decimal) : text;
    }

    /** "p", "packs", or the pack's own name or its beginning ("box", "dozen"). */
    private static boolean isPack(String unit, ProposalLine line) {
        return unit.equalsIgnoreCase("p") || unit.equalsIgnoreCase("pk") || unit.matches("(?i)packs?") || sameWord(unit, line.orderStepName());
    }

    private static boolean sameWord(String typed, String name) {
        String a = typed.toLowerCase(Locale.ROOT);
        String b = name.toLowerCase(Locale.ROOT);
        return !b.isEmpty() && (b.startsWith(a) || a.startsWith(b) || a.equals(b + "s") || (a + "s").equals(b));
    }
}
