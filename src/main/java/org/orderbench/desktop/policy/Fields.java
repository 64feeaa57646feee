package org.orderbench.desktop.policy;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;
import org.orderbench.desktop.common.Numbers;

/** A field for one amount in the user's form of numbers. */
final class Fields {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Locale locale;

    Fields(Locale locale) {
        this.locale = locale;
    }

    /** @param name read out, and shown when it is wrong */
    TextField amount(String name, @Nullable BigDecimal value) {
        TextField field = new TextField(text(value));
        field.getStyleClass().add("amount");
        field.setAccessibleText(name);
        field.setPrefColumnCount(7);
        field.textProperty().subscribe(typed -> field.pseudoClassStateChanged(WRONG, !typed.isBlank() && read(typed) == null));
        return field;
    }

    private String text(@Nullable BigDecimal value) {
        if (value == null) {
            return "";
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(6);
        return format.format(value);
    }

    /** @throws IllegalArgumentException naming the field, if it cannot be read or is less than nothing */
    @Nullable BigDecimal value(TextField field, String wrong) {
        if (field.getText().isBlank()) {
            return null;
        }
        BigDecimal value = read(field.getText());
        if (value == null || value.signum() < 0) {
            throw new IllegalArgumentException(wrong);
        }
        return value;
    }

    private @Nullable BigDecimal read(String typed) {
        return Numbers.read(typed, locale);
    }
}
