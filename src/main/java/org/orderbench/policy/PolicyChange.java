package org.orderbench.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One thing that a version of the policy changed against another. */
public sealed interface PolicyChange {

    /** In a sentence, in English. */
    String words();

    record SliceAdded(Slice slice) implements PolicyChange {
        @Override
        public String words() {
            return "New slice \"" + slice.name() + "\" at " + slice.level() + ": " + rules(slice) + ".";
        }
    }

    record SliceGone(String slice) implements PolicyChange {
        @Override
        public String words() {
            return "Slice \"" + slice + "\" is gone.";
        }
    }

    record LevelChanged(String slice, AuthorityLevel before, AuthorityLevel after) implements PolicyChange {
        @Override
        public String words() {
            return "Slice \"" + slice + "\": " + before + " → " + after + ".";
        }
    }

    record RulesChanged(Slice before, Slice after) implements PolicyChange {
        @Override
        public String words() {
            return "Slice \"" + after.name() + "\" holds " + rules(after) + ", before " + rules(before) + ".";
        }
    }

    /** @param slices in their new order */
    record OrderChanged(List<String> slices) implements PolicyChange {
        public OrderChanged {
            slices = List.copyOf(slices);
        }

        @Override
        public String words() {
            return "The slices stand in another order: " + String.join(", ", slices) + ".";
        }
    }

    record CurrencyChanged(String before, String after) implements PolicyChange {
        @Override
        public String words() {
            return "Currency: " + before + " → " + after + ".";
        }
    }

    /** What a ceiling holds for. */
    enum Scope {
        LINE("a line"),
        ORDER("an order"),
        VENDOR_DAY("a vendor's day"),
        SKU_DAY("a product's day"),
        DAY("the day"),
        SLICE_WEEK("slice \"%s\" in a week");

        private final String words;

        Scope(String words) {
            this.words = words;
        }
    }

    /** What a ceiling counts. */
    enum Measure {
        VALUE,
        UNITS,
        PACKS
    }

    /**
     * @param slice  of {@link Scope#SLICE_WEEK}; else empty
     * @param before null for no limit
     * @param after  null for no limit
     */
    record CeilingChanged(Scope scope, String slice, Measure measure, @Nullable BigDecimal before, @Nullable BigDecimal after) implements PolicyChange {
        @Override
        public String words() {
            return "Most " + CheckWords.key(measure) + " of " + scope.words.formatted(slice) + ": " + step(before, after, "");
        }
    }

    /** A limit of one number. */
    enum Limit {
        USUAL_ORDER("Most of the usual order", " times"),
        PRICE_RISE("Most that a price may rise", " %"),
        CONFIDENCE("Least confidence of a forecast", ""),
        DATA_AGE("Oldest data", " hours");

        private final String words;
        private final String unit;

        Limit(String words, String unit) {
            this.words = words;
            this.unit = unit;
        }
    }

    record LimitChanged(Limit limit, BigDecimal before, BigDecimal after) implements PolicyChange {
        @Override
        public String words() {
            return limit.words + ": " + step(before, after, limit.unit);
        }
    }

    /** The nulls are for no budget. */
    record BudgetChanged(String category, @Nullable BigDecimal before, @Nullable BigDecimal after) implements PolicyChange {
        @Override
        public String words() {
            return "Week's budget of " + category + ": " + step(before, after, "");
        }
    }

    record BrakeChanged() implements PolicyChange {
        @Override
        public String words() {
            return "What pulls the brake by itself was changed.";
        }
    }

    record EarningChanged() implements PolicyChange {
        @Override
        public String words() {
            return "How a level is earned and lost was changed.";
        }
    }

    private static String rules(Slice slice) {
        return slice.rules().stream().map(SliceRule::words).collect(Collectors.joining(" and "));
    }

    private static String step(@Nullable BigDecimal before, @Nullable BigDecimal after, String unit) {
        return plain(before) + " → " + plain(after) + unit + ".";
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "no limit" : Ceilings.plain(number);
    }
}
