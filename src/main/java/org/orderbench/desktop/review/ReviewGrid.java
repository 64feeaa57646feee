package org.orderbench.desktop.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.util.Callback;
import javafx.util.Duration;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Letters;
import org.orderbench.desktop.common.Texts;

/**
 * The table: its columns, its cursor, and what moves it. The table's selection is the cursor (one row); what is chosen for an action is marked in
 * the model, so that it outlives scrolling, sorting and filtering.
 */
final class ReviewGrid {

    private static final double ROW = 32;
    private static final double PADDING = 18;

    private final TableView<Row> table;
    private final ReviewModel model;
    private final Texts texts;
    private final Formats formats;
    private final Trends trends;
    private final List<Column> columns;
    private final Function<Row.Group, String> heads;
    private final Function<Column, String> widest;
    private final Map<String, TableColumn<Row, Row>> byId = new HashMap<>();
    private final PauseTransition settled = new PauseTransition(Duration.millis(400));
    private final StickyColumns sticky;
    private Runnable onLayout = () -> {};
    private boolean arranging;
    private double scale = 1;
    private String seed = "";
    private int lastIndex;

    ReviewGrid(TableView<Row> table, ReviewModel model, Trends trends, Texts texts, Formats formats) {
        this.table = table;
        this.model = model;
        this.trends = trends;
        this.texts = texts;
        this.formats = formats;
        ReviewColumns all = new ReviewColumns(formats, texts);
        columns = all.all();
        heads = all::state;
        widest = all::widest;
        sticky = new StickyColumns(table);
        sticky.on().subscribe((before, now) -> layoutChanged());
        addColumns();
        table.setItems(model.rows());
        table.setEditable(true);
        table.setFixedCellSize(ROW);
        Letters.follow(table, this::letters);
        table.setRowFactory(view -> new ReviewRow(model, sticky));
        table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        table.setSortPolicy(view -> {
            model.sort(order());
            layoutChanged();
            return true;
        });
        table.getColumns().addListener((ListChangeListener<TableColumn<Row, ?>>) change -> layoutChanged());
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && !model.arranging()) {
                model.cursor().set(row);
                lastIndex = table.getSelectionModel().getSelectedIndex();
            }
        });
        model.revision().subscribe(this::keepCursor);
        if (!model.rows().isEmpty()) {
            keepCursor();
        }
        settled.setOnFinished(event -> onLayout.run());
    }

    private void addColumns() {
        table.getColumns().add(fixed("mark", 34, column -> new MarkCell(model, texts)));
        table.getColumns().add(fixed("state", 30, column -> new StateCell(model, texts, formats)));
        for (Column spec : columns) {
            TableColumn<Row, Row> column = new TableColumn<>();
            configure(column, spec.id(), usual(spec), cells(spec));
            column.setSortable(spec.hasWords());
            column.setEditable(spec.id().equals(ReviewColumns.QUANTITY));
            column.setVisible(spec.shown());
            if (spec.right()) {
                column.getStyleClass().add("right");
            }
            column.visibleProperty().subscribe((before, now) -> layoutChanged());
            column.widthProperty().subscribe((before, now) -> resized(spec));
            byId.put(spec.id(), column);
            table.getColumns().add(column);
        }
        table.widthProperty().subscribe(this::fill);
    }

    /** Wide enough for its head, and for its widest figure where that depends on the language. */
    private double usual(Column spec) {
        double head = spec.id().equals(ReviewColumns.WHY) ? 0 : Letters.width(head(spec.id()), 12) + PADDING;
        return Math.max(spec.width(), Math.max(head, Letters.width(widest.apply(spec), 13) + PADDING));
    }

    /** Columns grow and shrink with the letters, each as wide as somebody made it. */
    private void letters(double now) {
        double by = now / scale;
        scale = now;
        if (by != 1) {
            boolean before = arranging;
            arranging = true;
            table.getColumns().forEach(column -> column.setPrefWidth(column.getWidth() * by));
            arranging = before;
            table.setFixedCellSize(Math.rint(ROW * now));
            fill();
        }
    }

    private Callback<TableColumn<Row, Row>, TableCell<Row, Row>> cells(Column spec) {
        return switch (spec.id()) {
            case ReviewColumns.QUANTITY -> column -> new QuantityCell(model, formats, texts, () -> seed, () -> move(1));
            case ReviewColumns.CONFIDENCE -> column -> new ConfidenceCell(texts, formats);
            case ReviewColumns.NAME -> column -> new NameCell(heads, columns, sticky);
            case ReviewColumns.TREND -> column -> new TrendCell(trends, texts, formats);
            default -> column -> new TextCell(spec);
        };
    }

    /** The reason takes what the other columns leave. */
    private void fill() {
        TableColumn<Row, Row> why = column(ReviewColumns.WHY);
        double others = table.getVisibleLeafColumns().stream().filter(column -> !column.equals(why)).mapToDouble(TableColumn::getWidth).sum();
        why.setPrefWidth(Math.max(ReviewColumns.LEAST_WHY * scale, table.getWidth() - others - 16));
    }

    private TableColumn<Row, Row> column(String id) {
        TableColumn<Row, Row> column = byId.get(id);
        if (column == null) {
            throw new IllegalArgumentException("There is no column " + id);
        }
        return column;
    }

    private TableColumn<Row, Row> fixed(String id, double width, Callback<TableColumn<Row, Row>, TableCell<Row, Row>> cells) {
        TableColumn<Row, Row> column = new TableColumn<>();
        configure(column, id, width, cells);
        column.setResizable(false);
        column.setReorderable(false);
        column.setEditable(false);
        column.setSortable(false);
        return column;
    }

    private void configure(TableColumn<Row, Row> column, String id, double width, Callback<TableColumn<Row, Row>, TableCell<Row, Row>> cells) {
        column.setId(id);
        column.setText(texts.get("review.column." + id));
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        column.setCellFactory(cells);
    }

    private void resized(Column spec) {
        if (!spec.id().equals(ReviewColumns.WHY)) {
            fill();
            if (!arranging) {
                settled.playFromStart();
            }
        }
    }

    private void layoutChanged() {
        if (!arranging) {
            fill();
            onLayout.run();
        }
    }

    /** @param changed hears that columns were chosen, moved, sized or sorted by a person */
    void setOnLayout(Runnable changed) {
        onLayout = changed;
    }

    /** The columns that can be chosen, as they stand. */
    List<TableColumn<Row, ?>> choosable() {
        return table.getColumns().stream().filter(column -> byId.containsKey(column.getId())).toList();
    }

    /** Whether the columns up to the product's name stay while the others scroll sideways. */
    BooleanProperty sticky() {
        return sticky.on();
    }

    GridLayout layout() {
        return new GridLayout(
                choosable().stream().map(column -> new GridLayout.Place(column.getId(), column.getWidth() / scale, column.isVisible())).toList(),
                table.getSortOrder().stream()
                        .map(column -> new GridLayout.Sorted(column.getId(), column.getSortType() == TableColumn.SortType.DESCENDING)).toList(),
                !sticky.on().get());
    }

    /** Arranges the columns as they were; one that the layout doesn't know stays where it stands by itself. */
    void arrange(GridLayout layout) {
        arranging = true;
        sticky.on().set(!layout.loose());
        List<TableColumn<Row, ?>> order = new ArrayList<>(table.getColumns().subList(0, 2));
        for (GridLayout.Place place : layout.columns()) {
            TableColumn<Row, Row> column = byId.get(place.id());
            if (column != null && !order.contains(column)) {
                column.setVisible(place.shown());
                column.setPrefWidth(Math.clamp(place.width(), 30, 900) * scale);
                order.add(column);
            }
        }
        for (Column spec : columns) {
            if (!order.contains(column(spec.id()))) {
                column(spec.id()).setVisible(spec.shown());
                column(spec.id()).setPrefWidth(usual(spec) * scale);
                order.add(Math.min(order.size(), 2 + columns.indexOf(spec)), column(spec.id()));
            }
        }
        table.getColumns().setAll(order);
        List<TableColumn<Row, ?>> sorted = new ArrayList<>();
        for (GridLayout.Sorted by : layout.sorted()) {
            TableColumn<Row, Row> column = byId.get(by.id());
            if (column != null) {
                column.setSortType(by.descending() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING);
                sorted.add(column);
            }
        }
        table.getSortOrder().setAll(sorted);
        arranging = false;
        layoutChanged();
    }

    private List<SortBy> order() {
        List<SortBy> order = new ArrayList<>();
        for (TableColumn<Row, ?> column : table.getSortOrder()) {
            columns.stream().filter(spec -> spec.id().equals(column.getId()))
                    .forEach(spec -> order.add(new SortBy(spec, column.getSortType() == TableColumn.SortType.DESCENDING)));
        }
        return order;
    }

    /** After rows came or went the cursor stays at its height, on the line that moved up: so approving goes on by itself. */
    private void keepCursor() {
        List<Row> rows = model.rows();
        if (rows.isEmpty()) {
            model.cursor().set(null);
            return;
        }
        Row now = model.cursor().get();
        int index = now == null ? -1 : indexOf(now);
        if (index < 0) {
            index = nearestLine(Math.min(lastIndex, rows.size() - 1));
        }
        table.getSelectionModel().clearAndSelect(index);
        table.getFocusModel().focus(index);
        model.cursor().set(rows.get(index));
    }

    private int indexOf(Row wanted) {
        List<Row> rows = model.rows();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            boolean same = switch (row) {
                case Row.Line line -> wanted instanceof Row.Line other && line.id() == other.id();
                case Row.Group group -> wanted instanceof Row.Group other && group.proposalId() == other.proposalId();
            };
            if (same) {
                return i;
            }
        }
        return -1;
    }

    private int nearestLine(int from) {
        List<Row> rows = model.rows();
        for (int i = from; i < rows.size(); i++) {
            if (rows.get(i) instanceof Row.Line) {
                return i;
            }
        }
        return from;
    }

    TableView<Row> table() {
        return table;
    }

    int cursor() {
        return table.getSelectionModel().getSelectedIndex();
    }

    /** Moves the cursor to the next line in a direction, past heads. */
    void move(int step) {
        int index = cursor() + step;
        while (index >= 0 && index < model.rows().size() && !(model.rows().get(index) instanceof Row.Line)) {
            index += step;
        }
        go(index);
    }

    void go(int index) {
        if (index >= 0 && index < model.rows().size()) {
            table.getSelectionModel().clearAndSelect(index);
            table.getFocusModel().focus(index);
            reveal(index);
        }
    }

    /** Scrolls only as far as it must: a row that jumps to the top loses the eye. */
    private void reveal(int index) {
        if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            flow.scrollTo(index);
        }
    }

    /** What is shown of a line, column by column in the order on the screen; pictures left out. */
    List<Column> shownColumns() {
        Map<String, Column> specs = columns.stream().collect(Collectors.toMap(Column::id, spec -> spec));
        List<Column> shown = new ArrayList<>();
        for (TableColumn<Row, ?> column : table.getVisibleLeafColumns()) {
            Column spec = specs.get(column.getId());
            if (spec != null && spec.hasWords()) {
                shown.add(spec);
            }
        }
        return shown;
    }

    String head(String columnId) {
        return texts.get("review.column." + columnId);
    }

    /** @param begun what was typed to begin with, or empty */
    void edit(String begun) {
        int index = cursor();
        if (index >= 0 && model.rows().get(index) instanceof Row.Line) {
            seed = begun;
            table.edit(index, column(ReviewColumns.QUANTITY));
            seed = "";
        }
    }
}
