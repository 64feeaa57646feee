package org.orderbench.desktop.sku;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.Marker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Texts;

/** What both plots of the SKU chart are drawn with: lines, letters, colours, and the legend that they share. */
record ChartKit(Palette palette, Formats formats, Texts texts, LegendItemCollection legend) {

    static final Stroke THIN = new BasicStroke(1f);
    static final Stroke LINE = new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    static final Stroke DASHED = new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 4}, 0);

    private static final Color CLEAR = new Color(0, 0, 0, 0);

    static double at(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    static LocalDate day(double at) {
        return LocalDate.ofInstant(Instant.ofEpochMilli((long) at), ZoneOffset.UTC);
    }

    /** @param name stands beside the axis; below zero the axis counts what is short */
    XYPlot plot(String name) {
        NumberAxis axis = new NumberAxis(name);
        axis.setAutoRangeIncludesZero(true);
        axis.setLabelFont(palette.font());
        axis.setLabelPaint(palette.muted());
        axis.setTickLabelFont(palette.font());
        axis.setTickLabelPaint(palette.muted());
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setUpperMargin(0.12);
        axis.setNumberFormatOverride(numbers());
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        // The zero line is drawn by the first renderer; a SKU without a forecast puts none there.
        XYPlot plot = new XYPlot(null, null, axis, new XYLineAndShapeRenderer());
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(palette.grid());
        plot.setRangeGridlineStroke(THIN);
        plot.setRangeZeroBaselineVisible(true);
        plot.setRangeZeroBaselinePaint(palette.muted());
        plot.setRangeZeroBaselineStroke(THIN);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        return plot;
    }

    private NumberFormat numbers() {
        NumberFormat format = NumberFormat.getIntegerInstance(formats.locale());
        if (format instanceof DecimalFormat decimal) {
            String words = texts.get("sku.chart.short", "\u0001");
            int place = words.indexOf('\u0001');
            decimal.setNegativePrefix(words.substring(0, place));
            decimal.setNegativeSuffix(words.substring(place + 1));
        }
        return format;
    }

    static void put(XYPlot plot, int index, XYDataset data, AbstractXYItemRenderer renderer) {
        renderer.setDefaultSeriesVisibleInLegend(false);
        plot.setDataset(index, data);
        plot.setRenderer(index, renderer);
    }

    void style(XYLineAndShapeRenderer renderer, Color colour, Stroke stroke) {
        renderer.setSeriesPaint(0, colour);
        renderer.setSeriesStroke(0, stroke);
        renderer.setDefaultShapesVisible(false);
    }

    /** A line within one band or more, the first the widest and faintest. */
    DeviationRenderer fan(Color colour, int bands) {
        DeviationRenderer renderer = new DeviationRenderer(true, false);
        renderer.setAlpha(1f);
        for (int i = 0; i < bands; i++) {
            renderer.setSeriesPaint(i, colour);
            renderer.setSeriesStroke(i, LINE);
            renderer.setSeriesFillPaint(i, Palette.faint(colour, i == 0 ? 0.14 : 0.22));
        }
        return renderer;
    }

    /** An area without an outline. */
    DeviationRenderer area(Color colour, double alpha) {
        DeviationRenderer renderer = new DeviationRenderer(true, false);
        renderer.setAlpha(1f);
        renderer.setSeriesPaint(0, CLEAR);
        renderer.setSeriesFillPaint(0, Palette.faint(colour, alpha));
        return renderer;
    }

    static XYIntervalSeriesCollection collection(XYIntervalSeries... series) {
        XYIntervalSeriesCollection all = new XYIntervalSeriesCollection();
        List.of(series).forEach(all::addSeries);
        return all;
    }

    void label(Marker marker, String text, Color colour, RectangleAnchor anchor, TextAnchor textAnchor) {
        marker.setLabel(text);
        marker.setLabelFont(palette.font());
        marker.setLabelPaint(colour);
        marker.setLabelBackgroundColor(Palette.faint(palette.back(), 0.75));
        marker.setLabelAnchor(anchor);
        marker.setLabelTextAnchor(textAnchor);
        marker.setLabelOffset(new RectangleInsets(2, 4, 2, 4));
    }

    void keyLine(String words, Color colour) {
        key(words, colour, new Rectangle2D.Double(-7, -1.5, 14, 3));
    }

    void keyArea(String words, Color colour) {
        key(words, colour, new Rectangle2D.Double(-4, -5, 8, 10));
    }

    void key(String words, Color colour, Shape shape) {
        legend.add(new LegendItem(words, null, null, null, shape, colour));
    }
}
