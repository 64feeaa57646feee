package org.orderbench.demo.orm;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One condition on a field that is not a relation. */
final class Comparison {

    private final FieldType type;
    private final Domain.Leaf leaf;

    Comparison(FieldType type, Domain.Leaf leaf) {
        this.type = type;
        this.leaf = leaf;
    }

    IntPredicate on(IntFunction<@Nullable Object> values) {
        Predicate<@Nullable Object> test = test();
        return id -> test.test(values.apply(id));
    }

    /** The same on a column of times, without an object for each; null for what is no comparison of sizes. */
    @Nullable IntPredicate onTimes(Column.Longs times) {
        if (!(leaf.operator().startsWith("<") || leaf.operator().startsWith(">")) || !(operand(leaf.value()) instanceof Long bound) || bound == 0) {
            return null;
        }
        return switch (leaf.operator()) {
            case "<" -> id -> times.at(id) != 0 && times.at(id) < bound;
            case "<=" -> id -> times.at(id) != 0 && times.at(id) <= bound;
            case ">" -> id -> times.at(id) > bound && times.at(id) != 0;
            case ">=" -> id -> times.at(id) >= bound && times.at(id) != 0;
            default -> null;
        };
    }

    private Predicate<@Nullable Object> test() {
        return switch (leaf.operator()) {
            case "=" -> equal();
            case "!=" -> equal().negate();
            case "in" -> in();
            case "not in" -> in().negate();
            case "<", "<=", ">", ">=" -> compared();
            case "like", "=like" -> matching(false);
            case "ilike", "=ilike" -> matching(true);
            case "not like" -> matching(false).negate();
            case "not ilike" -> matching(true).negate();
            default -> throw OdooError.value("Invalid leaf " + Filter.python(leaf));
        };
    }

    private Predicate<@Nullable Object> equal() {
        if (leaf.value() instanceof List<?>) {
            return in();
        }
        Object wanted = operand(leaf.value());
        return value -> Objects.equals(value, wanted);
    }

    private Predicate<@Nullable Object> in() {
        Set<@Nullable Object> wanted = new HashSet<>();
        for (Object value : leaf.value() instanceof List<?> list ? list : List.of(Objects.requireNonNullElse(leaf.value(), false))) {
            wanted.add(operand(value));
        }
        return wanted::contains;
    }

    private Predicate<@Nullable Object> compared() {
        Object bound = operand(leaf.value());
        boolean isTime = type == FieldType.DATE || type == FieldType.DATETIME;
        return value -> {
            if (value == null || bound == null || (isTime && (value.equals(0L) || bound.equals(0L)))) {
                return false;
            }
            int order = compare(value, bound);
            return switch (leaf.operator()) {
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                default -> order >= 0;
            };
        };
    }

    private static int compare(Object value, Object bound) {
        if (value instanceof Long left && bound instanceof Long right) {
            return Long.compare(left, right);
        }
        if (value instanceof Number left && bound instanceof Number right) {
            return Double.compare(left.doubleValue(), right.doubleValue());
        }
        return value.toString().compareTo(bound.toString());
    }

    /** The wire value as it would be stored. A bare day means its start, or its end after {@code >} and {@code <=}. */
    private @Nullable Object operand(@Nullable Object value) {
        if (value == null || value.equals(false)) {
            return Values.empty(type);
        }
        return switch (type) {
            case INTEGER, MANY2ONE, MANY2ONE_REFERENCE -> value instanceof Number number && number.doubleValue() != number.intValue()
                    ? (Object) number.doubleValue() : number(value).intValue();
            case FLOAT, MONETARY -> number(value).doubleValue();
            case BOOLEAN -> Values.truthy(value);
            case DATE -> Values.parseDate(value.toString());
            case DATETIME -> Values.parseDatetime(value.toString().length() == 10 && (leaf.operator().equals(">") || leaf.operator().equals("<="))
                    ? value + " 23:59:59" : value.toString());
            case CHAR, TEXT, HTML, SELECTION, BINARY, REFERENCE -> value.toString();
            case JSON, PROPERTIES, PROPERTIES_DEFINITION, ONE2MANY, MANY2MANY -> value;
        };
    }

    private static Number number(Object value) {
        if (value instanceof Number number) {
            return number;
        }
        if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        try {
            return Double.valueOf(value.toString());
        } catch (NumberFormatException e) {
            throw OdooError.value("could not convert string to float: '" + value + "'");
        }
    }

    private Predicate<@Nullable Object> matching(boolean ignoreCase) {
        String text = leaf.value() == null || leaf.value().equals(false) ? "" : leaf.value().toString();
        boolean whole = leaf.operator().startsWith("=");
        StringBuilder expression = new StringBuilder();
        for (char letter : text.toCharArray()) {
            expression.append(letter == '%' ? ".*" : letter == '_' ? "." : Pattern.quote(String.valueOf(letter)));
        }
        String bounded = whole ? expression.toString() : ".*" + expression + ".*";
        Pattern pattern = Pattern.compile(bounded, Pattern.DOTALL | (ignoreCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0));
        return value -> value != null && pattern.matcher(value instanceof Number number ? plain(number) : value.toString()).matches();
    }

    private static String plain(Number number) {
        return String.format(Locale.ROOT, "%s", number);
    }
}
