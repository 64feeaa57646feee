package org.orderbench.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;
import org.orderbench.demand.LargeOrders.Verdict;
import org.orderbench.desktop.common.Situation;
import org.orderbench.desktop.review.Row;
import org.orderbench.proposal.ProposalLine;

/** A buyer looks into one SKU: asks what if, reads a day off the chart, saves it, leaves a note. */
class SkuJourneyTest {

    private static final LocalDate LARGE = SampleData.TODAY.minusDays(SampleData.LARGE_ORDER_AGO);

    private Stagehand window;

    @BeforeEach
    void openTheWindow() throws InterruptedException {
        window = Stagehand.open(40, false);
    }

    @AfterEach
    void closeIt() throws InterruptedException {
        window.close();
    }

    private ProposalLine cursor() throws InterruptedException {
        return window.ask(() -> ((Row.Line) window.shell.review().cursor().get()).line());
    }

    private void turnTo(String tab) throws InterruptedException {
        window.ask(() -> {
            ((ToggleButton) window.scene().lookup("#sku-tab-" + tab)).fire();
            window.scene().getRoot().layout();
            return tab;
        });
    }

    private List<Node> all(String selector) throws InterruptedException {
        return window.ask(() -> List.copyOf(window.scene().getRoot().lookupAll(selector)));
    }

    private Slider slider(int index) throws InterruptedException {
        return (Slider) all(".what-if .slider").get(index);
    }

    @Test
    void howOldEachFactIsStandsBelowTheReasonsOnTheRoadToo() throws InterruptedException {
        assertThat(facts()).contains("Stock, orders, prices: 12 min ago (23 Nov 2026, 09:08)", "Proposed quantity: 10 min ago (23 Nov 2026, 09:10)");
        Situation known = window.sample.situation;
        window.sample.situation = new Situation(known.server(), known.login(), false, "No server answers.", false,
                SampleData.NOW.minusSeconds(7_200), SampleData.NOW.minusSeconds(200_000), "");
        window.ask(() -> {
            window.shell.model().refresh();
            return known;
        });
        assertThat(facts()).anySatisfy(fact -> assertThat(fact).startsWith("Stock, orders, prices: 2 hours ago"))
                .anySatisfy(fact -> assertThat(fact).startsWith("Sales that the forecast knows: 2 hours ago"))
                .anySatisfy(fact -> assertThat(fact).startsWith("Proposed quantity: 2 days ago"));
    }

    private List<String> facts() throws InterruptedException {
        return window.ask(() -> window.scene().getRoot().lookupAll(".sku-why .fact").stream().map(fact -> ((HBox) fact).getChildren())
                .map(parts -> ((Label) parts.getFirst()).getText() + ": " + ((Label) parts.getLast()).getText()).toList());
    }

    @Test
    void aHigherServiceLevelAsksForMoreAndTheAnswerCanBeOrdered() throws InterruptedException {
        ProposalLine before = cursor();
        turnTo("what-if");
        Slider service = slider(0);
        window.ask(() -> {
            service.requestFocus();
            return service;
        });
        for (int i = 0; i < 8; i++) {
            window.press(KeyCode.RIGHT);
        }
        assertThat(window.text(".what-if-outcome")).startsWith("Order ").contains("instead of " + before.quantity());
        window.ask(() -> {
            ((Button) window.scene().lookup(".what-if-use")).fire();
            return service;
        });
        ProposalLine after = window.sample.desk.line(before.id()).orElseThrow();
        assertThat(after.quantity().value()).isGreaterThan(before.quantity().value());
        assertThat(after.proposed()).isEqualTo(before.proposed());
    }

    @Test
    void aQuantityByHandIsComparedWithThePlanAndCanBeTakenBack() throws InterruptedException {
        ProposalLine before = cursor();
        turnTo("what-if");
        Slider quantity = slider(3);
        window.ask(() -> {
            quantity.setValue(before.quantity().toDouble() + 2 * quantity.getBlockIncrement());
            return quantity;
        });
        Quantity wanted = Quantity.of(Math.round(before.quantity().toDouble() + 2 * quantity.getBlockIncrement()));
        assertThat(window.text(".what-if-outcome")).isEqualTo("Order " + wanted + " instead of " + before.quantity());
        List<Node> buttons = all(".what-if-buttons .button");
        window.ask(() -> {
            ((Button) buttons.getLast()).fire();
            return quantity;
        });
        assertThat(window.text(".what-if-outcome")).isEqualTo("Order " + before.quantity() + ", as planned");
        assertThat(window.sample.desk.line(before.id()).orElseThrow()).isEqualTo(before);
    }

    @Test
    void howPastForecastsDidIsToldOfTheSkuItsCategoryAndItsClass() throws InterruptedException {
        List<String> lines = window.ask(() -> ((VBox) window.scene().lookup("#past")).getChildren().stream().map(node -> ((Label) node).getText()).toList());
        assertThat(lines).containsExactly(
                "How past forecasts did",
                "Its last 12 weekly forecasts: 6% too high in all; 92% of the weeks stayed within the upper limit. RMSSE 0.9, MASE 0.8, tracking signal 0.2.",
                "Category " + cursor().category() + ", 184 forecasts in 8 weeks: 9% too low in value; 93% within the upper limit."
                        + " They lean low. RMSSE 1.1, MASE 0.9, tracking signal -0.6.",
                "Class A, 396 forecasts in 8 weeks: 3% too high in value; 95% within the upper limit. RMSSE 0.9, MASE 0.8, tracking signal 0.1.");
    }

    @Test
    void aDayIsReadOffTheChartWithTheArrows() throws InterruptedException {
        window.ask(() -> {
            window.scene().lookup(".chart-pane").requestFocus();
            return 0;
        });
        window.press(KeyCode.RIGHT);
        assertThat(window.text(".chart-words")).startsWith("23 Nov 2026\nForecast: ").contains("Stock with this order: ");
        for (int i = 0; i < 9; i++) {
            window.press(KeyCode.LEFT, KeyCode.SHIFT);
        }
        assertThat(window.text(".chart-words")).startsWith("21 Sept 2026\nSold in the week: ").contains("Stock: ");
    }

    @Test
    void howFarTheChartLooksIsRemembered() throws InterruptedException {
        window.ask(() -> {
            window.scene().lookup(".chart-pane").requestFocus();
            return 0;
        });
        window.press(KeyCode.MINUS);
        assertThat(window.sample.preferences.get("sku-span")).contains("YEAR");
        window.press(KeyCode.PLUS);
        window.press(KeyCode.PLUS);
        assertThat(window.sample.preferences.get("sku-span")).contains("QUARTER");
    }

    @Test
    void theChartIsSavedAsAPicture() throws Exception {
        window.click("#export-chart");
        Path file = only(window.sample.exports);
        BufferedImage picture = ImageIO.read(file.toFile());
        assertThat(picture.getWidth()).isGreaterThan(1000);
        assertThat(picture.getHeight()).as("both plots and the key, however little room the window has").isGreaterThanOrEqualTo(840);
        assertThat(IntStream.range(0, picture.getWidth()).mapToObj(x -> picture.getRGB(x, 600)).distinct().count()).as("something is drawn").isGreaterThan(5);
        assertThat(file.getFileName()).hasToString("chart-" + cursor().code() + "-bristol-2026-11-23.png");
        Files.delete(file);
    }

    private static Path only(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".png")).findFirst().orElseThrow();
        }
    }

    @Test
    void aNoteIsKeptAndShown() throws InterruptedException {
        turnTo("notes");
        TextArea input = window.ask(() -> (TextArea) window.scene().lookup(".notes .text-area"));
        window.ask(() -> {
            input.requestFocus();
            input.setText("  Ask for the blue one ");
            return input;
        });
        window.press(KeyCode.ENTER, KeyCode.CONTROL);
        assertThat(all(".note .label")).extracting(node -> ((Labeled) node).getText()).contains("Ask for the blue one", "Mitchell Admin · 23 Nov 2026, 09:20");
        assertThat(all(".note .label")).hasOnlyElementsOfType(Label.class).hasSize(4);
        assertThat(window.text("#sku-tab-notes")).isEqualTo("Notes 2");
    }

    private Optional<Verdict> said(LocalDate day) throws InterruptedException {
        Sku sku = cursor().basis().sku();
        return Optional.ofNullable(window.sample.large.of(sku).said().get(day));
    }

    private String largeOrder() throws InterruptedException {
        return window.ask(() -> ((Label) ((VBox) window.scene().lookup(".segments #large-" + LARGE + "-ONE_OFF").getParent().getParent()).getChildren().getFirst()).getText());
    }

    @Test
    void theBuyerOverrulesHowALargeOrderIsLearned() throws InterruptedException {
        while (cursor().id() % 2 == 0) {
            window.press(KeyCode.DOWN);
        }
        assertThat(largeOrder()).startsWith("25 Aug 2026: ").endsWith("damped, by the rule for one-offs.");
        window.click("#large-" + LARGE + "-RECURS");
        assertThat(said(LARGE)).contains(Verdict.RECURS);
        assertThat(largeOrder()).endsWith("in full, by your word.");
        window.click("#large-" + LARGE + "-ONE_OFF");
        assertThat(said(LARGE)).contains(Verdict.ONE_OFF);
        assertThat(window.<Boolean>ask(() -> ((ToggleButton) window.scene().lookup("#large-" + LARGE + "-RECURS")).isSelected())).isFalse();
        window.click("#large-" + LARGE + "-ONE_OFF");
        assertThat(said(LARGE)).as("pressed again: left to the rule").isEmpty();
    }
}
