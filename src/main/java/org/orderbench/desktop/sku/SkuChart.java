package org.orderbench.desktop.sku;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.text.NumberFormat;
import java.text.SimpleDateFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.Marker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.renderer.xy.XYStepRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYDataset;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Texts;
import org.orderbench.forecast.Forecast;
import org.orderbench.proposal.SkuView;
import org.orderbench.replenish.SupplyProjection;
import org.orderbench.replenish.SupplyProjection.Arrival;

/**
 * Draws one SKU: above, demand by the week with the forecast's fan; below, stock day by day with and without the order. Both share the days.
 */
final class SkuChart {

    private static final int WEEKS_BACK = 26;
    private static final int LONGEST_AHEAD = 26 * 7;
    private static final Stroke THIN = new BasicStroke(1f);
    private static final Stroke LINE = new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final Stroke DASHED = new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 4}, 0);

    private final SkuView view;
    private final Palette palette;
    private final Formats formats;
    private final Texts texts;
    private final LegendItemCollection legend = new LegendItemCollection();

    private SkuChart(SkuView view, Palette palette, Formats formats, Texts texts) {
        this.view = view;
        this.palette = palette;
        this.formats = formats;
        this.texts = texts;
    }

    static JFreeChart draw(SkuView view, Palette palette, Formats formats, Texts texts) {
        return new SkuChart(view, palette, formats, texts).chart();
    }

    private JFreeChart chart() {
        CombinedDomainXYPlot both = new CombinedDomainXYPlot(days());
        both.setGap(14);
        both.add(demand(), 4);
        both.add(stock(), 6);
        both.setFixedLegendItems(legend);
        both.setOutlineVisible(false);
        both.setInsets(new RectangleInsets(2, 2, 2, 8));
        JFreeChart chart = new JFreeChart(null, palette.font(), both, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(new RectangleInsets(0, 0, 0, 0));
        chart.addSubtitle(legend(both));
        return chart;
    }

    private LegendTitle legend(CombinedDomainXYPlot plot) {
        LegendTitle title = new LegendTitle(plot);
        title.setPosition(RectangleEdge.TOP);
        title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        title.setItemFont(palette.font());
        title.setItemPaint(palette.muted());
        title.setBackgroundPaint(null);
        title.setFrame(BlockBorder.NONE);
        title.setPadding(new RectangleInsets(2, 0, 4, 0));
        title.setItemLabelPadding(new RectangleInsets(1, 4, 1, 12));
        return title;
    }

    private DateAxis days() {
        Locale locale = formats.locale();
        DateAxis axis = new DateAxis(null, TimeZone.getTimeZone("UTC"), locale);
        axis.setRange(at(view.facts().today().minusWeeks(WEEKS_BACK)), at(view.facts().today().plusDays(ahead())));
        axis.setTickLabelFont(palette.font());
        axis.setTickLabelPaint(palette.muted());
        axis.setAxisLinePaint(palette.grid());
        axis.setTickMarkPaint(palette.grid());
        SimpleDateFormat format = new SimpleDateFormat(
                DateTimeFormatterBuilder.getLocalizedDateTimePattern("MMMd", IsoChronology.INSTANCE, locale), locale);
        format.setTimeZone(TimeZone.getTimeZone("UTC"));
        axis.setDateFormatOverride(format);
        return axis;
    }

    private int ahead() {
        SupplyProjection projection = view.projection();
        return projection == null ? 56 : Math.clamp(projection.expected().length - 1, 28, LONGEST_AHEAD);
    }

    private static double at(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    private XYPlot demand() {
        XYPlot plot = plot(texts.get("sku.chart.demand"));
        LocalDate origin = view.forecast() instanceof Forecast.Available forecast ? forecast.origin() : view.facts().today();
        XYIntervalSeries bars = new XYIntervalSeries("history");
        for (Weeks.Past week : Weeks.past(view.facts().moves(), view.facts().historyFrom(), origin, WEEKS_BACK)) {
            double from = at(week.from());
            double to = at(week.from().plusDays(7));
            bars.add((from + to) / 2, from + (to - from) * 0.1, to - (to - from) * 0.1, week.demand(), 0, week.demand());
        }
        XYBarRenderer bar = new XYBarRenderer();
        bar.setBarPainter(new StandardXYBarPainter());
        bar.setShadowVisible(false);
        bar.setUseYInterval(true);
        bar.setSeriesPaint(0, palette.history());
        bar.setDefaultToolTipGenerator(this::weekHint);
        put(plot, 1, collection(bars), bar);
        key(texts.get("sku.chart.sold"), palette.history(), false);
        if (view.forecast() instanceof Forecast.Available forecast) {
            fan(plot, forecast);
        }
        marks(plot, false);
        return plot;
    }

    private void fan(XYPlot plot, Forecast.Available forecast) {
        XYIntervalSeries wide = new XYIntervalSeries("wide");
        XYIntervalSeries half = new XYIntervalSeries("half");
        for (Weeks.Ahead week : Weeks.ahead(forecast.total(), forecast.origin(), Math.ceilDiv(ahead(), 7))) {
            double middle = (at(week.from()) + at(week.from().plusDays(7))) / 2;
            wide.add(middle, middle, middle, week.mean(), week.low(), week.high());
            half.add(middle, middle, middle, week.mean(), week.lowHalf(), week.highHalf());
        }
        put(plot, 0, collection(wide, half), fanRenderer(palette.forecast(), 2));
        key(texts.get("sku.chart.forecast"), palette.forecast(), true);
    }

    private DeviationRenderer fanRenderer(Color colour, int series) {
        DeviationRenderer renderer = new DeviationRenderer(true, false);
        renderer.setAlpha(1f);
        renderer.setDefaultToolTipGenerator(this::valueHint);
        for (int i = 0; i < series; i++) {
            renderer.setSeriesPaint(i, colour);
            renderer.setSeriesStroke(i, LINE);
            renderer.setSeriesFillPaint(i, Palette.faint(colour, i == 0 ? 0.14 : 0.22));
        }
        return renderer;
    }

    private XYPlot stock() {
        XYPlot plot = plot(texts.get("sku.chart.stock"));
        past(plot);
        SupplyProjection projection = view.projection();
        if (projection != null) {
            ahead(plot, projection);
        }
        marks(plot, true);
        return plot;
    }

    private void past(XYPlot plot) {
        StockPast past = StockPast.of(view.facts(), WEEKS_BACK * 7);
        XYSeries line = new XYSeries("past");
        for (int i = 0; i < past.levels().length; i++) {
            LocalDate day = past.from().plusDays(i);
            line.add(at(day.plusDays(1)), past.levels()[i]);
            if (past.levels()[i] <= 0) {
                IntervalMarker out = new IntervalMarker(at(day), at(day.plusDays(1)), Palette.faint(palette.stockOut(), 0.16));
                plot.addDomainMarker(out, Layer.BACKGROUND);
            }
        }
        XYStepRenderer renderer = new XYStepRenderer();
        style(renderer, palette.stock(), new BasicStroke(1.6f));
        put(plot, 3, new XYSeriesCollection(line), renderer);
        key(texts.get("sku.chart.stock-line"), palette.stock(), true);
    }

    private void ahead(XYPlot plot, SupplyProjection projection) {
        XYIntervalSeries expected = new XYIntervalSeries("expected");
        XYSeries ordered = new XYSeries("ordered");
        int last = Math.min(projection.expected().length - 1, LONGEST_AHEAD);
        for (int i = 0; i <= last; i++) {
            double x = at(projection.from().plusDays(i + 1L));
            expected.add(x, x, x, projection.expected()[i], projection.low()[i], projection.high()[i]);
            ordered.add(x, projection.withOrder()[i]);
        }
        boolean proposes = !Arrays.equals(projection.withOrder(), projection.expected());
        if (proposes) {
            XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
            style(renderer, palette.order(), LINE);
            put(plot, 0, new XYSeriesCollection(ordered), renderer);
            key(texts.get("sku.chart.with-order"), palette.order(), true);
        }
        DeviationRenderer fan = fanRenderer(palette.stock(), 1);
        fan.setSeriesStroke(0, proposes ? DASHED : LINE);
        put(plot, 2, collection(expected), fan);
        arrivals(plot, projection);
        level(plot, projection.reorderLevel(), palette.reorder(), texts.get("sku.chart.reorder", formats.rate(projection.reorderLevel())));
        level(plot, projection.safetyLevel(), palette.late(), texts.get("sku.chart.safety", formats.rate(projection.safetyLevel())));
    }

    private void arrivals(XYPlot plot, SupplyProjection projection) {
        XYSeries onTime = new XYSeries("arrivals");
        XYSeries late = new XYSeries("late");
        for (Arrival arrival : projection.arrivals()) {
            (arrival.late() ? late : onTime).add(at(arrival.on()), arrival.quantity().toDouble());
        }
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
        renderer.setSeriesShape(0, new Ellipse2D.Double(-5, -5, 10, 10));
        renderer.setSeriesShape(1, new Rectangle2D.Double(-5, -5, 10, 10));
        renderer.setSeriesPaint(0, palette.arrival());
        renderer.setSeriesPaint(1, palette.late());
        renderer.setDefaultToolTipGenerator(this::valueHint);
        XYSeriesCollection both = new XYSeriesCollection();
        both.addSeries(onTime);
        both.addSeries(late);
        put(plot, 1, both, renderer);
        if (!onTime.isEmpty()) {
            dot(texts.get("sku.chart.arrival"), palette.arrival(), new Ellipse2D.Double(-4, -4, 8, 8));
        }
        if (!late.isEmpty()) {
            dot(texts.get("sku.chart.late"), palette.late(), new Rectangle2D.Double(-4, -4, 8, 8));
        }
    }

    private void level(XYPlot plot, double value, Color colour, String label) {
        ValueMarker marker = new ValueMarker(value, colour, DASHED);
        marker.setLabel(label);
        marker.setLabelFont(palette.font());
        marker.setLabelPaint(colour);
        marker.setLabelBackgroundColor(new Color(0, 0, 0, 0));
        marker.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
        marker.setLabelTextAnchor(TextAnchor.BOTTOM_RIGHT);
        plot.addRangeMarker(marker);
    }

    /** Today in both plots; the lead time below. */
    private void marks(XYPlot plot, boolean lead) {
        LocalDate today = view.facts().today();
        ValueMarker now = new ValueMarker(at(today), palette.today(), THIN);
        SupplyProjection projection = view.projection();
        if (lead && projection != null) {
            IntervalMarker band = new IntervalMarker(at(today), at(today.plusDays(projection.leadTimeDays())), palette.lead());
            label(band, texts.get("sku.chart.lead", projection.leadTimeDays()), RectangleAnchor.TOP_RIGHT, TextAnchor.TOP_LEFT);
            plot.addDomainMarker(band, Layer.BACKGROUND);
            plot.addDomainMarker(new IntervalMarker(
                    at(today.plusDays(projection.leadTimeLow())), at(today.plusDays(projection.leadTimeHigh())), palette.lead()), Layer.BACKGROUND);
        } else {
            label(now, texts.get("sku.chart.today"), RectangleAnchor.TOP_LEFT, TextAnchor.TOP_RIGHT);
        }
        plot.addDomainMarker(now);
    }

    private void label(Marker marker, String text, RectangleAnchor anchor, TextAnchor textAnchor) {
        marker.setLabel(text);
        marker.setLabelFont(palette.font());
        marker.setLabelPaint(palette.muted());
        marker.setLabelBackgroundColor(new Color(0, 0, 0, 0));
        marker.setLabelAnchor(anchor);
        marker.setLabelTextAnchor(textAnchor);
        marker.setLabelOffset(new RectangleInsets(2, 4, 2, 4));
    }

    private XYPlot plot(String name) {
        NumberAxis axis = new NumberAxis(name);
        axis.setAutoRangeIncludesZero(true);
        axis.setLabelFont(palette.font());
        axis.setLabelPaint(palette.muted());
        axis.setTickLabelFont(palette.font());
        axis.setTickLabelPaint(palette.muted());
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setUpperMargin(0.12);
        axis.setNumberFormatOverride(NumberFormat.getIntegerInstance(formats.locale()));
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        XYPlot plot = new XYPlot(null, null, axis, null);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(palette.grid());
        plot.setRangeGridlineStroke(THIN);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        return plot;
    }

    private static void put(XYPlot plot, int index, XYDataset data, AbstractXYItemRenderer renderer) {
        renderer.setDefaultSeriesVisibleInLegend(false);
        plot.setDataset(index, data);
        plot.setRenderer(index, renderer);
    }

    private void style(XYLineAndShapeRenderer renderer, Color colour, Stroke stroke) {
        renderer.setSeriesPaint(0, colour);
        renderer.setSeriesStroke(0, stroke);
        renderer.setDefaultShapesVisible(false);
        renderer.setDefaultToolTipGenerator(this::valueHint);
    }

    private static XYIntervalSeriesCollection collection(XYIntervalSeries... series) {
        XYIntervalSeriesCollection all = new XYIntervalSeriesCollection();
        List.of(series).forEach(all::addSeries);
        return all;
    }

    private void key(String words, Color colour, boolean line) {
        dot(words, colour, line ? new Rectangle2D.Double(-7, -1.5, 14, 3) : new Rectangle2D.Double(-4, -5, 8, 10));
    }

    private void dot(String words, Color colour, Shape shape) {
        legend.add(new LegendItem(words, null, null, null, shape, colour));
    }

    private String weekHint(XYDataset data, int series, int item) {
        LocalDate middle = day(data.getXValue(series, item));
        return texts.get("sku.chart.hint.week", formats.day(middle.minusDays(3)), formats.rate(data.getYValue(series, item)));
    }

    private String valueHint(XYDataset data, int series, int item) {
        return texts.get("sku.chart.hint.day", formats.day(day(data.getXValue(series, item))), formats.rate(data.getYValue(series, item)));
    }

    private static LocalDate day(double at) {
        return LocalDate.ofInstant(Instant.ofEpochMilli((long) at), ZoneOffset.UTC);
    }
}
