package org.orderbench.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Toggle;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.orderbench.desktop.Stagehand.Setting;
import org.orderbench.desktop.common.Frame.Kind;
import org.orderbench.desktop.common.Situation;
import org.orderbench.desktop.common.Theme;
import org.orderbench.desktop.shell.Screen;
import org.orderbench.writeback.OutboxEntry;
import org.orderbench.writeback.OutboxState;

/** Whoever cannot see the window, or use a mouse, can work with it: every control on every screen says what it is, is reached by Tab, and can be read. */
class AccessibilityTest {

    @Test
    void everyControlHasANameToBeReadOut() throws InterruptedException {
        try (Stagehand window = Stagehand.open(40, true)) {
            for (Screen screen : Screen.values()) {
                List<Node> controls = shown(window, screen, AccessibilityTest::isControl);
                List<Node> labels = shown(window, screen, Label.class::isInstance);
                assertThat(controls).as(screen.name()).hasSizeGreaterThan(8)
                        .allSatisfy(control -> assertThat(name(control, labels)).as("name of %s on %s", control, screen).isNotBlank());
            }
        }
    }

    @Test
    void everyControlIsReachedByTab() throws InterruptedException {
        try (Stagehand window = Stagehand.open(40, true)) {
            window.ask(() -> {
                window.shell.notice(Kind.PROBLEM, "The server is not available at the moment.");
                return 0;
            });
            for (Screen screen : Screen.values()) {
                List<Node> controls = shown(window, screen, node -> isControl(node) && !node.isDisabled());
                Set<Node> reached = window.ask(() -> reached(window));
                assertThat(controls).as(screen.name()).hasSizeGreaterThan(6)
                        .allSatisfy(control -> assertThat(reached.contains(control) || isInReachedGroup(control, reached)).as("Tab reaches %s on %s", control, screen).isTrue());
            }
        }
    }

    /** Goes round once. */
    private static Set<Node> reached(Stagehand window) {
        Set<Node> reached = Collections.newSetFromMap(new IdentityHashMap<>());
        Node at = window.scene().getFocusOwner();
        while (at != null && reached.add(at)) {
            at.requestFocusTraversal(TraversalDirection.NEXT);
            at = window.scene().getFocusOwner();
        }
        return reached;
    }

    /** Tab comes to one of a group; the arrows go on from there. */
    private static boolean isInReachedGroup(Node control, Set<Node> reached) {
        return control instanceof Toggle toggle && toggle.getToggleGroup() != null
                && toggle.getToggleGroup().getToggles().stream().anyMatch(other -> reached.contains((Node) other));
    }

    @ParameterizedTest
    @EnumSource(value = Theme.class, names = {"LIGHT", "DARK"})
    void everyWordStandsOutFromWhatLiesBehindIt(Theme theme) throws InterruptedException {
        SampleServices sample = new SampleServices(40, true);
        try (Stagehand window = Stagehand.open(sample, Setting.USUAL.in(theme))) {
            for (Screen screen : Screen.values()) {
                readable(shown(window, screen, AccessibilityTest::isReadableText), screen + " " + theme);
            }
            window.type("?");
            readable(shown(window, null, AccessibilityTest::isReadableText), "keys " + theme);
        }
        SampleServices fresh = new SampleServices(0, false);
        fresh.situation = Situation.NONE;
        try (Stagehand window = Stagehand.open(fresh, Setting.USUAL.in(theme))) {
            readable(shown(window, null, AccessibilityTest::isReadableText), "connect " + theme);
        }
    }

    private static void readable(List<Node> texts, String where) {
        readable(texts, where, 9);
    }

    /** @param least so many words are there at least, else they were not found */
    static void readable(List<Node> texts, String where, int least) {
        assertThat(texts).as(where).hasSizeGreaterThanOrEqualTo(least).allSatisfy(node -> {
            Text text = (Text) node;
            assertThat(Contrast.of(text)).as("contrast of \"%s\" in %s on %s", text.getText(), text.getParent(), where)
                    .isGreaterThanOrEqualTo(Contrast.wanted(text));
        });
    }

    /** Words below a node that are meant to be read; on the window thread. */
    static List<Node> words(Node root) {
        return visible(root).filter(AccessibilityTest::isReadableText).toList();
    }

    /** What a person does to see it. */
    private interface Opening {
        void in(Stagehand window) throws InterruptedException;
    }

    /** Every card that opens over a screen, and every side of a screen that isn't there when it opens. */
    private static Map<String, Opening> sides() {
        Map<String, Opening> sides = new LinkedHashMap<>();
        sides.put("keys", window -> window.type("?"));
        sides.put("approve several", window -> {
            mark(window);
            window.type("a");
        });
        sides.put("reject", window -> window.type("r"));
        sides.put("put off", window -> window.type("z"));
        sides.put("change several", window -> {
            mark(window);
            window.type("*2");
        });
        sides.put("fill down", window -> {
            mark(window);
            window.press(KeyCode.D, KeyCode.CONTROL);
        });
        sides.put("tour", window -> {
            open(window, Screen.SETTINGS);
            window.click("#tour");
        });
        for (int tab = 0; tab < 5; tab++) {
            int at = tab;
            sides.put("SKU tab " + tab, window -> window.ask(() -> {
                ((ButtonBase) ((Parent) window.scene().lookup("#tabs")).getChildrenUnmodifiable().get(at)).fire();
                return window;
            }));
        }
        for (String side : List.of("#limits", "#history", "#raise", "#add-slice", "#lock", "#try-out")) {
            sides.put("policy " + side, window -> {
                open(window, Screen.POLICY);
                if (side.equals("#try-out")) {
                    window.click("#limits");
                }
                window.click(side);
            });
        }
        for (OutboxState state : OutboxState.values()) {
            sides.put("outbox " + state, window -> {
                open(window, Screen.OUTBOX);
                window.ask(() -> select((TableView<?>) window.scene().lookup("#orders"), state));
            });
        }
        sides.put("notices", window -> window.ask(() -> {
            for (Kind kind : Kind.values()) {
                window.shell.notice(kind, "Something is to be told: " + kind);
            }
            return window;
        }));
        return sides;
    }

    private static void mark(Stagehand window) throws InterruptedException {
        window.press(KeyCode.SPACE);
        window.press(KeyCode.SPACE);
    }

    private static void open(Stagehand window, Screen screen) throws InterruptedException {
        shown(window, screen, node -> false);
    }

    private static <T> Object select(TableView<T> orders, OutboxState state) {
        orders.getItems().stream().filter(entry -> ((OutboxEntry) entry).state() == state).findFirst().ifPresent(orders.getSelectionModel()::select);
        return orders;
    }

    /** What lies behind an open card steps back, and is not looked at. */
    private static Node front(Stagehand window) {
        Node overlay = window.scene().lookup("#overlay");
        return overlay.isVisible() ? overlay : window.scene().getRoot();
    }

    @ParameterizedTest
    @EnumSource(value = Theme.class, names = {"LIGHT", "DARK"})
    void cardsAndSidesAreNamedAndReadAndWorkedLikeTheScreens(Theme theme) throws InterruptedException {
        for (Map.Entry<String, Opening> side : sides().entrySet()) {
            String where = side.getKey() + " " + theme;
            try (Stagehand window = Stagehand.open(new SampleServices(24, true), Setting.USUAL.in(theme))) {
                side.getValue().in(window);
                open(window, null);
                Node front = window.ask(() -> front(window));
                List<Node> labels = window.ask(() -> visible(front).filter(Label.class::isInstance).toList());
                List<Node> controls = window.ask(() -> visible(front).filter(node -> isControl(node) && !node.isDisabled()).toList());
                readable(window.ask(() -> words(front)), where, 2);
                assertThat(controls).as(where).allSatisfy(control -> assertThat(name(control, labels)).as("name of %s in %s", control, where).isNotBlank());
                Set<Node> reached = window.ask(() -> reached(window));
                assertThat(controls).as(where)
                        .allSatisfy(control -> assertThat(reached.contains(control) || isInReachedGroup(control, reached)).as("Tab reaches %s in %s", control, where).isTrue());
            }
        }
    }

    @Test
    void theRuleItselfKnowsBlackFromGrey() {
        assertThat(Contrast.ratio(Color.BLACK, Color.WHITE)).isEqualTo(21);
        assertThat(Contrast.ratio(Color.web("#777777"), Color.WHITE)).isBetween(4.4, 4.5);
    }

    /** @param screen to open first, or null to look at what is there */
    private static List<Node> shown(Stagehand window, Screen screen, Predicate<Node> wanted) throws InterruptedException {
        return window.ask(() -> {
            if (screen != null) {
                window.shell.open(screen);
            }
            for (int pass = 0; pass < 2; pass++) {
                window.scene().getRoot().applyCss();
                window.scene().getRoot().layout();
            }
            return visible(window.scene().getRoot()).filter(wanted).toList();
        });
    }

    private static Stream<Node> visible(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        return node instanceof Parent parent
                ? Stream.concat(Stream.of(node), new ArrayList<>(parent.getChildrenUnmodifiable()).stream().flatMap(AccessibilityTest::visible)) : Stream.of(node);
    }

    /** Controls of their own: what lies in a table's cells is worked by the table's keys, and parts of a control belong to it. */
    private static boolean isControl(Node node) {
        boolean control = node instanceof ButtonBase || node instanceof TextInputControl || node instanceof TableView || node instanceof ListView
                || node instanceof ComboBoxBase || node instanceof Slider;
        for (Node above = node.getParent(); control && above != null; above = above.getParent()) {
            if (above instanceof IndexedCell || above instanceof ComboBoxBase || above instanceof ScrollBar) {
                return false;
            }
        }
        return control;
    }

    /** Words that are drawn in an enabled part; what is disabled is meant to step back. */
    private static boolean isReadableText(Node node) {
        if (!(node instanceof Text text) || text.getText().isBlank() || text.getStyleClass().contains("ikonli-font-icon") || text.isDisabled()) {
            return false;
        }
        for (Node above = text; above != null; above = above.getParent()) {
            if (above.getOpacity() < 1) {
                return false;
            }
        }
        return true;
    }

    private static String name(Node control, List<Node> labels) {
        if (control.getAccessibleText() != null && !control.getAccessibleText().isBlank()) {
            return control.getAccessibleText();
        }
        for (Node label : labels) {
            if (control.equals(((Label) label).getLabelFor())) {
                return ((Label) label).getText();
            }
        }
        return control instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
    }
}
