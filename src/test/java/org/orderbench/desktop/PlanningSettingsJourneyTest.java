package org.orderbench.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.orderbench.desktop.Stagehand.Setting;
import org.orderbench.desktop.shell.Screen;
import org.orderbench.replenish.PlanningSetting;
import org.orderbench.replenish.PolicyOverride.Scope;
import org.orderbench.replenish.SettingName;

/** A buyer sets how planning decides, in the window: for everything, for a vendor, in the class tables. */
class PlanningSettingsJourneyTest {

    private static Stagehand open(SampleServices sample, Setting setting) throws InterruptedException {
        Stagehand window = Stagehand.open(sample, setting);
        window.ask(() -> {
            window.shell.open(Screen.SETTINGS);
            ((ToggleButton) window.scene().lookup("#toPlanning")).fire();
            layout(window);
            return 0;
        });
        return window;
    }

    private static void layout(Stagehand window) {
        for (int pass = 0; pass < 2; pass++) {
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
        }
    }

    private static void choose(Stagehand window, int at) throws InterruptedException {
        window.ask(() -> {
            ((ListView<?>) window.scene().lookup("#planning-scopes")).getSelectionModel().select(at);
            layout(window);
            return 0;
        });
    }

    private static void type(Stagehand window, String field, String text) throws InterruptedException {
        window.ask(() -> {
            TextField found = (TextField) window.scene().lookup(field);
            found.requestFocus();
            found.setText(text);
            return 0;
        });
        window.press(KeyCode.ENTER);
    }

    private static List<String> labels(Stagehand window) throws InterruptedException {
        return window.ask(() -> {
            layout(window);
            return texts(window.scene().getRoot());
        });
    }

    private static List<String> texts(Node node) {
        if (!node.isVisible()) {
            return List.of();
        }
        List<String> found = new java.util.ArrayList<>();
        if (node instanceof Label label && label.getText() != null) {
            found.add(label.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(texts(child)));
        }
        return found;
    }

    @Test
    void everySettingOfTheCatalogueIsThereForEverything() throws InterruptedException {
        try (Stagehand window = open(new SampleServices(40, true), Setting.USUAL)) {
            for (SettingName name : SettingName.values()) {
                boolean shown = window.ask(() -> window.scene().lookup("#setting-" + name.word()) != null);
                assertThat(shown).as(name.word()).isEqualTo(name.scopes().contains(Scope.COMPANY));
            }
        }
    }

    @Test
    void aValueIsSetForAVendorToldWhereFromAndUndone() throws InterruptedException {
        SampleServices sample = new SampleServices(40, true);
        try (Stagehand window = open(sample, Setting.USUAL)) {
            choose(window, 2);
            assertThat(labels(window)).contains("Bloom & Wild Wholesale", "As each class has it").doesNotContain("Set here");
            type(window, "#setting-service-level", "98 %");
            assertThat(sample.planning.set).contains(new PlanningSetting(Scope.VENDOR, "2", "vendor Bloom & Wild Wholesale", SettingName.SERVICE_LEVEL, "0.98"));
            assertThat(labels(window)).contains("Set here").anyMatch(text -> text.startsWith("Planning again would change"));
            window.click(".notice-action");
            assertThat(sample.planning.set).noneMatch(each -> each.key().equals("2"));
            assertThat(labels(window)).doesNotContain("Set here");
        }
    }

    @Test
    void whatIsNoValueIsRefusedWithItsRangeAndNothingIsSet() throws InterruptedException {
        SampleServices sample = new SampleServices(40, false);
        try (Stagehand window = open(sample, Setting.USUAL)) {
            type(window, "#setting-review-days", "seven");
            assertThat(labels(window)).contains("Whole days, 1 to 3,650");
            type(window, "#setting-holding-rate", "250");
            assertThat(labels(window)).contains("Above 0 and below 100 %, such as 95 %");
            assertThat(sample.planning.set).isEmpty();
        }
    }

    @Test
    void classesThatContradictEachOtherAreRefused() throws InterruptedException {
        SampleServices sample = new SampleServices(40, false);
        try (Stagehand window = open(sample, Setting.USUAL)) {
            type(window, "#setting-service-level-ax", "99");
            assertThat(sample.planning.set).extracting(PlanningSetting::value).containsExactly("0.99");
            type(window, "#setting-class-a-share", "97");
            assertThat(labels(window)).anyMatch(text -> text.contains("A must end before B"));
            assertThat(sample.planning.set).hasSize(1);
        }
    }

    @Test
    void numbersAreReadAsTheLanguageWritesThem() throws InterruptedException {
        SampleServices sample = new SampleServices(40, false);
        try (Stagehand window = open(sample, Setting.USUAL.in(Locale.GERMANY))) {
            type(window, "#setting-budget", "12.500,50");
            assertThat(sample.planning.set).extracting(PlanningSetting::value).containsExactly("12500.5");
            assertThat(window.ask(() -> ((TextField) window.scene().lookup("#setting-budget")).getText())).isEqualTo("12.500,5");
        }
    }
}
