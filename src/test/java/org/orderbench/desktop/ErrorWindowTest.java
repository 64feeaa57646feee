package org.orderbench.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.orderbench.desktop.Stagehand.Setting;
import org.orderbench.desktop.common.Theme;
import org.orderbench.desktop.error.ErrorReports;

/** What nobody expected has a code to name it by and details to take along, and it doesn't bury the work. */
class ErrorWindowTest {

    private static final IllegalStateException FAULT = fault();

    private static IllegalStateException fault() {
        IllegalStateException fault = new IllegalStateException("The stock of 20007 is not a number");
        fault.setStackTrace(Arrays.copyOf(fault.getStackTrace(), 2));
        return fault;
    }

    private static DialogPane show(Stagehand window, ErrorReports reports) throws InterruptedException {
        return window.ask(() -> {
            reports.show(window.scene().getWindow(), FAULT);
            DialogPane report = Stagehand.dialog().orElseThrow();
            report.applyCss();
            report.layout();
            return report;
        });
    }

    private static ErrorReports reports(Stagehand window, Setting setting) {
        return new ErrorReports(window.sample.services(setting.locale()), Runnable::run, Runnable::run);
    }

    private static void close(Stagehand window, DialogPane report) throws InterruptedException {
        window.ask(() -> {
            button(report, "Close").fire();
            return report;
        });
    }

    private static Button button(DialogPane report, String words) {
        return report.getButtonTypes().stream().filter(type -> type.getText().equals(words)).map(type -> (Button) report.lookupButton(type)).findFirst().orElseThrow();
    }

    @Test
    void theCodeStandsInItAndTheDetailsCanBeCopied() throws InterruptedException {
        try (Stagehand window = Stagehand.open(10, false)) {
            DialogPane report = show(window, reports(window, Setting.USUAL));
            String code = report.getHeaderText().replaceFirst("(?s).*\\b([0-9A-F]{4}:[0-9A-F]{4})\\b.*", "$1");
            assertThat(code).matches("[0-9A-F]{4}:[0-9A-F]{4}");
            String copied = window.ask(() -> {
                button(report, "Copy details").fire();
                return Clipboard.getSystemClipboard().getString();
            });
            assertThat(copied).startsWith(code).contains("IllegalStateException: The stock of 20007 is not a number").contains("ErrorWindowTest");
            assertThat(window.ask(() -> report.getScene().getWindow().isShowing())).as("copying leaves it open").isTrue();
            close(window, report);
        }
    }

    @Test
    void aFaultThatRepeatsItselfOpensOneWindow() throws InterruptedException {
        try (Stagehand window = Stagehand.open(10, false)) {
            ErrorReports reports = reports(window, Setting.USUAL);
            DialogPane report = show(window, reports);
            int windows = window.ask(() -> Window.getWindows().size());
            show(window, reports);
            assertThat(window.ask(() -> Window.getWindows().size())).isEqualTo(windows);
            close(window, report);
            assertThat(show(window, reports)).as("the next one is shown again").isNotSameAs(report);
            close(window, window.ask(() -> Stagehand.dialog().orElseThrow()));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Theme.class, names = {"LIGHT", "DARK"})
    void whoeverCannotSeeItOrUseAMouseCanReadItAndLeave(Theme theme) throws InterruptedException {
        Setting setting = Setting.USUAL.in(theme);
        try (Stagehand window = Stagehand.open(new SampleServices(10, false), setting)) {
            DialogPane report = show(window, reports(window, setting));
            window.ask(() -> {
                report.setExpanded(true);
                report.applyCss();
                report.layout();
                return report;
            });
            assertThat(report.getExpandableContent()).isInstanceOf(TextArea.class).satisfies(area -> assertThat(area.getAccessibleText()).isNotBlank());
            assertThat(report.getButtonTypes()).hasSize(3).extracting(type -> type.getButtonData()).contains(ButtonBar.ButtonData.CANCEL_CLOSE);
            AccessibilityTest.readable(window.ask(() -> AccessibilityTest.words(report)), "error window " + theme, 4);
            close(window, report);
        }
    }
}
