package org.orderbench.odoo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderbench.writeback.GatewayException;

/** One record as Odoo sent it, read strictly: write-back rather stops than guesses. */
record PurchaseValues(Map<?, ?> values) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final int DECIMALS = 6;

    static List<PurchaseValues> rows(@Nullable Object answer) throws GatewayException {
        if (!(answer instanceof List<?> list)) {
            throw odd("a list of records");
        }
        List<PurchaseValues> rows = new ArrayList<>();
        for (Object row : list) {
            if (!(row instanceof Map<?, ?> map)) {
                throw odd("a record");
            }
            rows.add(new PurchaseValues(map));
        }
        return rows;
    }

    int id() throws GatewayException {
        return reference("id");
    }

    int reference(String field) throws GatewayException {
        Integer id = referenceOrNull(field);
        if (id == null) {
            throw odd("a value for " + field);
        }
        return id;
    }

    /** The id of a many2one, be it bare or with its name; null where it is empty. */
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
            list.forEach(id -> {
                if (id instanceof Integer number) {
                    ids.add(number);
                }
            });
        }
        return ids;
    }

    String text(String field) {
        return values.get(field) instanceof String text ? text : "";
    }

    boolean truth(String field) {
        return Boolean.TRUE.equals(values.get(field));
    }

    /** Rounded to six decimals, which is finer than Odoo keeps. */
    BigDecimal number(String field) throws GatewayException {
        return switch (values.get(field)) {
            case Integer whole -> BigDecimal.valueOf(whole);
            case Long whole -> BigDecimal.valueOf(whole);
            case Double real when Double.isFinite(real) -> plain(BigDecimal.valueOf(real).setScale(DECIMALS, RoundingMode.HALF_EVEN));
            case null, default -> throw odd("a number for " + field);
        };
    }

    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    Instant instant(String field) throws GatewayException {
        try {
            String text = text(field);
            return LocalDateTime.parse(text.length() > 19 ? text.substring(0, 19) : text, TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw odd("a time for " + field);
        }
    }

    @Nullable LocalDate day(String field) throws GatewayException {
        String text = text(field);
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw odd("a day for " + field);
        }
    }

    static GatewayException odd(String expected) {
        return new GatewayException(
                GatewayException.Kind.UNKNOWN, "Odoo's answer could not be read: " + expected + " was expected. It is looked up again at the next push.");
    }
}
