package org.orderbench.replenish;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.orderbench.catalog.Quantity;
import org.orderbench.replenish.Explanation.Phrase;
import org.orderbench.replenish.Explanation.Step;
import org.orderbench.replenish.Explanation.Value;
import org.orderbench.replenish.Explanation.Value.Kind;

/** Says an explanation in a language, from its parts: words from {@code reasons.properties}, figures and dates in that language's form. */
public final class Wording {

    /** The language in which explanations are kept as text. */
    static final Locale REFERENCE = Locale.UK;

    private static final String BUNDLE = "org.orderbench.replenish.reasons";

    private Wording() {}

    /** English stands in for a language that we have no words in, and for steps that were kept without their parts. */
    public static String of(Step step, Locale locale) {
        return step.said().isEmpty() ? step.text() : of(step.said(), locale);
    }

    /** The one line that a grid shows; as it was kept where it was kept in the reader's own form, as a grid sorts a hundred thousand of them. */
    public static String headline(Explanation explanation, Locale locale) {
        boolean kept = explanation.steps().isEmpty() || locale.equals(REFERENCE);
        return kept ? explanation.headline() : of(explanation.steps().getFirst(), locale);
    }

    /** @param kept the same in English; stands in where an older version kept no parts */
    public static String of(List<Phrase> said, String kept, Locale locale) {
        return said.isEmpty() ? kept : of(said, locale);
    }

    /** A sentence from its parts. */
    public static String of(List<Phrase> said, Locale locale) {
        ResourceBundle words = words(locale);
        StringBuilder text = new StringBuilder();
        for (Phrase phrase : said) {
            Object[] values = phrase.values().stream().map(value -> written(value, locale)).toArray();
            text.append(new MessageFormat(words.getString(phrase.key()), locale).format(values));
        }
        return text.toString();
    }

    /** How a figure is called; its own name where we have no other. */
    public static String name(Explanation.Figure figure, Locale locale) {
        ResourceBundle words = words(locale);
        String key = "figure." + figure.name().replace(' ', '-');
        return words.containsKey(key) ? words.getString(key) : figure.name();
    }

    /** Where a figure comes from: our own words in the reader's language, Odoo's names as they are. */
    public static String source(Explanation.Figure figure, Locale locale) {
        return Terms.of(figure.source(), locale);
    }

    /** Our own words, such as a forecast's method or why there is none. */
    public static String ofTerm(String english, Locale locale) {
        return Terms.of(english, locale);
    }

    /** What a figure counts; of a price, the currency and the unit, which are Odoo's names. */
    public static String unit(Explanation.Figure figure, Locale locale) {
        String[] price = figure.unit().split(" per ", 2);
        return price.length == 2 ? new MessageFormat(words(locale).getString("unit.per"), locale).format(price) : Terms.of(figure.unit(), locale);
    }

    static ResourceBundle words(Locale locale) {
        return ResourceBundle.getBundle(BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Object written(Value value, Locale locale) {
        return switch (value.kind()) {
            case QUANTITY -> digits(new BigDecimal(value.value()), 0, 6, locale);
            case AMOUNT -> {
                BigDecimal amount = new BigDecimal(value.value());
                yield digits(amount, 0, amount.abs().compareTo(BigDecimal.TEN) >= 0 ? 0 : 1, locale);
            }
            case PRICE -> digits(new BigDecimal(value.value()), 2, 4, locale);
            case SHARE -> digits(new BigDecimal(value.value()).movePointRight(2), 0, 1, locale) + " %";
            case DAYS -> Integer.valueOf(value.value());
            case DAY -> DateTimeFormatter.ofLocalizedPattern("MMMd").withLocale(locale).format(LocalDate.parse(value.value()));
            case DAY_AND_YEAR -> DateTimeFormatter.ofLocalizedPattern("yMMMd").withLocale(locale).format(LocalDate.parse(value.value()));
            case TERM -> Terms.of(value.value(), locale);
            case WORDS -> value.value();
        };
    }

    private static String digits(BigDecimal value, int least, int most, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(most);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }

    public static Value quantity(Quantity quantity) {
        return new Value(Kind.QUANTITY, quantity.toString());
    }

    public static Value amount(double amount) {
        return new Value(Kind.AMOUNT, BigDecimal.valueOf(amount).toPlainString());
    }

    public static Value price(BigDecimal price) {
        return new Value(Kind.PRICE, price.toPlainString());
    }

    public static Value share(double share) {
        return new Value(Kind.SHARE, BigDecimal.valueOf(share).toPlainString());
    }

    public static Value days(int days) {
        return new Value(Kind.DAYS, Integer.toString(days));
    }

    /** Without the year while it is this or the next few months. */
    public static Value day(LocalDate day, LocalDate today) {
        return new Value(needsYear(day, today) ? Kind.DAY_AND_YEAR : Kind.DAY, day.toString());
    }

    /** A name, said as it is. */
    public static Value words(String words) {
        return new Value(Kind.WORDS, words);
    }

    /** Our own words, such as a forecast's method: see {@link Terms}. */
    public static Value term(String english) {
        return new Value(Kind.TERM, english);
    }

    public static Phrase phrase(String key, Value... values) {
        return new Phrase(key, List.of(values));
    }

    private static boolean needsYear(LocalDate day, LocalDate today) {
        return day.isBefore(today.minusMonths(6)) || day.isAfter(today.plusMonths(9));
    }
}
