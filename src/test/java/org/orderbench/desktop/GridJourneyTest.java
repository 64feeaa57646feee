package org.orderbench.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orderbench.catalog.Quantity;
import org.orderbench.desktop.review.QuickFilter;
import org.orderbench.desktop.review.ReviewModel;
import org.orderbench.desktop.review.Row;
import org.orderbench.proposal.LineNews;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.ProposalLine;

/** The grid as a spreadsheet: many lines at once, to Excel and back, arranged as a buyer likes it. By keyboard alone. */
class GridJourneyTest {

    private Stagehand window;
    private ReviewModel review;

    @BeforeEach
    void openTheWindow() throws InterruptedException {
        window = Stagehand.open(120, false);
        review = window.shell.review();
    }

    @AfterEach
    void closeIt() throws InterruptedException {
        window.close();
    }

    private List<ProposalLine> lines() throws InterruptedException {
        return window.ask(() -> review.rows().stream().filter(Row.Line.class::isInstance).map(row -> ((Row.Line) row).line()).toList());
    }

    private ProposalLine now(ProposalLine line) {
        return window.sample.desk.line(line.id()).orElseThrow();
    }

    private void clipboard(String text) throws InterruptedException {
        window.ask(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
    }

    private TableView<?> table() throws InterruptedException {
        return window.ask(() -> (TableView<?>) window.scene().lookup(".review-grid .table-view"));
    }

    @Test
    void markedLinesAreChangedTogetherAndTakenBackTogether() throws InterruptedException {
        List<ProposalLine> before = lines().subList(0, 3);
        window.press(KeyCode.SPACE);
        window.press(KeyCode.SPACE);
        window.press(KeyCode.SPACE);
        window.type("*2");
        assertThat(window.text(".bulk .overlay-title")).isEqualTo("Change 3 quantities");
        assertThat(window.text(".bulk .text-field")).isEqualTo("*2");
        assertThat(before).as("a preview changes nothing").allSatisfy(line -> assertThat(now(line)).isEqualTo(line));
        window.press(KeyCode.ENTER);
        assertThat(before).allSatisfy(line -> assertThat(now(line).quantity().value()).isEqualByComparingTo(line.quantity().times(BigDecimal.TWO).value()));
        window.press(KeyCode.Z, KeyCode.CONTROL);
        assertThat(before).allSatisfy(line -> assertThat(now(line)).isEqualTo(line));
    }

    @Test
    void escapeLeavesABulkChangeUndone() throws InterruptedException {
        List<ProposalLine> before = lines().subList(0, 2);
        window.press(KeyCode.DOWN, KeyCode.SHIFT);
        window.type("e");
        window.type("9999");
        window.press(KeyCode.ESCAPE);
        assertThat(before).allSatisfy(line -> assertThat(now(line)).isEqualTo(line));
    }

    @Test
    void theFirstMarkedLineIsFilledDown() throws InterruptedException {
        List<ProposalLine> before = lines().subList(0, 3);
        window.press(KeyCode.DOWN, KeyCode.SHIFT);
        window.press(KeyCode.DOWN, KeyCode.SHIFT);
        window.press(KeyCode.D, KeyCode.CONTROL);
        window.press(KeyCode.ENTER);
        Quantity first = before.getFirst().quantity();
        assertThat(before.subList(1, 3)).allSatisfy(line -> assertThat(now(line).quantity()).isEqualTo(first.upTo(line.orderStep())));
    }

    @Test
    void quantitiesFromASpreadsheetAreMatchedBySkuAndShownFirst() throws InterruptedException {
        ProposalLine first = lines().get(4);
        ProposalLine second = lines().get(1);
        Quantity more = first.quantity().plus(Quantity.of(48)).upTo(Quantity.of(48));
        clipboard("SKU\tOrder\r\n" + first.code() + "\t" + more + "\r\n" + second.code() + "\tmany\r\nNOPE\t12\r\n");
        window.press(KeyCode.V, KeyCode.CONTROL);
        assertThat(now(first)).isEqualTo(first);
        assertThat(window.ask(() -> window.scene().getRoot().lookupAll(".bulk-problem").size())).as("what cannot be read, and what fits no line").isEqualTo(2);
        window.press(KeyCode.ENTER);
        assertThat(now(first).quantity()).isEqualTo(more);
        assertThat(now(second)).isEqualTo(second);
    }

    @Test
    void whatIsCopiedCanBePastedBack() throws InterruptedException {
        ProposalLine line = lines().getFirst();
        window.press(KeyCode.C, KeyCode.CONTROL);
        String copied = window.ask(() -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).startsWith("SKU\tProduct\t").contains("\n" + line.code() + "\t" + line.name() + "\t");
        window.type("*3");
        window.press(KeyCode.ENTER);
        window.press(KeyCode.V, KeyCode.CONTROL);
        window.press(KeyCode.ENTER);
        assertThat(now(line).quantity()).isEqualTo(line.quantity());
    }

    @Test
    void linesOutOfSightAreNamedBeforeTheyAreApproved() throws InterruptedException {
        window.press(KeyCode.A, KeyCode.CONTROL);
        window.press(KeyCode.DIGIT2, KeyCode.ALT);
        assertThat(window.ask(() -> review.filter().get())).isEqualTo(QuickFilter.URGENT);
        int urgent = lines().size();
        window.type("a");
        assertThat(window.ask(() -> window.scene().getRoot().lookupAll(".confirm .label").stream().map(node -> ((Labeled) node).getText()).toList()))
                .anyMatch(text -> text.startsWith("Approve 120 lines · £"))
                .contains((120 - urgent) + " marked lines are out of sight under this search and filter.");
        window.press(KeyCode.ESCAPE);
        assertThat(window.sample.desk.decided(LineState.APPROVED)).isEmpty();
    }

    @Test
    void aTypedQuantityStandsBesideTheProposedOne() throws InterruptedException {
        ProposalLine line = lines().getFirst();
        window.type("*2");
        window.press(KeyCode.ENTER);
        assertThat(window.text(".proposed")).isEqualTo(line.quantity() + " →");
        assertThat(now(line).proposed()).isEqualTo(line.quantity());
    }

    @Test
    void whatIsNewSinceYesterdayHasItsFilters() throws InterruptedException {
        List<ProposalLine> lines = lines();
        window.sample.desk.news.put(lines.get(3).id(), new LineNews(true, null, null, false));
        window.sample.desk.news.put(lines.get(5).id(), new LineNews(false, null, Quantity.of(7), false));
        window.ask(() -> {
            review.load();
            review.filter().set(QuickFilter.NEW);
            return 0;
        });
        assertThat(lines()).extracting(ProposalLine::id).containsExactly(lines.get(3).id());
        window.press(KeyCode.DIGIT6, KeyCode.ALT);
        assertThat(lines()).extracting(ProposalLine::id).containsExactly(lines.get(5).id());
        window.type("*2");
        window.press(KeyCode.ENTER);
        assertThat(lines()).as("typing anew answers the conflict").isEmpty();
    }

    @Test
    void columnsAreRemembered() throws Exception {
        TableView<?> table = table();
        window.ask(() -> {
            table.getColumns().stream().filter(column -> column.getId().equals("vendor")).forEach(column -> column.setVisible(true));
            table.getColumns().stream().filter(column -> column.getId().equals("weekly")).forEach(column -> column.setVisible(false));
            return 0;
        });
        String kept = window.sample.preferences.get("review-columns").orElseThrow();
        window.close();
        window = Stagehand.open(120, false);
        assertThat(kept).contains("{\"id\":\"vendor\",\"width\":150.0,\"shown\":true}");
        window.sample.preferences.put("review-columns", kept);
        try (Stagehand again = Stagehand.open(window.sample)) {
            List<String> shown = again.ask(() -> ((TableView<?>) again.scene().lookup(".review-grid .table-view")).getVisibleLeafColumns().stream()
                    .map(TableColumn::getId).toList());
            assertThat(shown).contains("vendor").doesNotContain("weekly");
        }
    }

    @Test
    void linesAreSortedBySeveralColumns() throws InterruptedException {
        TableView<?> table = table();
        window.ask(() -> {
            review.grouped().set(false);
            sortBy(table, "lead", "code");
            return 0;
        });
        assertThat(lines()).isSortedAccordingTo(Comparator.comparing(ProposalLine::leadTimeDays).thenComparing(ProposalLine::code));
    }

    @SuppressWarnings("unchecked")
    private static <T> void sortBy(TableView<T> table, String... ids) {
        table.getSortOrder().clear();
        for (String id : ids) {
            table.getColumns().stream().filter(column -> column.getId().equals(id)).forEach(column -> table.getSortOrder().add((TableColumn<T, ?>) column));
        }
    }

    @Test
    void theGridAndTheDecisionsBecomeFiles() throws Exception {
        window.type("a");
        window.ask(() -> {
            List<MenuItem> items = window.menu("#files");
            items.forEach(MenuItem::fire);
            return items;
        });
        try (Stream<Path> files = Files.list(window.sample.exports)) {
            List<Path> written = files.sorted().toList();
            assertThat(written).extracting(file -> file.getFileName().toString())
                    .contains("decisions-2026-11-23.html", "review-2026-11-23.csv", "review-2026-11-23.xlsx");
            assertThat(Files.readString(window.sample.exports.resolve("decisions-2026-11-23.html"))).contains("1 line approved");
            assertThat(Files.readAllLines(window.sample.exports.resolve("review-2026-11-23.csv"))).hasSize(1 + 119);
            for (Path file : written) {
                Files.delete(file);
            }
        }
    }
}
