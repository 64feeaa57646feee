package org.orderbench.desktop.sku;

import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.shape.Line;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.fx.ChartCanvas;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.ui.RectangleEdge;
import org.jspecify.annotations.Nullable;

/** The day under the pointer, or under the arrow keys: a line through both plots, and the day's figures beside it. */
final class DayPointer {

    private static final double GAP = 10;

    private final Line line = new Line();
    private final Label words = new Label();
    private @Nullable Function<LocalDate, String> wordsOf;
    private LocalDate today = LocalDate.EPOCH;
    private @Nullable LocalDate day;

    DayPointer() {
        line.getStyleClass().add("chart-pointer");
        words.getStyleClass().add("chart-words");
        for (Node node : List.of(line, words)) {
            node.setManaged(false);
            node.setMouseTransparent(true);
            node.setVisible(false);
        }
    }

    Line line() {
        return line;
    }

    Label words() {
        return words;
    }

    String text() {
        return words.getText();
    }

    void setWords(LocalDate now, Function<LocalDate, String> of) {
        today = now;
        wordsOf = of;
        hide();
    }

    void hide() {
        line.setVisible(false);
        words.setVisible(false);
        day = null;
    }

    void pointAt(double x, ChartCanvas canvas, double width) {
        Rectangle2D area = area(canvas);
        if (area == null || x < area.getMinX() || x > area.getMaxX()) {
            hide();
            return;
        }
        show(ChartKit.day(axis(canvas).java2DToValue(x, area, RectangleEdge.BOTTOM)), canvas, width);
    }

    /** Begins today, which is where the past ends and the plan begins. */
    void walk(int days, ChartCanvas canvas, double width) {
        ValueAxis axis = axis(canvas);
        LocalDate from = day == null ? today : day.plusDays(days);
        double at = ChartKit.at(from);
        if (at >= axis.getLowerBound() && at < axis.getUpperBound()) {
            show(from, canvas, width);
        }
    }

    private void show(LocalDate shown, ChartCanvas canvas, double width) {
        Rectangle2D area = area(canvas);
        if (area == null || wordsOf == null) {
            return;
        }
        day = shown;
        double x = axis(canvas).valueToJava2D(ChartKit.at(shown), area, RectangleEdge.BOTTOM);
        line.setStartX(x);
        line.setEndX(x);
        line.setStartY(area.getMinY());
        line.setEndY(area.getMaxY());
        words.setText(wordsOf.apply(shown));
        words.applyCss();
        words.autosize();
        boolean left = x + GAP + words.getWidth() > width;
        words.relocate(left ? x - GAP - words.getWidth() : x + GAP, area.getMinY() + 2);
        line.setVisible(true);
        words.setVisible(true);
    }

    private static ValueAxis axis(ChartCanvas canvas) {
        return ((CombinedDomainXYPlot) canvas.getChart().getPlot()).getDomainAxis();
    }

    /** Both plots' areas together; null before the first drawing. */
    private static @Nullable Rectangle2D area(ChartCanvas canvas) {
        PlotRenderingInfo plot = canvas.getRenderingInfo().getPlotInfo();
        if (plot.getSubplotCount() == 0) {
            return null;
        }
        Rectangle2D all = new Rectangle2D.Double();
        all.setRect(plot.getSubplotInfo(0).getDataArea());
        for (int i = 1; i < plot.getSubplotCount(); i++) {
            all = all.createUnion(plot.getSubplotInfo(i).getDataArea());
        }
        return all;
    }
}
