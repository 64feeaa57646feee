package org.orderbench.sync;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One record as it came: whatever is wrong with a value is counted and replaced by the nearest harmless one, or, where the row is worthless without it,
 * makes the row {@link Unreadable}.
 */
final class OdooRow {

    /** The row cannot be used; it was counted. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final Oddity oddity;

        Unreadable(Oddity oddity) {
            super(oddity.words(), null, false, false);
            this.oddity = oddity;
        }

        Oddity oddity() {
            return oddity;
        }
    }

    private static final BigDecimal LARGEST = new BigDecimal("1e15");
    private static final double WHOLE = 1e9;
    private static final int DECIMALS = 6;
    private static final long MILLION = 1_000_000;

    private final Map<?, ?> values;
    private final String model;
    private final Warnings warnings;

    OdooRow(Map<?, ?> values, String model, Warnings warnings) {
        this.values = values;
        this.model = model;
        this.warnings = warnings;
    }

    void count(Oddity kind) {
        warnings.count(kind, model, values.get("id") instanceof Number id ? id.longValue() : 0);
    }

    int id() throws Unreadable {
        return reference("id");
    }

    /** The id that a many2one points to, be it bare or with its name; the row is worthless without it. */
    int reference(String field) throws Unreadable {
        Integer id = referenceOrNull(field);
        if (id == null) {
            throw new Unreadable(Oddity.UNREADABLE);
        }
        return id;
    }

    @Nullable Integer referenceOrNull(String field) {
        Object value = values.get(field);
        if (value instanceof List<?> pair && !pair.isEmpty()) {
            value = pair.getFirst();
        }
        return value instanceof Integer id && id > 0 ? id : null;
    }

    List<Integer> references(String field) {
        List<Integer> ids = new ArrayList<>();
        if (values.get(field) instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof Integer id) {
                    ids.add(id);
                }
            }
        }
        return ids;
    }

    /** One line of text without control characters; empty where Odoo has none. */
    String text(String field) {
        return values.get(field) instanceof String text ? text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}&&[^\\u200D]]+", " ").replaceAll(" {2,}", " ").strip() : "";
    }

    @Nullable String textOrNull(String field) {
        String text = text(field);
        return text.isEmpty() ? null : text;
    }

    boolean flag(String field) {
        return Boolean.TRUE.equals(values.get(field));
    }

    /** A number of any size that goods and money have, to six decimals; zero, counted, where there is none. */
    BigDecimal number(String field) {
        return number(field, DECIMALS);
    }

    BigDecimal number(String field, int decimals) {
        Object value = values.get(field);
        if (value instanceof Double real && Math.abs(real) < WHOLE && real == Math.rint(real)) {
            long whole = real.longValue();
            return decimals == DECIMALS ? BigDecimal.valueOf(whole * MILLION, DECIMALS) : BigDecimal.valueOf(whole).setScale(decimals); // nearly all there are, in a tenth of the time
        }
        BigDecimal number = switch (value) {
            case Integer whole -> BigDecimal.valueOf(whole);
            case Long whole -> BigDecimal.valueOf(whole);
            case Double real when Double.isFinite(real) -> BigDecimal.valueOf(real);
            case Boolean empty when !empty -> BigDecimal.ZERO;
            case null, default -> null;
        };
        if (number == null || number.abs().compareTo(LARGEST) > 0) {
            count(Oddity.NOT_A_NUMBER);
            return BigDecimal.ZERO;
        }
        return number.setScale(decimals, RoundingMode.HALF_EVEN);
    }

    /** Whether two fields hold the same number, as the server writes it. */
    boolean isSame(String field, String other) {
        return values.get(field) instanceof Double one && Double.isFinite(one) && one.equals(values.get(other));
    }

    /** Whole days or places in a list; fractions count as a whole one. */
    int whole(String field) {
        BigDecimal number = number(field);
        if (number.abs().compareTo(BigDecimal.valueOf(1_000_000)) > 0) {
            count(Oddity.NOT_A_NUMBER);
            return 0;
        }
        return number.setScale(0, RoundingMode.CEILING).intValueExact();
    }

    @Nullable Instant instantOrNull(String field) {
        return time(field, Wire::instant);
    }

    Instant instant(String field) throws Unreadable {
        Instant instant = instantOrNull(field);
        if (instant == null) {
            throw new Unreadable(Oddity.UNREADABLE);
        }
        return instant;
    }

    @Nullable LocalDate dayOrNull(String field) {
        return time(field, Wire::day);
    }

    private <T> @Nullable T time(String field, Function<String, Optional<T>> reading) {
        Object value = values.get(field);
        if (value == null || Boolean.FALSE.equals(value)) {
            return null;
        }
        Optional<T> time = value instanceof String text ? reading.apply(text) : Optional.empty();
        if (time.isEmpty()) {
            count(Oddity.BAD_DATE);
        }
        return time.orElse(null);
    }
}
