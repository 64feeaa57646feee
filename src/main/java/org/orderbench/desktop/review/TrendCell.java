package org.orderbench.desktop.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Texts;
import org.orderbench.desktop.review.Trends.Trend;

/**
 * A small picture of what becomes of the stock: expected without the order (thin), with it (strong), and below the base line what customers would ask
 * for and not get. Says the same in words to a screen reader.
 */
final class TrendCell extends TableCell<Row, Row> {

    private static final double WIDTH = 76;
    private static final double ABOVE = 16;
    private static final double BELOW = 6;
    private static final int POINTS = 38;

    private final Trends trends;
    private final Texts texts;
    private final Formats formats;
    private final Polyline expected = new Polyline();
    private final Polyline with = new Polyline();
    private final Polygon unmet = new Polygon();
    private final Line base = new Line(0, ABOVE, WIDTH, ABOVE);
    private final Pane picture = new Pane(unmet, base, expected, with);
    private Row.@Nullable Line asked;
    private boolean drawn;

    TrendCell(Trends trends, Texts texts, Formats formats) {
        this.trends = trends;
        this.texts = texts;
        this.formats = formats;
        getStyleClass().add("col-trend");
        picture.getStyleClass().add("trend");
        expected.getStyleClass().add("trend-expected");
        with.getStyleClass().add("trend-with");
        unmet.getStyleClass().add("trend-unmet");
        base.getStyleClass().add("trend-base");
        picture.setMinSize(WIDTH, ABOVE + BELOW);
        picture.setMaxSize(WIDTH, ABOVE + BELOW);
    }

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || !(row instanceof Row.Line line)) {
            asked = null;
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        if (line.equals(asked) && getGraphic() != null) {
            return;
        }
        asked = line;
        drawn = false;
        Trend known = trends.find(line.line().basis().sku(), trend -> {
            if (line.equals(asked)) {
                draw(line, trend);
            }
        });
        if (known != null) {
            draw(line, known);
        } else if (!drawn) {
            setGraphic(null);
            setAccessibleText(null);
        }
    }

    /** A typed quantity moves the line with the order up or down from the day on which it arrives. */
    private void draw(Row.Line row, Trend trend) {
        drawn = true;
        double more = row.line().quantity().toDouble() - row.line().proposed().toDouble();
        int days = trend.expected().length;
        double[] ordered = new double[days];
        double top = Math.max(1, trend.level());
        double bottom = 0;
        int shortDays = 0;
        for (int i = 0; i < days; i++) {
            ordered[i] = trend.with()[i] + (i >= row.line().leadTimeDays() ? more : 0);
            top = Math.max(top, Math.max(ordered[i], trend.expected()[i]));
            bottom = Math.min(bottom, ordered[i]);
            shortDays += ordered[i] < 0 ? 1 : 0;
        }
        // Each line's points at once: a list tells its shape of every single change.
        List<Double> thin = new ArrayList<>(2 * POINTS);
        List<Double> strong = new ArrayList<>(2 * POINTS);
        List<Double> below = new ArrayList<>(List.of(0.0, ABOVE));
        for (int p = 0; p < POINTS; p++) {
            int i = (int) Math.round((double) p * (days - 1) / (POINTS - 1));
            double x = p * WIDTH / (POINTS - 1);
            Collections.addAll(thin, x, y(trend.expected()[i], top));
            Collections.addAll(strong, x, y(ordered[i], top));
            Collections.addAll(below, x, ABOVE + (bottom < 0 ? Math.min(0, ordered[i]) / bottom * BELOW : 0));
        }
        Collections.addAll(below, WIDTH, ABOVE);
        expected.getPoints().setAll(thin);
        with.getPoints().setAll(strong);
        unmet.getPoints().setAll(below);
        setAccessibleText(shortDays == 0
                ? texts.get("review.trend.enough", days)
                : texts.get("review.trend.short", shortDays, days, formats.quantity(Quantity.of(Math.rint(-bottom)))));
        setGraphic(picture);
    }

    private static double y(double level, double top) {
        return ABOVE - Math.max(0, level) / top * (ABOVE - 1);
    }
}
