package org.orderbench.desktop.common;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as people type them in their own language. */
public final class Numbers {

    private Numbers() {}

    /** Null for what is no number in that language's form; blanks between the digits are passed over. */
    public static @Nullable BigDecimal read(String typed, Locale locale) {
        String text = typed.strip().replace('\u00a0', ' ').replace('\u202f', ' ').replace(" ", "");
        DecimalFormat format = (DecimalFormat) NumberFormat.getNumberInstance(locale);
        format.setParseBigDecimal(true);
        ParsePosition at = new ParsePosition(0);
        Number number = format.parse(text, at);
        return at.getIndex() == text.length() && number instanceof BigDecimal value ? value : null;
    }
}
