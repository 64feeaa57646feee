package org.orderbench.demo.orm;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values have two forms. On the wire they are as Odoo sends them: {@code false} for empty, texts for dates. Inside they are typed: Integer
 * for integers and references (0 is none), Double, Boolean, Long for dates (epoch days) and datetimes (epoch milliseconds, 0 is none),
 * String or null, {@code int[]} for x2many.
 */
public final class Values {

    static final DateTimeFormatter DATETIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final int[] NO_IDS = new int[0];

    private Values() {}

    /** The internal form of empty. */
    static @Nullable Object empty(FieldType type) {
        return switch (type) {
            case INTEGER, MANY2ONE, MANY2ONE_REFERENCE -> 0;
            case FLOAT, MONETARY -> 0.0;
            case DATE, DATETIME -> 0L;
            case BOOLEAN -> false;
            case MANY2MANY, ONE2MANY -> NO_IDS;
            case CHAR, TEXT, HTML, SELECTION, BINARY, JSON, REFERENCE, PROPERTIES, PROPERTIES_DEFINITION -> null;
        };
    }

    /** Internal to wire; a many2one becomes its bare id. */
    static Object toWire(FieldType type, @Nullable Object value) {
        if (value == null) {
            return false;
        }
        return switch (type) {
            case MANY2ONE, MANY2ONE_REFERENCE -> (Integer) value == 0 ? (Object) false : value;
            case DATE -> (Long) value == 0 ? (Object) false : date((Long) value);
            case DATETIME -> (Long) value == 0 ? (Object) false : datetime((Long) value);
            case MANY2MANY, ONE2MANY -> list((int[]) value);
            case INTEGER, FLOAT, MONETARY, BOOLEAN, CHAR, TEXT, HTML, SELECTION, BINARY, JSON, REFERENCE, PROPERTIES, PROPERTIES_DEFINITION -> value;
        };
    }

    /** Wire to internal, for everything but x2many commands. */
    static @Nullable Object fromWire(Field field, @Nullable Object value) {
        if (value == null || value.equals(false)) {
            return empty(field.type());
        }
        return switch (field.type()) {
            case INTEGER, MANY2ONE, MANY2ONE_REFERENCE -> integer(field, value);
            case FLOAT, MONETARY -> number(value);
            case BOOLEAN -> truthy(value);
            case DATE -> parseDate(value.toString());
            case DATETIME -> parseDatetime(value.toString());
            case SELECTION -> selected(field, value.toString());
            case CHAR, TEXT, HTML, BINARY, REFERENCE -> value.toString().isEmpty() ? null : value.toString();
            case JSON, PROPERTIES, PROPERTIES_DEFINITION -> value;
            case ONE2MANY, MANY2MANY -> throw new IllegalArgumentException("Commands, not a value: " + field.name());
        };
    }

    private static String selected(Field field, String value) {
        if (!field.selection().isEmpty() && !field.selection().containsKey(value)) {
            throw OdooError.value("Wrong value for " + field.model() + "." + field.name() + ": '" + value + "'");
        }
        return value;
    }

    private static Integer integer(Field field, Object value) {
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        if (value instanceof Number number) {
            return number.intValue();
        }
        if (value instanceof List<?> pair && !pair.isEmpty() && pair.getFirst() instanceof Number number) {
            return number.intValue();
        }
        try {
            return Integer.valueOf(value.toString().strip());
        } catch (NumberFormatException e) {
            if (field.type() == FieldType.MANY2ONE) {
                throw OdooError.value("Wrong value for " + field.model() + "." + field.name() + ": '" + value + "'");
            }
            throw OdooError.value("invalid literal for int() with base 10: '" + value + "'");
        }
    }

    private static Double number(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof Boolean flag) {
            return flag ? 1.0 : 0.0;
        }
        try {
            return Double.valueOf(value.toString().strip());
        } catch (NumberFormatException e) {
            throw OdooError.value("could not convert string to float: '" + value + "'");
        }
    }

    /** Python's truth. */
    public static boolean truthy(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean flag -> flag;
            case Number number -> number.doubleValue() != 0;
            case String text -> !text.isEmpty();
            case List<?> list -> !list.isEmpty();
            case java.util.Map<?, ?> map -> !map.isEmpty();
            default -> true;
        };
    }

    static long parseDate(String text) {
        try {
            return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text).toEpochDay();
        } catch (DateTimeException e) {
            throw OdooError.value("time data '" + text + "' does not match format '%Y-%m-%d'");
        }
    }

    static long parseDatetime(String text) {
        try {
            LocalDateTime time = text.length() == 10 ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text.replace('T', ' ').substring(0, 19), DATETIME);
            return time.toInstant(ZoneOffset.UTC).toEpochMilli();
        } catch (DateTimeException | StringIndexOutOfBoundsException e) {
            throw OdooError.value("time data '" + text + "' does not match format '%Y-%m-%d %H:%M:%S'");
        }
    }

    public static String date(long epochDay) {
        return LocalDate.ofEpochDay(epochDay).toString();
    }

    public static String datetime(long millis) {
        return DATETIME.format(LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC));
    }

    public static List<Object> list(int[] ids) {
        List<Object> list = new ArrayList<>(ids.length);
        for (int id : ids) {
            list.add(id);
        }
        return list;
    }

    /** Ids from a wire value: one, a list, or none. */
    public static int[] ids(@Nullable Object value) {
        if (value instanceof Number number) {
            return new int[] {number.intValue()};
        }
        if (value instanceof List<?> list) {
            return list.stream().mapToInt(Values::id).toArray();
        }
        return NO_IDS;
    }

    private static int id(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.intValue();
        }
        throw OdooError.value("invalid literal for int() with base 10: '" + value + "'");
    }
}
