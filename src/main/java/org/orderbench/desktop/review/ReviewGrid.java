package org.orderbench.desktop.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.util.Callback;
import org.jspecify.annotations.Nullable;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Texts;
import org.orderbench.proposal.ProposalLine;

/**
 * The table: its columns, its cursor, and what moves it. The table's selection is the cursor (one row); what is chosen for an action is marked in
 * the model, so that it outlives scrolling, sorting and filtering.
 */
final class ReviewGrid {

    private final TableView<Row> table;
    private final ReviewModel model;
    private final Texts texts;
    private final Formats formats;
    private final TableColumn<Row, Row> quantity = new TableColumn<>();
    private String seed = "";
    private int lastIndex;

    ReviewGrid(TableView<Row> table, ReviewModel model, Texts texts, Formats formats) {
        this.table = table;
        this.model = model;
        this.texts = texts;
        this.formats = formats;
        addColumns();
        table.setItems(model.rows());
        table.setEditable(true);
        table.setFixedCellSize(32);
        table.setRowFactory(view -> new ReviewRow(model));
        table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
        table.setSortPolicy(view -> {
            model.sort(order());
            return true;
        });
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && !model.arranging()) {
                model.cursor().set(row);
                lastIndex = table.getSelectionModel().getSelectedIndex();
            }
        });
        model.revision().subscribe(this::keepCursor);
    }

    private void addColumns() {
        ReviewColumns columns = columns();
        table.getColumns().add(fixed("mark", 34, column -> new MarkCell(model, texts)));
        table.getColumns().add(fixed("state", 30, column -> new StateCell(model, texts)));
        columns.facts().forEach(column -> table.getColumns().add(text(column)));
        configure(quantity, "quantity", 78, column -> new QuantityCell(model, formats, texts, () -> seed, () -> move(1)));
        quantity.setEditable(true);
        quantity.setSortable(true);
        quantity.setUserData(Comparator.comparing((Row.Line row) -> row.line().quantity()));
        quantity.getStyleClass().add("right");
        table.getColumns().add(quantity);
        columns.consequences().forEach(column -> table.getColumns().add(text(column)));
        TableColumn<Row, Row> confidence = fixed("confidence", 50, column -> new ConfidenceCell(texts, formats));
        confidence.setSortable(true);
        confidence.setUserData(Comparator.comparing((Row.Line row) -> row.line().confidence()));
        table.getColumns().add(confidence);
        TableColumn<Row, Row> why = text(columns.why());
        table.getColumns().add(why);
        table.widthProperty().subscribe(() -> fill(why));
    }

    /** The reason takes what the other columns leave. */
    private void fill(TableColumn<Row, Row> why) {
        double others = table.getColumns().stream().filter(column -> !column.equals(why)).mapToDouble(TableColumn::getWidth).sum();
        why.setPrefWidth(Math.max(ReviewColumns.LEAST_WHY, table.getWidth() - others - 16));
    }

    private TableColumn<Row, Row> text(Column spec) {
        TableColumn<Row, Row> column = new TableColumn<>();
        configure(column, spec.id(), spec.width(), view -> new TextCell(spec));
        column.setUserData(spec.order());
        column.setSortable(true);
        if (spec.right()) {
            column.getStyleClass().add("right");
        }
        return column;
    }

    private TableColumn<Row, Row> fixed(String id, double width, Callback<TableColumn<Row, Row>, TableCell<Row, Row>> cells) {
        TableColumn<Row, Row> column = new TableColumn<>();
        configure(column, id, width, cells);
        column.setResizable(false);
        column.setReorderable(false);
        return column;
    }

    private void configure(TableColumn<Row, Row> column, String id, double width, Callback<TableColumn<Row, Row>, TableCell<Row, Row>> cells) {
        column.setId(id);
        column.setText(texts.get("review.column." + id));
        column.setPrefWidth(width);
        column.setEditable(false);
        column.setSortable(false);
        column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        column.setCellFactory(cells);
    }

    /** The comparator of the sorted columns, first column first; null when none is. */
    @SuppressWarnings("unchecked")
    private @Nullable Comparator<Row.Line> order() {
        Comparator<Row.Line> all = null;
        for (TableColumn<Row, ?> column : table.getSortOrder()) {
            Comparator<Row.Line> one = (Comparator<Row.Line>) column.getUserData();
            Comparator<Row.Line> turned = column.getSortType() == TableColumn.SortType.DESCENDING ? one.reversed() : one;
            all = all == null ? turned : all.thenComparing(turned);
        }
        return all;
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

    /** The marked lines, or the one under the cursor, as a spreadsheet takes them: tabs between cells, heads above. */
    String copy() {
        List<Column> columns = new ArrayList<>(columns().facts());
        columns.add(Column.figure("quantity", 0, ProposalLine::quantity, formats::quantity, group -> ""));
        columns.addAll(columns().consequences());
        columns.add(columns().why());
        StringBuilder sheet = new StringBuilder(columns.stream().map(column -> texts.get("review.column." + column.id())).collect(Collectors.joining("\t")));
        for (Row.Line row : model.targets()) {
            // A name that begins with = would be a formula to a spreadsheet.
            sheet.append('\n').append(columns.stream().map(column -> column.line().apply(row)).map(ReviewGrid::harmless).collect(Collectors.joining("\t")));
        }
        return sheet.toString();
    }

    private static String harmless(String cell) {
        String flat = cell.replace('\t', ' ').replace('\n', ' ');
        return !flat.isEmpty() && "=+-@".indexOf(flat.charAt(0)) >= 0 ? "'" + flat : flat;
    }

    private ReviewColumns columns() {
        return new ReviewColumns(formats, texts);
    }

    /** @param begun what was typed to begin with, or empty */
    void edit(String begun) {
        int index = cursor();
        if (index >= 0 && model.rows().get(index) instanceof Row.Line) {
            seed = begun;
            table.edit(index, quantity);
            seed = "";
        }
    }
}
