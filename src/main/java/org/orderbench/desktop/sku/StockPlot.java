package org.orderbench.desktop.sku;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.orderbench.proposal.SkuView;
import org.orderbench.replenish.SupplyProjection;
import org.orderbench.replenish.SupplyProjection.Arrival;

/**
 * The lower half of the SKU chart: stock day by day, with and without the order. No shelf holds less than nothing: where the projection falls below
 * zero, stock stays at zero, and what customers will ask for and not get is shown as unmet demand, counted downward.
 */
final class StockPlot {

    /** Unmet demand takes at most so much of the height that stock takes: the rest is told in words. */
    private static final double MOST_BELOW = 0.6;

    private static final double ROOM_ABOVE = 1.22;
    private static final double CLOSE = 0.11;

    private final SkuView view;
    private final Span span;
    private final int ahead;
    private final ChartKit kit;
    private final XYPlot plot;
    private final boolean little;
    private double highest;
    private double lowest;

    /**
     * @param ahead  days that the chart shows of what is to come
     * @param little the levels are drawn without their words, which would lie on one another
     */
    StockPlot(SkuView view, Span span, int ahead, ChartKit kit, boolean little) {
        this.little = little;
        this.view = view;
        this.span = span;
        this.ahead = ahead;
        this.kit = kit;
        plot = kit.plot(kit.texts().get("sku.chart.stock"));
    }

    XYPlot draw() {
        past();
        SupplyProjection projection = view.projection();
        if (projection != null) {
            ahead(projection);
        }
        double top = Math.max(1, highest) * ROOM_ABOVE;
        plot.getRangeAxis().setRange(-Math.min(-lowest * 1.08, top * MOST_BELOW), top);
        if (projection != null) {
            levels(projection, top);
            lead(projection);
            shortage(projection);
        }
        plot.addDomainMarker(new ValueMarker(ChartKit.at(view.facts().today()), kit.palette().today(), ChartKit.THIN));
        return plot;
    }

    private void past() {
        StockPast past = StockPast.of(view.facts(), span.weeksBack() * 7);
        XYSeries line = new XYSeries("past");
        boolean outs = false;
        for (int i = 0; i < past.levels().length; i++) {
            LocalDate day = past.from().plusDays(i);
            double level = past.levels()[i];
            line.add(ChartKit.at(day.plusDays(1)), Math.max(0, level));
            highest = Math.max(highest, level);
            if (level <= 0) {
                outs = true;
                plot.addDomainMarker(
                        new IntervalMarker(ChartKit.at(day), ChartKit.at(day.plusDays(1)), Palette.faint(kit.palette().stockOut(), 0.16)), Layer.BACKGROUND);
            }
        }
        XYStepRenderer renderer = new XYStepRenderer();
        kit.style(renderer, kit.palette().stock(), new BasicStroke(1.6f));
        ChartKit.put(plot, 3, new XYSeriesCollection(line), renderer);
        kit.keyLine(kit.texts().get("sku.chart.stock-line"), kit.palette().stock());
        if (outs) {
            kit.keyArea(kit.texts().get("sku.chart.stock-out"), Palette.faint(kit.palette().stockOut(), 0.3));
        }
    }

    private void ahead(SupplyProjection projection) {
        boolean proposes = !Arrays.equals(projection.withOrder(), projection.expected());
        double[] counts = proposes ? projection.withOrder() : projection.expected();
        XYIntervalSeries expected = new XYIntervalSeries("expected");
        XYIntervalSeries unmet = new XYIntervalSeries("unmet");
        XYSeries ordered = new XYSeries("ordered");
        int last = Math.min(projection.expected().length - 1, ahead);
        for (int i = 0; i <= last; i++) {
            double x = ChartKit.at(projection.from().plusDays(i + 1L));
            expected.add(x, x, x, Math.max(0, projection.expected()[i]), Math.max(0, projection.low()[i]), Math.max(0, projection.high()[i]));
            ordered.add(x, Math.max(0, counts[i]));
            unmet.add(x, x, x, 0, Math.min(0, counts[i]), 0);
            lowest = Math.min(lowest, counts[i]);
            highest = DoubleStream.of(highest, projection.high()[i], counts[i]).max().orElse(0);
        }
        if (proposes) {
            XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
            kit.style(renderer, kit.palette().order(), ChartKit.LINE);
            ChartKit.put(plot, 0, new XYSeriesCollection(ordered), renderer);
            kit.keyLine(kit.texts().get("sku.chart.with-order"), kit.palette().order());
        }
        DeviationRenderer fan = kit.fan(kit.palette().stock(), 1);
        fan.setSeriesStroke(0, proposes ? ChartKit.DASHED : ChartKit.LINE);
        ChartKit.put(plot, 2, ChartKit.collection(expected), fan);
        if (lowest < 0) {
            ChartKit.put(plot, 4, ChartKit.collection(unmet), kit.area(kit.palette().late(), 0.35));
            kit.keyArea(kit.texts().get("sku.chart.unmet", kit.formats().rate(-lowest)), Palette.faint(kit.palette().late(), 0.45));
        }
        arrivals(projection);
    }

    private void arrivals(SupplyProjection projection) {
        XYSeries onTime = new XYSeries("arrivals");
        XYSeries late = new XYSeries("late");
        for (Arrival arrival : projection.arrivals()) {
            double amount = arrival.quantity().toDouble();
            highest = Math.max(highest, amount);
            (arrival.late() ? late : onTime).add(ChartKit.at(arrival.on()), amount);
            if (arrival.late()) {
                plot.addAnnotation(new XYLineAnnotation(
                        ChartKit.at(arrival.promised()), amount, ChartKit.at(arrival.on()), amount, ChartKit.DASHED, kit.palette().late()));
            }
        }
        Ellipse2D dot = new Ellipse2D.Double(-5, -5, 10, 10);
        Rectangle2D square = new Rectangle2D.Double(-5, -5, 10, 10);
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setSeriesShape(0, dot);
        renderer.setSeriesShape(1, square);
        renderer.setSeriesPaint(0, kit.palette().arrival());
        renderer.setSeriesPaint(1, kit.palette().late());
        XYSeriesCollection both = new XYSeriesCollection();
        both.addSeries(onTime);
        both.addSeries(late);
        ChartKit.put(plot, 1, both, renderer);
        if (!onTime.isEmpty()) {
            kit.key(kit.texts().get("sku.chart.arrival"), kit.palette().arrival(), dot);
        }
        if (!late.isEmpty()) {
            kit.key(kit.texts().get("sku.chart.late"), kit.palette().late(), square);
        }
    }

    /** Of two levels that lie close, the upper carries the words of both: below the lower one there is no room that stays free. */
    private void levels(SupplyProjection projection, double top) {
        double reorder = projection.reorderLevel();
        double safety = projection.safetyLevel();
        String reorderWords = kit.texts().get("sku.chart.reorder", kit.formats().rate(reorder));
        String safetyWords = kit.texts().get("sku.chart.safety", kit.formats().rate(safety));
        if (Math.abs(reorder - safety) < (top - plot.getRangeAxis().getLowerBound()) * CLOSE) {
            String both = reorderWords + " · " + safetyWords;
            level(reorder, top, kit.palette().reorder(), reorder >= safety ? both : "");
            level(safety, top, kit.palette().late(), reorder >= safety ? "" : both);
        } else {
            level(reorder, top, kit.palette().reorder(), reorderWords);
            level(safety, top, kit.palette().late(), safetyWords);
        }
    }

    /** A level beyond what the chart shows would press everything else flat: its words then stand at the edge, with an arrow. */
    private void level(double value, double top, Color colour, String words) {
        boolean beyond = value > top;
        ValueMarker marker = new ValueMarker(beyond ? top : value, colour, ChartKit.DASHED);
        if (!little && !words.isEmpty()) {
            kit.label(marker, beyond ? words + " ↑" : words, colour, beyond ? RectangleAnchor.BOTTOM_RIGHT : RectangleAnchor.TOP_RIGHT,
                    beyond ? TextAnchor.TOP_RIGHT : TextAnchor.BOTTOM_RIGHT);
        }
        plot.addRangeMarker(marker);
    }

    /** The planned lead time, darker where it usually ends. Its words stand in the upper plot. */
    private void lead(SupplyProjection projection) {
        LocalDate today = view.facts().today();
        IntervalMarker band = new IntervalMarker(ChartKit.at(today), ChartKit.at(today.plusDays(projection.leadTimeDays())), kit.palette().lead());
        plot.addDomainMarker(band, Layer.BACKGROUND);
        plot.addDomainMarker(
                new IntervalMarker(
                        ChartKit.at(today.plusDays(projection.leadTimeLow())), ChartKit.at(today.plusDays(projection.leadTimeHigh())), kit.palette().lead()),
                Layer.BACKGROUND);
    }

    private void shortage(SupplyProjection projection) {
        LocalDate day = projection.shortageOn();
        if (day == null || day.isAfter(view.facts().today().plusDays(ahead))) {
            return;
        }
        ValueMarker marker = new ValueMarker(ChartKit.at(day), kit.palette().late(), ChartKit.THIN);
        // Where there is little room on the right, its words stand on the left.
        boolean rightHalf = day.isAfter(view.facts().today().plusDays(ahead / 2));
        kit.label(marker, kit.texts().get("sku.chart.shortage", kit.formats().day(day)), kit.palette().late(),
                rightHalf ? RectangleAnchor.TOP_LEFT : RectangleAnchor.TOP_RIGHT, rightHalf ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT);
        plot.addDomainMarker(marker);
    }
}
