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
    SERVICE_LEVEL(PolicyParameter.SERVICE_LEVEL, Kind.SHARE, "", "probability that stock lasts until the next order's goods are there, such as 0.95 or 95 %"),
    REVIEW_DAYS(PolicyParameter.REVIEW_DAYS, Kind.POSITIVE_DAYS, "7", "days between two orders to a vendor; its order days, where set, go before"),
    CYCLE_DAYS(PolicyParameter.CYCLE_DAYS, Kind.DAYS, "", "days of demand that an order covers at least, so that a line is not ordered again at every review"),
    LEAD_TIME_DAYS(PolicyParameter.LEAD_TIME_DAYS, Kind.DAYS, "", "calendar days from ordering to the shelf, instead of what was promised and observed"),
    SHELF_LIFE_DAYS(PolicyParameter.SHELF_LIFE_DAYS, Kind.POSITIVE_DAYS, "", "days from the shelf to the end of its life: what is ordered must be sold by then"),
    SHELF_CAP(PolicyParameter.SHELF_CAP, Kind.AMOUNT, "", "the most that may be in stock and on the way, in the product's own unit", Scope.SKU),
    OVERSTOCK_DAYS(PolicyParameter.OVERSTOCK_DAYS, Kind.POSITIVE_DAYS, "180", "exceptions: stock and orders beyond what lively demand uses in so many days are too much"),
    EXPEDITE_TOLERANCE_DAYS(PolicyParameter.EXPEDITE_TOLERANCE_DAYS, Kind.POSITIVE_DAYS, "3", "exceptions: days without stock before an incoming order that are worth a call"),
    POSTPONE_TOLERANCE_DAYS(PolicyParameter.POSTPONE_TOLERANCE_DAYS, Kind.POSITIVE_DAYS, "30", "exceptions: days that an incoming order comes too early that are worth a call"),
    PRICE_RISE_TOLERANCE(PolicyParameter.PRICE_RISE_TOLERANCE, Kind.TOLERANCE, "0.03", "exceptions: the share by which a price must have risen since the last order to be told"),
    FORGOTTEN_AFTER_DAYS(PolicyParameter.FORGOTTEN_AFTER_DAYS, Kind.POSITIVE_DAYS, "90", "exceptions: days after its date from which a receipt no longer counts as supply and is asked about"),
    TRANSFER_KEEP_DAYS(PolicyParameter.TRANSFER_KEEP_DAYS, Kind.POSITIVE_DAYS, "90", "exceptions: days of lively demand that a warehouse keeps before its stock could be moved to another"),
    EXCEPTION_VALUE(PolicyParameter.EXCEPTION_VALUE, Kind.AMOUNT, "50", "exceptions: money at stake below which stock and incoming orders are left alone, in the company's currency"),
    ORDER_DAYS(null, Kind.WEEKDAYS, "", "weekdays on which is ordered from the vendor, such as mon,thu", Scope.VENDOR),
    WORKING_DAYS(null, Kind.WEEKDAYS, "", "weekdays on which the vendor takes up orders", Scope.VENDOR),
    MINIMUM_ORDER(null, Kind.AMOUNT, "", "the least that an order to the vendor may be worth, in its currency", Scope.VENDOR),
    FREE_FREIGHT(null, Kind.AMOUNT, "", "the order value from which the vendor sends free of charge, in its currency", Scope.VENDOR),
    FREIGHT(null, Kind.AMOUNT, "", "what the vendor charges for sending below that, in its currency", Scope.VENDOR),
    RECEIVING_DAYS(null, Kind.WEEKDAYS, "", "weekdays on which we take goods in", Scope.COMPANY),
    COUNT_DRAFTS(null, Kind.YES_NO, "yes", "whether quotations that nobody confirmed count as supply", Scope.COMPANY),
    REORDERING_RULES(null, Kind.RULE_MODE, "forecast-decides", "what Odoo's reordering rules mean: forecast-decides, rule-bounds or ignored", Scope.COMPANY),
    HOLDING_RATE(null, Kind.SHARE, "0.25", "cost of keeping goods for a year, as a share of their value", Scope.COMPANY),
    LONGEST_COVER_DAYS(null, Kind.POSITIVE_DAYS, "180", "the most days of demand that a price break or a vendor's minimum order may make us hold", Scope.COMPANY),
    BUDGET(null, Kind.AMOUNT, "", "the most that one round of proposals may be worth, in the company's currency; the least urgent lines wait", Scope.COMPANY),
    SUPPLY_TOLERANCE(null, Kind.TOLERANCE, "0.25", "how far supply may move between decision and sending, as a share of the quantity and beyond the demand forecast for that time; 0.25 unless set", Scope.COMPANY),
    PRICE_TOLERANCE(null, Kind.TOLERANCE, "0.02", "how far a price may move between decision and sending, as a share of it; 0.02 unless set", Scope.COMPANY),
    CLASS_A_SHARE(null, Kind.SHARE, "0.8", "class A: the SKUs that make up this share of what is sold in a year, at cost", Scope.COMPANY),
    CLASS_B_SHARE(null, Kind.SHARE, "0.95", "class B: those that follow, up to this share; the rest is C", Scope.COMPANY),
    CLASS_X_SPREAD(null, Kind.RATIO, "0.5", "class X, steady: demand spreads around its mean by less than this part of it", Scope.COMPANY),
    CLASS_Y_SPREAD(null, Kind.RATIO, "1", "class Y, lively: by less than this; the rest is Z, erratic", Scope.COMPANY),
    SERVICE_LEVEL_AX(null, Kind.SHARE, "0.97", "service level of class AX, where none is set nearer", Scope.COMPANY),
    SERVICE_LEVEL_AY(null, Kind.SHARE, "0.95", "service level of class AY, where none is set nearer", Scope.COMPANY),
    SERVICE_LEVEL_AZ(null, Kind.SHARE, "0.9", "service level of class AZ, where none is set nearer", Scope.COMPANY),
    SERVICE_LEVEL_BX(null, Kind.SHARE, "0.95", "service level of class BX, where none is set nearer", Scope.COMPANY),
    SERVICE_LEVEL_BY(null, Kind.SHARE, "0.92", "service level of class BY, where none is set nearer", Scope.COMPANY),
    SERVICE_LEVEL_BZ(null, Kind.SHARE, "0.88", "service level of class BZ, where none is set nearer", Scope.COMPANY),
    SERVICE_LEVEL_CX(null, Kind.SHARE, "0.92", "service level of class CX, where none is set nearer", Scope.COMPANY),
    SERVICE_LEVEL_CY(null, Kind.SHARE, "0.9", "service level of class CY, where none is set nearer", Scope.COMPANY),
    SERVICE_LEVEL_CZ(null, Kind.SHARE, "0.85", "service level of class CZ, where none is set nearer", Scope.COMPANY),
    CYCLE_DAYS_A(null, Kind.DAYS, "7", "cycle days of class A, where none are set nearer", Scope.COMPANY),
    CYCLE_DAYS_B(null, Kind.DAYS, "14", "cycle days of class B, where none are set nearer", Scope.COMPANY),
    CYCLE_DAYS_C(null, Kind.DAYS, "14", "cycle days of class C, where none are set nearer", Scope.COMPANY);

    /** What a value is. */
    public enum Kind {
        /** Between 0 and 1, both left out. */
        SHARE,
        /** A share that may be 0. */
        TOLERANCE,
        /** A number above 0, at most 10. */
        RATIO,
        /** Whole days, 0 to 3,650. */
        DAYS,
        /** Whole days, 1 to 3,650. */
        POSITIVE_DAYS,
        /** Of money or goods; not negative. */
        AMOUNT,
        WEEKDAYS,
        YES_NO,
        RULE_MODE
    }

    private static final int LONGEST_DAYS = 3650;

    private final @Nullable PolicyParameter parameter;
    private final Kind kind;
    private final String standard;
    private final String meaning;
    private final Set<Scope> scopes;

    SettingName(@Nullable PolicyParameter parameter, Kind kind, String standard, String meaning, Scope... scopes) {
        this.parameter = parameter;
        this.kind = kind;
        this.standard = standard;
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

    public Kind kind() {
        return kind;
    }

    /** Whether it belongs to the tables of the ABC/XYZ classes. */
    public boolean inClassTable() {
        return name().startsWith("CLASS_") || name().startsWith("SERVICE_LEVEL_") || name().startsWith("CYCLE_DAYS_");
    }

    /** What holds where nobody set anything, in its kept form; empty where that is the class's, or where nothing limits. */
    public String standard() {
        return standard;
    }

    /** The entry of the class tables that stands in where nobody set this one nearer; empty for what no class decides. */
    public Optional<SettingName> ofClass(String policyClass) {
        return switch (this) {
            case SERVICE_LEVEL -> Optional.of(serviceLevelOf(policyClass));
            case CYCLE_DAYS -> Optional.of(cycleDaysOf(ValueClass.valueOf(policyClass.substring(0, 1))));
            default -> Optional.empty();
        };
    }

    /** @param policyClass such as {@code AX} */
    static SettingName serviceLevelOf(String policyClass) {
        return valueOf("SERVICE_LEVEL_" + policyClass);
    }

    static SettingName cycleDaysOf(ValueClass value) {
        return valueOf("CYCLE_DAYS_" + value.name());
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
            case RATIO -> ratio(text).toPlainString();
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

    private BigDecimal ratio(String text) {
        BigDecimal value = number(text);
        if (value.signum() <= 0 || value.compareTo(BigDecimal.TEN) > 0) {
            throw new IllegalArgumentException(word() + " lies above 0 and is at most 10, such as 0.5; not " + text + ".");
        }
        return new BigDecimal(value.stripTrailingZeros().toPlainString());
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
