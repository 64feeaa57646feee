package org.orderbench.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableColumnHeader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orderbench.desktop.Stagehand.Setting;

/** A buyer who looks at the right end of a wide grid still sees which line it is. */
class StickyColumnsTest {

    private Stagehand window;

    @BeforeEach
    void open() throws InterruptedException {
        window = Stagehand.open(new SampleServices(120, false), Setting.USUAL.sized(1280, 720));
        window.ask(() -> {
            table().getColumns().forEach(column -> column.setVisible(true));
            return settle();
        });
    }

    @AfterEach
    void close() throws InterruptedException {
        window.close();
    }

    private TableView<?> table() {
        return (TableView<?>) window.scene().lookup(".review-grid .table-view");
    }

    private Object settle() {
        for (int pass = 0; pass < 3; pass++) {
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
        }
        return window;
    }

    private void scroll(double share) throws InterruptedException {
        window.ask(() -> {
            ScrollBar bar = bar();
            bar.setValue(bar.getMax() * share);
            return settle();
        });
    }

    private ScrollBar bar() {
        return table().lookupAll(".scroll-bar").stream().map(ScrollBar.class::cast)
                .filter(bar -> bar.getOrientation() == Orientation.HORIZONTAL && bar.isVisible()).findFirst().orElseThrow();
    }

    /** Where a column's cells and its head stand in the table, from the left; none where it is not shown. */
    private List<Double> lefts(String id) throws InterruptedException {
        return window.ask(() -> {
            Set<Node> cells = table().lookupAll(".table-cell");
            Set<Node> heads = table().lookupAll(".column-header");
            return Stream.concat(
                            cells.stream().filter(node -> node instanceof TableCell<?, ?> cell && !cell.isEmpty() && cell.getTableColumn().getId().equals(id)),
                            heads.stream().filter(node -> node instanceof TableColumnHeader head && head.getTableColumn() instanceof TableColumn<?, ?> column
                                    && id.equals(column.getId())))
                    .map(this::left).distinct().toList();
        });
    }

    private double left(Node node) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        return Math.rint(bounds.getMinX());
    }

    @Test
    void theProductStaysWhileTheOthersScroll() throws InterruptedException {
        List<Double> code = lefts("code");
        List<Double> name = lefts("name");
        List<Double> stock = lefts("stock");
        assertThat(code).as("cells stand under their head").hasSize(1);
        scroll(1);
        assertThat(lefts("code")).isEqualTo(code);
        assertThat(lefts("name")).isEqualTo(name);
        assertThat(lefts("mark")).hasSize(1);
        assertThat(lefts("stock")).isNotEqualTo(stock);
        scroll(0);
        assertThat(lefts("stock")).isEqualTo(stock);
    }

    @Test
    void anotherColumnStaysIfItIsDraggedBeforeTheName() throws InterruptedException {
        window.ask(() -> {
            move(table(), "stock", 2);
            return settle();
        });
        List<Double> stock = lefts("stock");
        scroll(0.7);
        assertThat(lefts("stock")).isEqualTo(stock);
    }

    private static <T> void move(TableView<T> table, String id, int to) {
        TableColumn<T, ?> column = table.getColumns().stream().filter(one -> one.getId().equals(id)).findFirst().orElseThrow();
        List<TableColumn<T, ?>> order = new ArrayList<>(table.getColumns());
        order.remove(column);
        order.add(to, column);
        table.getColumns().setAll(order);
    }

    @Test
    void whoWantsAllToScrollSaysSoAndItIsRemembered() throws InterruptedException {
        window.ask(() -> {
            window.menu("#columns").stream().filter(CustomMenuItem.class::isInstance)
                    .map(item -> ((CustomMenuItem) item).getContent()).filter(CheckBox.class::isInstance).map(CheckBox.class::cast)
                    .filter(box -> box.getText().equals("Keep the product in place")).findFirst().orElseThrow().fire();
            return settle();
        });
        List<Double> code = lefts("code");
        scroll(1);
        assertThat(lefts("code")).isNotEqualTo(code);
        assertThat(window.sample.preferences.get("review-columns").orElseThrow()).contains("\"loose\":true");
    }
}
