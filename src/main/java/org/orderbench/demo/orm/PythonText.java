package org.orderbench.demo.orm;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Python's way of writing values in messages and on the wire. */
public final class PythonText {

    private PythonText() {}

    public static String repr(@Nullable Object value) {
        return switch (value) {
            case null -> "None";
            case Boolean flag -> flag ? "True" : "False";
            case Double number -> number(number);
            case String text -> "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
            case List<?> list -> list.stream().map(PythonText::repr).collect(Collectors.joining(", ", "[", "]"));
            default -> value.toString();
        };
    }

    /** {@code repr} of a float: the shortest digits that read back the same; exponents below 1e-4 and from 1e16. */
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        double size = Math.abs(value);
        if (size == 0 || (size >= 1e-4 && size < 1e16)) {
            String plain = new BigDecimal(Double.toString(value)).toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        String text = Double.toString(value).replace(".0E", "E");
        int at = text.indexOf('E');
        int exponent = Integer.parseInt(text.substring(at + 1));
        return text.substring(0, at) + "e" + (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }
}
