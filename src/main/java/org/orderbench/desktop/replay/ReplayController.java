package org.orderbench.desktop.replay;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import javafx.fxml.FXML;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.orderbench.desktop.common.Blank;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.TextColumns;
import org.orderbench.desktop.common.Texts;
import org.orderbench.proposal.replay.ReplayReport;
import org.orderbench.proposal.replay.ReplayReport.Curve;
import org.orderbench.proposal.replay.Tally;

/** Binds the replay screen to its model. */
public final class ReplayController {

    private static final int YEAR = 365;
    private static final double SHOWN_RATE = 0.90;
    private static final double LEAST_FILL = 0.6;
    /** The chart shows stock up to what the agent needs here, and half as much again. */
    private static final double CHART_TO = 0.97;

    private final ReplayModel model;
    private final Texts texts;
    private final Formats formats;
    private final String currency;

    @FXML private Button start;
    @FXML private ComboBox<Integer> days;
    @FXML private ComboBox<String> slice;
    @FXML private Button exportTable;
    @FXML private Button exportChart;
    @FXML private StackPane body;
    @FXML private Label verdict;
    @FXML private Label actual;
    @FXML private LineChart<Number, Number> chart;
    @FXML private NumberAxis fill;
    @FXML private NumberAxis stock;
    @FXML private TableView<ReplayModel.Row> table;
    private final Blank blank;

    public ReplayController(ReplayModel model, Texts texts, Formats formats, String currency) {
        this.model = model;
        this.texts = texts;
        this.formats = formats;
        this.currency = currency;
        this.blank = new Blank("mdal-history_edu", texts.get("replay.empty.title"), texts.get("replay.empty.text"));
    }

    @FXML
    void initialize() {
        days.getItems().setAll(90, 180, YEAR);
        days.setValue(YEAR);
        days.setConverter(words(count -> count == null ? "" : texts.get("replay.days", count)));
        slice.setConverter(words(name -> name == null || name.isEmpty() ? texts.get("replay.slice.all") : name));
        slice.getItems().setAll("");
        slice.valueProperty().bindBidirectional(model.slice());
        fill.setTickLabelFormatter(numbers(formats::percent));
        stock.setTickLabelFormatter(numbers(value -> formats.count(Math.round(value))));
        stock.setLabel(texts.get("replay.axis.stock", currency));
        start.disableProperty().bind(model.busy());
        body.getChildren().add(blank);
        model.report().subscribe(this::show);
        model.slice().subscribe(chosen -> draw());
    }

    private interface Words<T> {
        String of(@Nullable T value);
    }

    private static <T> StringConverter<T> words(Words<T> words) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return words.of(value);
            }

            @Override
            public @Nullable T fromString(String text) {
                return null;
            }
        };
    }

    private interface Figure {
        String of(double value);
    }

    private static StringConverter<Number> numbers(Figure figure) {
        return words(value -> value == null ? "" : figure.of(value.doubleValue()));
    }

    @FXML
    void onStart() {
        model.start(days.getValue());
    }

    @FXML
    void onExportTable() {
        model.exportTable();
    }

    @FXML
    void onExportChart() {
        model.exportChart();
    }

    private void show(@Nullable ReplayReport report) {
        boolean none = report == null;
        blank.setVisible(none);
        body.getChildren().getFirst().setVisible(!none);
        exportTable.setDisable(none);
        exportChart.setDisable(none);
        slice.setDisable(none);
        if (report == null) {
            return;
        }
        slice.getItems().setAll(List.of(""));
        slice.getItems().addAll(report.slices().keySet());
        slice.setValue("");
        Tally really = report.actual();
        actual.setText(really == null ? "" : texts.get("replay.actual", money(really.averageStock()), really.emptyDays(), really.orders(), money(really.orderedValue())));
        draw();
    }

    private void draw() {
        List<Curve> curves = model.curves();
        chart.getData().clear();
        table.getItems().setAll(model.rows());
        if (curves.isEmpty()) {
            return;
        }
        double most = 1.5 * curves.getFirst().stockAt(CHART_TO).orElse(curves.getFirst().points().getLast().tally().averageStock());
        double unit = Math.pow(10, Math.floor(Math.log10(Math.max(1, most)))) / 2;
        stock.setUpperBound(Math.ceil(most / unit) * unit);
        stock.setTickUnit(stock.getUpperBound() / 5);
        for (Curve curve : curves) {
            XYChart.Series<Number, Number> series = new XYChart.Series<>();
            series.setName(curve.way());
            curve.points().stream()
                    .filter(point -> point.tally().fillRate() >= LEAST_FILL && point.tally().averageStock() <= stock.getUpperBound())
                    .forEach(point -> series.getData().add(new XYChart.Data<>(point.tally().fillRate(), point.tally().averageStock())));
            chart.getData().add(series);
        }
        columns(curves);
        verdict.setText(verdict(curves));
    }

    private void columns(List<Curve> curves) {
        table.getColumns().clear();
        table.getColumns().add(TextColumns.right("fill", texts.get("replay.column.fill"), 150, row -> formats.percent(row.fillRate())));
        for (int way = 0; way < curves.size(); way++) {
            int index = way;
            table.getColumns().add(TextColumns.right("way-" + way, curves.get(way).way(), 250, row -> cell(row, index)));
        }
    }

    private String cell(ReplayModel.Row row, int way) {
        OptionalDouble held = row.stocks().get(way);
        if (held.isEmpty()) {
            return texts.get("replay.not-reached");
        }
        OptionalDouble saving = row.saving(way);
        return saving.isEmpty() ? money(held.getAsDouble()) : texts.get("replay.cell", money(held.getAsDouble()), formats.percent(saving.getAsDouble()));
    }

    /** Savings at the fill rate that the table's third row shows; what a way that does not get there holds is said so. */
    private String verdict(List<Curve> curves) {
        OptionalDouble agent = curves.getFirst().stockAt(SHOWN_RATE);
        if (agent.isEmpty()) {
            return texts.get("replay.verdict.none", formats.percent(SHOWN_RATE));
        }
        StringBuilder text = new StringBuilder(texts.get("replay.verdict", formats.percent(SHOWN_RATE), money(agent.getAsDouble())));
        for (Curve other : curves.subList(1, curves.size())) {
            OptionalDouble held = other.stockAt(SHOWN_RATE);
            text.append(' ').append(held.isEmpty()
                    ? texts.get("replay.verdict.never", other.way())
                    : texts.get("replay.verdict.other", other.way(), money(held.getAsDouble()), formats.percent(1 - agent.getAsDouble() / held.getAsDouble())));
        }
        return text.toString();
    }

    private String money(double amount) {
        return formats.roundMoney(BigDecimal.valueOf(amount), currency);
    }
}
