package org.orderbench.desktop;

import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.orderbench.desktop.Stagehand.Setting;
import org.orderbench.desktop.common.Connector;
import org.orderbench.desktop.common.Frame.Kind;
import org.orderbench.desktop.common.PassphraseAsker.Question;
import org.orderbench.desktop.common.Situation;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.common.Texts;
import org.orderbench.desktop.common.Theme;
import org.orderbench.desktop.connect.PassphraseDialog;
import org.orderbench.desktop.error.ErrorReports;
import org.orderbench.desktop.review.Row;
import org.orderbench.desktop.shell.Screen;
import org.orderbench.odoo.ServerInfo;
import org.orderbench.proposal.PlanException;
import org.orderbench.writeback.OutboxEntry;
import org.orderbench.writeback.OutboxState;

/**
 * {@code mvn -Pscreens}: a picture of every screen and state in a folder (the first argument), for people to look at; or those of one group
 * alone (the second). Names say what they show: {@code SCREEN-STATE-THEME.png}, with the size or the language where it is not the usual one.
 */
final class Pictures {

    private static final int HUGE = 100_000;
    private static final List<Theme> THEMES = List.of(Theme.LIGHT, Theme.DARK);

    private final Path folder;
    private int written;

    private Pictures(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        Pictures pictures = new Pictures(folder);
        String only = arguments.length > 1 ? arguments[1] : "";
        try {
            for (Theme theme : THEMES) {
                Setting usual = Setting.USUAL.in(theme);
                pictures.group(only, "busy", () -> pictures.screens("busy", new SampleServices(86, true), usual, 1));
                pictures.group(only, "busy-200", () -> pictures.screens("busy-200", new SampleServices(86, true), usual, 2));
                pictures.group(only, "empty", () -> pictures.screens("empty", new SampleServices(0, false), usual, 1));
                pictures.group(only, "one", () -> pictures.screens("one", new SampleServices(1, true), usual, 1));
                pictures.group(only, "loading", () -> pictures.loading(usual));
                pictures.group(only, "error", () -> pictures.failed(usual));
                pictures.group(only, "review", () -> pictures.review(usual));
                pictures.group(only, "sideways", () -> pictures.sideways(usual));
                pictures.group(only, "outbox", () -> pictures.outbox("outbox", usual, 1));
                pictures.group(only, "outbox-more", () -> pictures.outbox("outbox-200", usual, 2));
                pictures.group(only, "outbox-more", () -> pictures.outbox("outbox-small", usual.sized(1280, 720), 1));
                pictures.group(only, "connect", () -> pictures.firstStart(usual));
                pictures.group(only, "shell", () -> pictures.shell(usual));
                pictures.group(only, "policy", () -> pictures.policy(usual));
                pictures.group(only, "fault", () -> pictures.fault(usual));
                for (String language : List.of("en", "de", "es")) {
                    pictures.group(only, "exceptions", () -> pictures.exceptions(usual.in(Locale.forLanguageTag(language))));
                    pictures.group(only, "forecast", () -> pictures.forecast(usual.in(Locale.forLanguageTag(language))));
                    pictures.group(only, "joins", () -> pictures.joins(usual.in(Locale.forLanguageTag(language))));
                }
            }
            pictures.group(only, "outbox-more", () -> pictures.outbox("outbox-letters-150", Setting.USUAL.letters(150), 1));
            pictures.group(only, "outbox-more", () -> pictures.outbox("outbox-de", Setting.USUAL.in(Locale.GERMAN), 1));
            pictures.group(only, "huge", () -> pictures.screens("huge", new SampleServices(HUGE, true), Setting.USUAL, 1));
            pictures.group(only, "small", () -> pictures.screens("small", new SampleServices(86, true), Setting.USUAL.sized(1280, 680), 1));
            pictures.group(only, "wide", () -> pictures.screens("wide", new SampleServices(86, true), Setting.USUAL.sized(1920, 1050), 2));
            pictures.group(only, "letters-150", () -> pictures.screens("letters-150", new SampleServices(86, true), Setting.USUAL.letters(150), 1));
            pictures.group(only, "cramped", () -> pictures.screens(
                    "cramped-de", new SampleServices(86, true), Setting.USUAL.sized(1280, 680).letters(150).in(Locale.GERMANY), 1));
            for (String language : List.of("de", "fr", "es")) {
                Setting spoken = Setting.USUAL.in(Locale.forLanguageTag(language));
                pictures.group(only, language, () -> pictures.screens(language, new SampleServices(86, true), spoken, 1));
                pictures.group(only, language, () -> pictures.firstStart(spoken));
                pictures.group(only, language, () -> pictures.policy(spoken));
            }
            System.out.println(pictures.written + " pictures in " + folder.toAbsolutePath());
        } finally {
            Platform.exit();
        }
    }

    private interface Shots {
        void take() throws Exception;
    }

    /** @param only the name of a group, or empty for all */
    private void group(String only, String name, Shots shots) throws Exception {
        if (only.isEmpty() || only.equals(name)) {
            shots.take();
        }
    }

    /** What nobody expected. */
    private void fault(Setting setting) throws Exception {
        SampleServices sample = new SampleServices(86, true);
        try (Stagehand window = Stagehand.open(sample, setting)) {
            DialogPane report = window.ask(() -> {
                new ErrorReports(sample.services(setting.locale()), Runnable::run, Runnable::run)
                        .show(window.scene().getWindow(), new IllegalStateException("The stock of 20007 is not a number"));
                return Stagehand.dialog().orElseThrow();
            });
            shoot(window, report.getScene(), "error-window", setting, 1);
            window.ask(() -> {
                report.setExpanded(true);
                return report;
            });
            shoot(window, report.getScene(), "error-window-details", setting, 1);
            window.ask(() -> {
                report.getScene().getWindow().hide();
                return report;
            });
        }
    }

    private void policy(Setting setting) throws Exception {
        try (Stagehand window = Stagehand.open(new SampleServices(0, false), setting)) {
            window.ask(() -> {
                window.shell.open(Screen.POLICY);
                return window;
            });
            shoot(window, "policy-nothing", setting, 1);
        }
        try (Stagehand window = Stagehand.open(new SampleServices(86, true), setting)) {
            window.ask(() -> {
                window.shell.open(Screen.POLICY);
                return window;
            });
            shoot(window, "policy-full", setting, 1);
            shoot(window, "policy-full-200", setting, 2);
            window.click("#raise");
            shoot(window, "policy-raise", setting, 1);
            window.press(KeyCode.ESCAPE);
            window.click("#add-slice");
            shoot(window, "policy-slice", setting, 1);
            window.press(KeyCode.ESCAPE);
            window.click("#limits");
            window.click("#try-out");
            shoot(window, "policy-tryout", setting, 1);
            window.click("#history");
            shoot(window, "policy-history", setting, 1);
            window.click("#lock");
            shoot(window, "policy-lock", setting, 1);
            window.press(KeyCode.ESCAPE);
            window.click("#brake");
            window.click("#brake-pull-everybody");
            shoot(window, "policy-brake", setting, 1);
        }
    }

    /** With the figures behind one of each kind. */
    @SuppressWarnings("unchecked")
    private void exceptions(Setting setting) throws Exception {
        try (Stagehand window = Stagehand.open(new SampleServices(86, true), setting)) {
            window.ask(() -> {
                window.shell.open(Screen.EXCEPTIONS);
                return true;
            });
            for (String reason : List.of("expedite", "no-supplier-price")) {
                window.ask(() -> {
                    TableView<PlanException> table = (TableView<PlanException>) window.scene().getRoot().lookup("#table");
                    table.getSelectionModel().select(table.getItems().stream().filter(found -> found.reason().equals(reason)).findFirst().orElseThrow());
                    return true;
                });
                shoot(window, "exceptions-" + reason, setting, 1);
                shoot(window, "exceptions-" + reason + "-200", setting, 2);
            }
        }
    }

    /** What the SKU panel tells of a forecast, its large orders and how past ones did. */
    private void forecast(Setting setting) throws Exception {
        try (Stagehand window = Stagehand.open(new SampleServices(86, true), setting)) {
            shoot(window, "forecast-why", setting, 1);
            shoot(window, "forecast-why-200", setting, 2);
        }
    }

    private void screens(String state, SampleServices sample, Setting setting, double scale) throws Exception {
        try (Stagehand window = Stagehand.open(sample, setting)) {
            for (Screen screen : Screen.values()) {
                window.ask(() -> {
                    window.shell.open(screen);
                    return screen;
                });
                shoot(window, screen.id() + "-" + state, setting, scale);
            }
        }
    }

    /** Nothing that was asked for ever comes. */
    private void loading(Setting setting) throws Exception {
        SampleServices sample = new SampleServices(86, true);
        try (Stagehand window = Stagehand.open(sample, setting, new Tasks(work -> {}, Runnable::run, failure -> {}))) {
            for (Screen screen : Screen.values()) {
                window.ask(() -> {
                    window.shell.open(screen);
                    return screen;
                });
                shoot(window, screen.id() + "-loading", setting, 1);
            }
        }
    }

    /** The cache cannot be read. */
    private void failed(Setting setting) throws Exception {
        SampleServices sample = new SampleServices(86, true);
        Tasks tasks = new Tasks(Runnable::run, Runnable::run, failure -> {});
        sample.desk.broken = true;
        try (Stagehand window = Stagehand.open(sample, setting, tasks)) {
            for (Screen screen : List.of(Screen.REVIEW, Screen.SKUS, Screen.EXCEPTIONS)) {
                window.ask(() -> {
                    window.shell.open(screen);
                    return screen;
                });
                shoot(window, screen.id() + "-error", setting, 1);
            }
        }
    }

    private void review(Setting setting) throws Exception {
        try (Stagehand window = Stagehand.open(new SampleServices(86, true), setting)) {
            window.type("?");
            shoot(window, "review-keys", setting, 1);
            window.press(KeyCode.ESCAPE);
            window.press(KeyCode.SPACE);
            window.press(KeyCode.SPACE);
            window.press(KeyCode.DOWN, KeyCode.SHIFT);
            window.type("r");
            shoot(window, "review-reject", setting, 1);
            window.press(KeyCode.ESCAPE);
            window.type("a");
            shoot(window, "review-approve", setting, 1);
            window.press(KeyCode.ENTER);
            window.type("*2");
            shoot(window, "review-edit", setting, 1);
            window.press(KeyCode.ENTER);
            window.type("e");
            window.type("abc");
            window.press(KeyCode.ENTER);
            shoot(window, "review-problem", setting, 1);
            window.type("/");
            window.type("no such thing");
            shoot(window, "review-unmatched", setting, 1);
        }
    }

    /** Every column, scrolled to the right end, with a line marked and the cursor on another. */
    private void sideways(Setting setting) throws Exception {
        try (Stagehand window = Stagehand.open(new SampleServices(86, true), setting)) {
            window.press(KeyCode.SPACE);
            window.ask(() -> {
                TableView<?> table = (TableView<?>) window.scene().lookup(".review-grid .table-view");
                table.getColumns().forEach(column -> column.setVisible(true));
                return table;
            });
            window.ask(() -> ScreenShooter.picture(window.scene(), 1));
            window.ask(() -> {
                window.scene().getRoot().lookupAll(".review-grid .scroll-bar").stream().map(ScrollBar.class::cast)
                        .filter(bar -> bar.getOrientation() == Orientation.HORIZONTAL && bar.isVisible()).forEach(bar -> bar.setValue(bar.getMax()));
                return window;
            });
            shoot(window, "review-sideways", setting, 1);
        }
    }

    /** What a person sees of an order that waits, and of one that is done. */
    private void outbox(String name, Setting setting, double scale) throws Exception {
        try (Stagehand window = Stagehand.open(new SampleServices(86, true), setting)) {
            window.ask(() -> {
                window.shell.open(Screen.OUTBOX);
                return true;
            });
            for (OutboxState state : List.of(OutboxState.CONFLICT, OutboxState.PARKED, OutboxState.NOTED)) {
                choose(window, state);
                shoot(window, name + "-" + state.name().toLowerCase(Locale.ROOT), setting, scale);
            }
        }
    }

    /** What is offered where colleagues have drafts, and before a draft is taken back. */
    @SuppressWarnings("unchecked")
    private void joins(Setting setting) throws Exception {
        try (Stagehand window = Stagehand.open(new SampleServices(86, true), setting)) {
            shoot(window, "join-one", setting, 1);
            shoot(window, "join-one-200", setting, 2);
            window.ask(() -> {
                TableView<Row> grid = (TableView<Row>) window.scene().getRoot().lookup(".review-grid .table-view");
                long several = window.sample.sampleOutbox.offers().getLast().proposalId();
                grid.getSelectionModel().clearAndSelect(grid.getItems().indexOf(grid.getItems().stream().filter(row -> row.proposalId() == several).findFirst().orElseThrow()));
                ((Button) window.scene().getRoot().lookup("#joinDraft")).fire();
                return true;
            });
            shoot(window, "join-several", setting, 1);
            window.press(KeyCode.ESCAPE);
            window.ask(() -> {
                window.shell.open(Screen.OUTBOX);
                return true;
            });
            choose(window, OutboxState.NOTED);
            window.click("#withdraw");
            shoot(window, "outbox-withdraw", setting, 1);
            window.press(KeyCode.ESCAPE);
            choose(window, OutboxState.QUEUED);
            window.click("#join");
            shoot(window, "outbox-join", setting, 1);
        }
    }

    @SuppressWarnings("unchecked")
    private static void choose(Stagehand window, OutboxState state) throws InterruptedException {
        window.ask(() -> {
            TableView<OutboxEntry> orders = (TableView<OutboxEntry>) window.scene().getRoot().lookup("#orders");
            orders.getSelectionModel().select(orders.getItems().stream().filter(entry -> entry.state() == state).findFirst().orElseThrow());
            return true;
        });
    }

    private void firstStart(Setting setting) throws Exception {
        SampleServices sample = new SampleServices(0, false);
        sample.situation = Situation.NONE;
        List<Runnable> held = new ArrayList<>();
        try (Stagehand window = Stagehand.open(sample, setting)) {
            shoot(window, "connect-form", setting, 1);
            window.type("erp.example.com");
            window.press(KeyCode.TAB);
            shoot(window, "connect-found", setting, 1);
            window.fill("#login", "ana.lima@example.com");
            window.fill("#secret", "wrong");
            window.click("#connect");
            shoot(window, "connect-refused", setting, 1);
            sample.connector = new Unusable();
            window.fill("#address", "www.example.com");
            window.type("x");
            window.press(KeyCode.TAB);
            shoot(window, "connect-not-odoo", setting, 1);
            for (Question question : Question.values()) {
                Dialog<char[]> dialog = window.ask(() -> {
                    Dialog<char[]> shown = new PassphraseDialog(window.scene().getWindow(), () -> new Texts(setting.locale()), Runnable::run).dialog(question);
                    shown.show();
                    return shown;
                });
                for (int scale : List.of(1, 2)) {
                    String name = "passphrase-" + question.name().toLowerCase(Locale.ROOT).replace('_', '-') + (scale == 2 ? "-200" : "");
                    shoot(window, dialog.getDialogPane().getScene(), name, setting, scale);
                }
                window.ask(() -> {
                    dialog.setResult(null);
                    dialog.hide();
                    return dialog;
                });
            }
        }
        sample.situation = new Situation(SampleServices.ONLINE.server(), "ana", true, null, false, null, null, "");
        Tasks waiting = new Tasks(held::add, Runnable::run, failure -> {});
        try (Stagehand window = Stagehand.open(sample, setting, waiting)) {
            shoot(window, "connect-stopped", setting, 1);
            window.click("#again");
            window.ask(() -> {
                window.shell.model().tasks().running().getFirst().at("Reading stock moves, about 40 s left", 0.62);
                return held;
            });
            shoot(window, "connect-reading", setting, 1);
        }
    }

    private static final class Unusable implements Connector {
        @Override
        public Probe probe(String address) {
            return new Connector.Unusable("What answers at https://www.example.com is not an Odoo server (it answers with a web page). Use the address that you open Odoo "
                    + "with in the browser, without anything after the host name.");
        }

        @Override
        public Result connect(String address, String database, String login, char[] secret) {
            return new Failed("No server answers.", Cause.ADDRESS);
        }
    }

    private void shell(Setting setting) throws Exception {
        SampleServices sample = new SampleServices(86, true);
        sample.situation = new Situation(new ServerInfo("https://erp.example.com", "acme", "18.0", 18), "ana", false,
                "No server answers at https://erp.example.com (timed out). Check that you are online or on the company's network.", false,
                SampleData.NOW.minusSeconds(86_400 * 3), SampleData.NOW.minusSeconds(86_400 * 4), "Agreement in slice Candles fell to 61 % (ana). Released by a person.");
        try (Stagehand window = Stagehand.open(sample, setting)) {
            window.type("aaa");
            shoot(window, "shell-offline-brake", setting, 1);
            sample.sync = progress -> {
                sample.situation = SampleServices.ONLINE;
                return "12 rows read from Odoo.";
            };
            window.press(KeyCode.F5);
            shoot(window, "shell-homecoming", setting, 1);
            window.press(KeyCode.ESCAPE);
            for (Kind kind : Kind.values()) {
                window.ask(() -> {
                    window.shell.notice(kind, switch (kind) {
                        case DONE -> "2 orders written, 0 settled, 0 waiting, 1 for a person.";
                        case HINT -> "Odoo can be reached again.";
                        case PROBLEM -> "The server at https://erp.example.com is not available at the moment (status 503). Try again in a minute.";
                    });
                    return kind;
                });
            }
            shoot(window, "shell-notices", setting, 1);
        }
        SampleServices fresh = new SampleServices(86, true);
        fresh.preferences.put("window.toured", null);
        try (Stagehand window = Stagehand.open(fresh, setting)) {
            for (int stop = 1; stop <= 5; stop++) {
                shoot(window, "shell-tour-" + stop, setting, 1);
                window.press(KeyCode.RIGHT);
            }
        }
    }

    private void shoot(Stagehand window, String name, Setting setting, double scale) throws Exception {
        shoot(window, window.scene(), name, setting, scale);
    }

    private void shoot(Stagehand window, Scene scene, String name, Setting setting, double scale) throws Exception {
        String theme = setting.look().theme() == Theme.DARK ? "dark" : "light";
        String language = setting.locale().getLanguage().equals("en") || name.endsWith(setting.locale().getLanguage()) ? "" : "-" + setting.locale().getLanguage();
        File file = folder.resolve(name + language + "-" + theme + ".png").toFile();
        BufferedImage picture = window.ask(() -> ScreenShooter.picture(scene, scale));
        ImageIO.write(picture, "png", file);
        written++;
    }
}
