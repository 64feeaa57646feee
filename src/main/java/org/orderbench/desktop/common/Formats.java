package org.orderbench.desktop.common;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import org.orderbench.catalog.Money;
import org.orderbench.catalog.Quantity;

/** Numbers, money and dates in the forms of one locale. For the window thread only: number formats are not safe for several. */
public final class Formats {

    /** Stands where there is no figure. */
    public static final String NONE = "–";

    private final Locale locale;
    private final ZoneId zone;
    private final Texts texts;
    private final NumberFormat whole;
    private final NumberFormat upToTwo;
    private final NumberFormat oneDecimal;
    private final NumberFormat price;
    private final DateTimeFormatter day;
    private final DateTimeFormatter dayAndYear;
    private final DateTimeFormatter moment;

    public Formats(Locale locale, ZoneId zone, Texts texts) {
        this.locale = locale;
        this.zone = zone;
        this.texts = texts;
        whole = number(0, 0);
        upToTwo = number(0, 2);
        oneDecimal = number(1, 1);
        price = number(2, 4);
        day = DateTimeFormatter.ofLocalizedPattern("MMMd").withLocale(locale);
        dayAndYear = DateTimeFormatter.ofLocalizedPattern("yMMMd").withLocale(locale);
        moment = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(locale).withZone(zone);
    }

    private NumberFormat number(int least, int most) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(most);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }

    public Locale locale() {
        return locale;
    }

    public ZoneId zone() {
        return zone;
    }

    public String quantity(Quantity quantity) {
        return upToTwo.format(quantity.value());
    }

    public String count(long count) {
        return whole.format(count);
    }

    public String figure(BigDecimal value) {
        return upToTwo.format(value);
    }

    /** A price of one unit, in a currency that stands beside it: two decimals, up to four where it has them. */
    public String price(BigDecimal value) {
        return price.format(value);
    }

    /** A statistic, such as units per week: one decimal where it matters, none where it does not. */
    public String rate(double value) {
        return Math.abs(value) < 99.95 ? oneDecimal.format(value) : whole.format(value);
    }

    public String percent(double fraction) {
        return NumberFormat.getPercentInstance(locale).format(fraction);
    }

    /** To the currency's decimals. */
    public String money(BigDecimal amount, String currency) {
        return money(amount, currency, -1);
    }

    public String money(Money money) {
        return money(money.amount(), money.currency());
    }

    /** Without decimals, for totals that are read at a glance. */
    public String roundMoney(BigDecimal amount, String currency) {
        return money(amount, currency, 0);
    }

    private String money(BigDecimal amount, String code, int decimals) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setRoundingMode(RoundingMode.HALF_UP);
        try {
            Currency currency = Currency.getInstance(code);
            format.setCurrency(currency);
            int digits = decimals >= 0 ? decimals : Math.max(0, currency.getDefaultFractionDigits());
            format.setMinimumFractionDigits(digits);
            format.setMaximumFractionDigits(digits);
            return format.format(amount);
        } catch (IllegalArgumentException notIso) {
            // Odoo lets companies name currencies of their own.
            return number(decimals >= 0 ? decimals : 2, decimals >= 0 ? decimals : 2).format(amount) + " " + code;
        }
    }

    public String day(LocalDate date) {
        return day.format(date);
    }

    public String fullDay(LocalDate date) {
        return dayAndYear.format(date);
    }

    public String moment(Instant at) {
        return moment.format(at);
    }

    /** How long ago, in the largest unit that says enough. */
    public String age(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        if (age.toMinutes() < 1) {
            return texts.get("age.now");
        }
        if (age.toMinutes() < 60) {
            return texts.get("age.minutes", age.toMinutes());
        }
        return age.toHours() < 48 ? texts.get("age.hours", age.toHours()) : texts.get("age.days", age.toDays());
    }

    public char decimalSeparator() {
        return DecimalFormatSymbols.getInstance(locale).getDecimalSeparator();
    }
}
