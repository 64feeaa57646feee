package org.orderbench.desktop.settings;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.orderbench.desktop.common.Numbers;
import org.orderbench.desktop.common.Texts;
import org.orderbench.proposal.HeldSetting;
import org.orderbench.replenish.SettingName;

/** Where one setting is changed, as its kind wants it. What is typed is taken on Enter or when the field is left; what cannot be is said below it. */
final class SettingEditor extends VBox {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final List<String> RULE_MODES = List.of("forecast-decides", "rule-bounds", "ignored");

    private final HeldSetting held;
    private final String name;
    private final Texts texts;
    private final Consumer<@Nullable String> changed;
    private final Label problem = new Label();
    /** Once taken, the row is made anew; what the old field still hears counts no more. */
    private boolean taken;

    /**
     * @param name    read out
     * @param changed hears the new value in its kept form; null to clear it
     */
    SettingEditor(HeldSetting held, String name, Texts texts, Consumer<@Nullable String> changed) {
        this.held = held;
        this.name = name;
        this.texts = texts;
        this.changed = changed;
        getStyleClass().add("setting-editor");
        problem.getStyleClass().add("wrong-words");
        problem.setWrapText(true);
        say(null);
        getChildren().addAll(switch (held.name().kind()) {
            case SHARE, TOLERANCE, RATIO, DAYS, POSITIVE_DAYS, AMOUNT -> typed();
            case WEEKDAYS -> weekdays();
            case YES_NO -> chosen(List.of("yes", "no"), "planning.choice.");
            case RULE_MODE -> chosen(RULE_MODES, "planning.rules.");
        }, problem);
    }

    private void say(@Nullable String words) {
        problem.setText(words);
        problem.setVisible(words != null);
        problem.setManaged(words != null);
    }

    private Node typed() {
        String before = written(held.value());
        TextField field = new TextField(before);
        field.setId("setting-" + held.name().word());
        field.getStyleClass().add("amount");
        field.setPrefColumnCount(6);
        field.setMaxWidth(USE_PREF_SIZE);
        field.setPromptText(texts.get(held.name().ofClass("AX").isPresent() ? "planning.by-class" : "planning.none"));
        field.setAccessibleText(name);
        field.setAccessibleHelp(texts.get("planning.range." + range()));
        field.setOnAction(event -> take(field, before));
        field.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                take(field, before);
            }
        });
        String unit = switch (held.name().kind()) {
            case DAYS, POSITIVE_DAYS -> texts.get("planning.days");
            case SHARE, TOLERANCE, RATIO, AMOUNT, WEEKDAYS, YES_NO, RULE_MODE -> "";
        };
        HBox line = new HBox(6, field);
        line.getStyleClass().add("setting-line");
        if (!unit.isEmpty()) {
            Label days = new Label(unit);
            days.getStyleClass().add("muted");
            days.setMinWidth(USE_PREF_SIZE);
            line.getChildren().add(days);
        }
        return line;
    }

    private String range() {
        return held.name().kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void take(TextField field, String before) {
        String typed = field.getText().strip();
        if (taken) {
            return;
        }
        if (typed.equals(before)) {
            field.pseudoClassStateChanged(WRONG, false);
            say(null);
            return;
        }
        if (typed.isEmpty()) {
            taken = true;
            changed.accept(null);
            return;
        }
        String value = kept(typed);
        field.pseudoClassStateChanged(WRONG, value == null);
        say(value == null ? texts.get("planning.range." + range()) : null);
        if (value != null) {
            taken = true;
            changed.accept(value);
        }
    }

    /** A share is read as a percentage where it says so, or is above 1. Null for what is no value of the setting. */
    private @Nullable String kept(String typed) {
        boolean percent = typed.endsWith("%");
        BigDecimal number = Numbers.read(percent ? typed.substring(0, typed.length() - 1) : typed, texts.locale());
        if (number == null) {
            return null;
        }
        boolean share = isShare();
        if (percent && !share) {
            return null;
        }
        BigDecimal value = share && (percent || number.compareTo(BigDecimal.ONE) > 0) ? number.movePointLeft(2) : number;
        try {
            return held.name().canonical(value.toPlainString());
        } catch (IllegalArgumentException outOfRange) {
            return null;
        }
    }

    private boolean isShare() {
        return held.name().kind() == SettingName.Kind.SHARE || held.name().kind() == SettingName.Kind.TOLERANCE;
    }

    /** In the language's form. */
    private String written(String value) {
        if (value.isEmpty()) {
            return "";
        }
        boolean share = isShare();
        NumberFormat format = share ? NumberFormat.getPercentInstance(texts.locale()) : NumberFormat.getNumberInstance(texts.locale());
        format.setMaximumFractionDigits(6);
        return format.format(new BigDecimal(value));
    }

    private Node weekdays() {
        List<String> set = held.value().isEmpty() ? List.of() : Arrays.asList(held.value().split(",", -1));
        HBox days = new HBox(2);
        days.setId("setting-" + held.name().word());
        for (DayOfWeek day : DayOfWeek.values()) {
            String word = day.name().substring(0, 3).toLowerCase(Locale.ROOT);
            ToggleButton toggle = new ToggleButton(day.getDisplayName(TextStyle.NARROW_STANDALONE, texts.locale()));
            toggle.getStyleClass().addAll("weekday", "data");
            toggle.setAccessibleText(texts.get("planning.weekday", name, day.getDisplayName(TextStyle.FULL_STANDALONE, texts.locale())));
            toggle.setSelected(set.contains(word));
            toggle.setUserData(word);
            toggle.setOnAction(event -> takeDays(days));
            days.getChildren().add(toggle);
        }
        return days;
    }

    private void takeDays(HBox days) {
        List<String> chosen = new ArrayList<>();
        for (Node node : days.getChildren()) {
            if (node instanceof ToggleButton toggle && toggle.isSelected()) {
                chosen.add(String.valueOf(toggle.getUserData()));
            }
        }
        changed.accept(chosen.isEmpty() ? null : held.name().canonical(String.join(",", chosen)));
    }

    private Node chosen(List<String> values, String key) {
        ComboBox<String> box = new ComboBox<>();
        box.setId("setting-" + held.name().word());
        box.getItems().setAll(values);
        box.setAccessibleText(name);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String value) {
                return value == null || value.isEmpty() ? "" : texts.get(key + value);
            }

            @Override
            public String fromString(String text) {
                throw new UnsupportedOperationException("It is chosen, not typed");
            }
        });
        box.setValue(held.value().isEmpty() ? null : held.value());
        box.valueProperty().subscribe((before, now) -> changed.accept(now));
        return box;
    }
}
