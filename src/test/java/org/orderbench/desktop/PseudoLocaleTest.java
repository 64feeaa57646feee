package org.orderbench.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.orderbench.desktop.Stagehand.Setting;
import org.orderbench.desktop.common.PseudoText;
import org.orderbench.desktop.common.Situation;
import org.orderbench.desktop.shell.Screen;

/**
 * In a language that nobody speaks each text stands in brackets and is a third longer: what stands without brackets is written into the program, and
 * what ends in dots does not fit.
 */
class PseudoLocaleTest {

    private static final Setting PSEUDO = Setting.USUAL.in(Locale.forLanguageTag("en-XA"));
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{3,}");
    /** Data, not words of the window: names, servers, figures with their units, what planning wrote. */
    private static final List<String> DATA = List.of("Mitchell Admin", "http://127.0.0.1:8069", "demo", "buyer", "18.0");
    private static final List<String> DATA_PLACES = List.of("data", "slice-name", "sentence", "panel-title", "steps", "facts", "small-table", "sku-name", "sku-code", "sku-method", "note", "what-if-value");

    @BeforeAll
    static void writeTheBundle() throws IOException, URISyntaxException {
        Path classes = Path.of(PseudoLocaleTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        PseudoText.write(Path.of("src/main/resources/org/orderbench/desktop/messages.properties"),
                classes.resolve("org/orderbench/desktop/messages_en_XA.properties"));
    }

    @Test
    void noScreenShowsAWordThatIsNotInTheBundle() throws InterruptedException {
        try (Stagehand window = Stagehand.open(new SampleServices(40, true), PSEUDO)) {
            for (Screen screen : Screen.values()) {
                assertThat(texts(window, screen)).as(screen.name()).hasSizeGreaterThan(10).allSatisfy(labeled -> assertThat(isTranslated(labeled))
                        .as("\"%s\" in %s", labeled.getText(), labeled.getStyleClass()).isTrue());
            }
        }
    }

    @Test
    void theConnectScreenToo() throws InterruptedException {
        SampleServices sample = new SampleServices(0, false);
        sample.situation = Situation.NONE;
        try (Stagehand window = Stagehand.open(sample, PSEUDO)) {
            assertThat(texts(window, Screen.REVIEW)).allSatisfy(labeled -> assertThat(isTranslated(labeled)).as(labeled.getText()).isTrue());
        }
    }

    @Test
    void buttonsAndHeadersHaveRoomForLongerLanguages() throws InterruptedException {
        try (Stagehand window = Stagehand.open(new SampleServices(40, true), PSEUDO)) {
            for (Screen screen : Screen.values()) {
                assertThat(texts(window, screen)).filteredOn(labeled -> labeled instanceof ButtonBase && !labeled.getStyleClass().contains("segment"))
                        .allSatisfy(labeled -> assertThat(isClipped(labeled)).as("clipped on %s: \"%s\"", screen, labeled.getText()).isFalse());
            }
        }
    }

    private static boolean isTranslated(Labeled labeled) {
        String text = labeled.getText();
        return !WORD.matcher(text).find() || text.contains("⟦") || DATA.stream().anyMatch(text::equals);
    }

    /** The skin draws what fits. */
    private static boolean isClipped(Labeled labeled) {
        return labeled.getChildrenUnmodifiable().stream().filter(Text.class::isInstance)
                .anyMatch(drawn -> ((Text) drawn).getText().endsWith("...") || ((Text) drawn).getText().endsWith("…") && !labeled.getText().endsWith("…⟧"));
    }

    private static List<Labeled> texts(Stagehand window, Screen screen) throws InterruptedException {
        return window.ask(() -> {
            window.shell.open(screen);
            for (int pass = 0; pass < 2; pass++) {
                window.scene().getRoot().applyCss();
                window.scene().getRoot().layout();
            }
            List<Labeled> found = new ArrayList<>();
            collect(window.scene().getRoot(), found);
            return found;
        });
    }

    private static void collect(Node node, List<Labeled> found) {
        if (!node.isVisible() || node instanceof IndexedCell || node instanceof ComboBox || node.getStyleClass().stream().anyMatch(DATA_PLACES::contains)) {
            return;
        }
        if (node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isBlank()) {
            found.add(labeled);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }
}
