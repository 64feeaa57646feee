package org.orderbench.replenish;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orderbench.replenish.PolicyOverride.Scope;

/** What a buyer can set about planning, with its word on the command line, where it can be set, and what a value looks like. */
public enum SettingName {
    SERVICE_LEVEL(PolicyParameter.SERVICE_LEVEL, Kind.SHARE, "probability that stock lasts until the next order's goods are there, such as 0.95 or 95 %"),
    REVIEW_DAYS(PolicyParameter.REVIEW_DAYS, Kind.POSITIVE_DAYS, "days between two orders to a vendor; its order days, where set, go before"),
    CYCLE_DAYS(PolicyParameter.CYCLE_DAYS, Kind.DAYS, "days of demand that an order covers beyond the service level"),
    LEAD_TIME_DAYS(PolicyParameter.LEAD_TIME_DAYS, Kind.DAYS, "calendar days from ordering to the shelf, instead of what was promised and observed"),
    SHELF_LIFE_DAYS(PolicyParameter.SHELF_LIFE_DAYS, Kind.POSITIVE_DAYS, "shelf life: an order may not cover more"),
    SHELF_CAP(PolicyParameter.SHELF_CAP, Kind.AMOUNT, "the most that may be in stock and on the way, in the product's own unit", Scope.SKU),
    ORDER_DAYS(null, Kind.WEEKDAYS, "weekdays on which is ordered from the vendor, such as mon,thu", Scope.VENDOR),
    WORKING_DAYS(null, Kind.WEEKDAYS, "weekdays on which the vendor takes up orders", Scope.VENDOR),
    MINIMUM_ORDER(null, Kind.AMOUNT, "the least that an order to the vendor may be worth, in its currency", Scope.VENDOR),
    FREE_FREIGHT(null, Kind.AMOUNT, "the order value from which the vendor sends free of charge, in its currency", Scope.VENDOR),
    FREIGHT(null, Kind.AMOUNT, "what the vendor charges for sending below that, in its currency", Scope.VENDOR),
    RECEIVING_DAYS(null, Kind.WEEKDAYS, "weekdays on which we take goods in", Scope.COMPANY),
    COUNT_DRAFTS(null, Kind.YES_NO, "whether quotations that nobody confirmed count as supply", Scope.COMPANY),
    REORDERING_RULES(null, Kind.RULE_MODE, "what Odoo's reordering rules mean: forecast-decides, rule-bounds or ignored", Scope.COMPANY),
    HOLDING_RATE(null, Kind.SHARE, "cost of keeping goods for a year, as a share of their value", Scope.COMPANY),
    LONGEST_COVER_DAYS(null, Kind.POSITIVE_DAYS, "the most days of demand that a price break or a vendor's minimum order may make us hold", Scope.COMPANY),
    BUDGET(null, Kind.AMOUNT, "the most that one round of proposals may be worth, in the company's currency; the least urgent lines wait", Scope.COMPANY),
    SUPPLY_TOLERANCE(null, Kind.TOLERANCE, "how far supply may move between decision and sending, as a share of the quantity and beyond the demand forecast for that time; 0.25 unless set", Scope.COMPANY),
    PRICE_TOLERANCE(null, Kind.TOLERANCE, "how far a price may move between decision and sending, as a share of it; 0.02 unless set", Scope.COMPANY);

    private enum Kind {
        SHARE,
        TOLERANCE,
        DAYS,
        POSITIVE_DAYS,
        AMOUNT,
        WEEKDAYS,
        YES_NO,
        RULE_MODE
    }

    private static final int LONGEST_DAYS = 3650;

    private final @Nullable PolicyParameter parameter;
    private final Kind kind;
    private final String meaning;
    private final Set<Scope> scopes;

    SettingName(@Nullable PolicyParameter parameter, Kind kind, String meaning, Scope... scopes) {
        this.parameter = parameter;
        this.kind = kind;
        this.meaning = meaning;
        this.scopes = scopes.length == 0 ? EnumSet.allOf(Scope.class) : EnumSet.copyOf(Arrays.asList(scopes));
    }

    /** The word on the command line, such as {@code service-level}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException with the words that there are */
    public static SettingName ofWord(String word) {
        return Arrays.stream(values())
                .filter(name -> name.word().equals(word.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no setting \"" + word + "\". There are: "
                        + Arrays.stream(values()).map(SettingName::word).collect(Collectors.joining(", ")) + "."));
    }

    public String meaning() {
        return meaning;
    }

    /** Where it can be set. */
    public Set<Scope> scopes() {
        return Set.copyOf(scopes);
    }

    /** The parameter of a SKU's policy that it sets; empty for terms of vendors and for what holds for the company as a whole. */
    Optional<PolicyParameter> parameter() {
        return Optional.ofNullable(parameter);
    }

    /**
     * The value in the one form in which it is kept.
     *
     * @throws IllegalArgumentException with what a value looks like
     */
    public String canonical(String typed) {
        String text = typed.strip();
        return switch (kind) {
            case SHARE -> share(text).toPlainString();
            case TOLERANCE -> tolerance(text).toPlainString();
            case DAYS -> Integer.toString(days(text, 0));
            case POSITIVE_DAYS -> Integer.toString(days(text, 1));
            case AMOUNT -> amount(text).toPlainString();
            case WEEKDAYS -> weekdays(text).stream().sorted().map(day -> day.name().substring(0, 3).toLowerCase(Locale.ROOT)).collect(Collectors.joining(","));
            case YES_NO -> yes(text) ? "yes" : "no";
            case RULE_MODE -> ruleMode(text).name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    /** None at all is a tolerance, too, and as much again is the widest. */
    private BigDecimal tolerance(String text) {
        BigDecimal share = part(text);
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(word() + " lies from 0 to 1, such as 0.05 or 5 %; not " + text + ".");
        }
        return share.signum() == 0 ? BigDecimal.ZERO : share.stripTrailingZeros();
    }

    private BigDecimal part(String text) {
        boolean percent = text.endsWith("%");
        BigDecimal value = number(percent ? text.substring(0, text.length() - 1).strip() : text);
        return percent ? value.movePointLeft(2) : value;
    }

    private BigDecimal share(String text) {
        BigDecimal share = part(text);
        if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException(word() + " lies between 0 and 1, such as 0.95 or 95 %; not " + text + ".");
        }
        return share.stripTrailingZeros();
    }

    private int days(String text, int least) {
        BigDecimal value = number(text);
        try {
            int days = value.setScale(0, RoundingMode.UNNECESSARY).intValueExact();
            if (days >= least && days <= LONGEST_DAYS) {
                return days;
            }
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(word() + " is a whole number of days; not " + text + ".", e);
        }
        throw new IllegalArgumentException(word() + " lies between " + least + " and " + LONGEST_DAYS + " days; not " + text + ".");
    }

    BigDecimal amount(String text) {
        BigDecimal value = number(text);
        if (value.signum() < 0) {
            throw new IllegalArgumentException(word() + " cannot be negative: " + text + ".");
        }
        return value.signum() == 0 ? BigDecimal.ZERO : new BigDecimal(value.stripTrailingZeros().toPlainString());
    }

    private BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(word() + " is a number with a point for decimals, such as 12.5; not \"" + text + "\".", e);
        }
    }

    Set<DayOfWeek> weekdays(String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : text.split(",", -1)) {
            String[] ends = part.strip().split("-", -1);
            if (ends.length > 2) {
                throw new IllegalArgumentException(word() + " names weekdays, such as mon,thu or mon-fri; not \"" + text + "\".");
            }
            DayOfWeek last = weekday(ends[ends.length - 1], text);
            for (DayOfWeek day = weekday(ends[0], text); ; day = day.plus(1)) {
                days.add(day);
                if (day == last) {
                    break;
                }
            }
        }
        return days;
    }

    private DayOfWeek weekday(String word, String text) {
        String wanted = word.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> wanted.length() >= 2 && day.name().startsWith(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(word() + " names weekdays, such as mon,thu or mon-fri; not \"" + text + "\"."));
    }

    boolean yes(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> throw new IllegalArgumentException(word() + " is yes or no; not \"" + text + "\".");
        };
    }

    RuleMode ruleMode(String text) {
        return Arrays.stream(RuleMode.values())
                .filter(mode -> mode.name().equalsIgnoreCase(text.replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(word() + " is forecast-decides, rule-bounds or ignored; not \"" + text + "\"."));
    }
}
