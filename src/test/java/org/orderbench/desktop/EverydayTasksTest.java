package org.orderbench.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orderbench.catalog.Quantity;
import org.orderbench.desktop.review.QuickFilter;
import org.orderbench.desktop.review.Row;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.ProposalLine;

/** The page that compares us with others counts our presses as they are: each of its ten tasks is done here, and what was pressed is what the page says. */
class EverydayTasksTest {

    private static final Path PAGE = Path.of("src/site/markdown/everyday-tasks.md");

    private final Hands hands = new Hands();
    private Stagehand window;

    @BeforeEach
    void open() throws InterruptedException {
        window = Stagehand.open(80, false);
    }

    @AfterEach
    void close() throws InterruptedException {
        window.close();
    }

    /** What the page says of Orderbench in a task. */
    private static int told(int task) throws IOException {
        String row = Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("| " + task + ". ")).findFirst().orElseThrow();
        Matcher presses = Pattern.compile("(\\d+) press(es)?\\b").matcher(row.split("\\|")[2]);
        assertThat(presses.find()).as("presses in: %s", row).isTrue();
        return Integer.parseInt(presses.group(1));
    }

    private void counted(int task) throws IOException {
        assertThat(hands.presses()).as("presses of task %d on the page", task).isEqualTo(told(task));
    }

    private ProposalLine cursor() throws InterruptedException {
        return window.ask(() -> ((Row.Line) window.shell.review().cursor().get()).line());
    }

    private List<ProposalLine> approved() {
        return window.sample.desk.decided(LineState.APPROVED);
    }

    @Test
    void whatIsUrgentIsFound() throws Exception {
        hands.press(KeyCode.ALT, KeyCode.DIGIT2);
        assertThat(window.ask(() -> window.shell.review().filter().get())).isEqualTo(QuickFilter.URGENT);
        assertThat(window.ask(() -> window.shell.review().rows().stream().filter(Row.Line.class::isInstance).toList()))
                .isNotEmpty().allMatch(row -> ((Row.Line) row).line().urgent());
        counted(1);
    }

    @Test
    void oneLineIsApproved() throws Exception {
        ProposalLine line = cursor();
        hands.press(KeyCode.A);
        assertThat(approved()).extracting(ProposalLine::id).containsExactly(line.id());
        counted(2);
    }

    @Test
    void fiftyLinesAreReviewed() throws Exception {
        hands.press(50, KeyCode.A);
        assertThat(approved()).hasSize(50);
        counted(3);
    }

    @Test
    void allOfOneVendorAreApproved() throws Exception {
        int vendor = window.ask(() -> ((Row.Line) window.shell.review().cursor().get()).proposal().vendorId());
        int lines = window.ask(() -> (int) window.shell.review().rows().stream()
                .filter(row -> row instanceof Row.Line line && line.proposal().vendorId() == vendor).count());
        hands.press(KeyCode.UP);
        hands.press(KeyCode.SPACE);
        hands.press(KeyCode.A);
        hands.press(KeyCode.ENTER);
        assertThat(approved()).hasSize(lines).hasSizeGreaterThan(1);
        counted(4);
    }

    @Test
    void oneQuantityIsRaisedByATenth() throws Exception {
        ProposalLine before = cursor();
        hands.type("+10%");
        hands.press(KeyCode.ENTER);
        Quantity tenth = before.quantity().times(new BigDecimal("1.1"));
        assertThat(window.sample.desk.line(before.id()).orElseThrow().quantity()).as("a tenth more, filled to what can be ordered")
                .isBetween(tenth, tenth.upTo(before.orderStep().max(Quantity.of(1))));
        counted(5);
    }

    @Test
    void theReasonStandsThereAlready() throws Exception {
        String headline = cursor().explanation().headline();
        assertThat(window.text("#steps .step-text")).isEqualTo(headline);
        assertThat(window.ask(() -> window.scene().lookup("#steps").lookupAll(".figure-source").stream().map(node -> ((Text) node).getText()).toList()))
                .contains("stock.quant", "forecast");
        counted(6);
    }

    @Test
    void oneLineIsRejectedWithAReason() throws Exception {
        hands.press(KeyCode.R);
        hands.press(KeyCode.DIGIT2);
        assertThat(window.sample.desk.decided(LineState.REJECTED)).singleElement()
                .satisfies(line -> assertThat(line.decision()).hasFieldOrPropertyWithValue("reason", "The forecast is too high"));
        counted(7);
    }

    @Test
    void theLastDecisionIsTakenBack() throws Exception {
        window.type("a");
        assertThat(approved()).hasSize(1);
        hands.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(approved()).isEmpty();
        counted(8);
    }

    @Test
    void whatIsApprovedIsSent() throws Exception {
        int[] sent = {0};
        window.sample.push = progress -> {
            sent[0]++;
            return "12 orders written.";
        };
        window.type("a");
        hands.press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(sent[0]).isOne();
        counted(9);
    }

    @Test
    void theManagerGetsTheList() throws Exception {
        window.type("a");
        hands.choose(window, "#files", 2);
        try (Stream<Path> files = Files.list(window.sample.exports)) {
            assertThat(files.map(file -> file.getFileName().toString())).contains("decisions-2026-11-23.html");
        }
        Files.deleteIfExists(window.sample.exports.resolve("decisions-2026-11-23.html"));
        counted(10);
    }
}
