package org.orderbench.desktop.sku;

import java.time.LocalDate;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYIntervalSeries;
import org.orderbench.forecast.Forecast;
import org.orderbench.proposal.SkuView;
import org.orderbench.replenish.SupplyProjection;

/** The upper half of the SKU chart: what was sold by the week, and the forecast with its fan. */
final class DemandPlot {

    private final SkuView view;
    private final Span span;
    private final int ahead;
    private final ChartKit kit;

    /** @param ahead days that the chart shows of what is to come */
    DemandPlot(SkuView view, Span span, int ahead, ChartKit kit) {
        this.view = view;
        this.span = span;
        this.ahead = ahead;
        this.kit = kit;
    }

    XYPlot draw() {
        XYPlot plot = kit.plot(kit.texts().get("sku.chart.demand"));
        LocalDate origin = view.forecast() instanceof Forecast.Available forecast ? forecast.origin() : view.facts().today();
        XYIntervalSeries bars = new XYIntervalSeries("history");
        for (Weeks.Past week : Weeks.past(view.facts().moves(), view.facts().historyFrom(), origin, span.weeksBack())) {
            double from = ChartKit.at(week.from());
            double to = ChartKit.at(week.from().plusDays(7));
            bars.add((from + to) / 2, from + (to - from) * 0.1, to - (to - from) * 0.1, week.demand(), 0, week.demand());
        }
        XYBarRenderer bar = new XYBarRenderer();
        bar.setBarPainter(new StandardXYBarPainter());
        bar.setShadowVisible(false);
        bar.setUseYInterval(true);
        bar.setSeriesPaint(0, kit.palette().history());
        ChartKit.put(plot, 1, ChartKit.collection(bars), bar);
        kit.keyArea(kit.texts().get("sku.chart.sold"), kit.palette().history());
        if (view.forecast() instanceof Forecast.Available forecast) {
            fan(plot, forecast);
        }
        SupplyProjection projection = view.projection();
        if (projection != null) {
            LocalDate now = view.facts().today();
            IntervalMarker band = new IntervalMarker(ChartKit.at(now), ChartKit.at(now.plusDays(projection.leadTimeDays())), kit.palette().lead());
            kit.label(band, kit.texts().get("sku.chart.lead", projection.leadTimeDays()), kit.palette().muted(), RectangleAnchor.TOP_LEFT, TextAnchor.TOP_LEFT);
            plot.addDomainMarker(band, Layer.BACKGROUND);
        }
        plot.getRangeAxis().setUpperMargin(0.3);
        ValueMarker today = new ValueMarker(ChartKit.at(view.facts().today()), kit.palette().today(), ChartKit.THIN);
        kit.label(today, kit.texts().get("sku.chart.today"), kit.palette().muted(), RectangleAnchor.TOP_LEFT, TextAnchor.TOP_RIGHT);
        plot.addDomainMarker(today);
        return plot;
    }

    private void fan(XYPlot plot, Forecast.Available forecast) {
        XYIntervalSeries wide = new XYIntervalSeries("wide");
        XYIntervalSeries half = new XYIntervalSeries("half");
        for (Weeks.Ahead week : Weeks.ahead(forecast.total(), forecast.origin(), Math.ceilDiv(ahead, 7))) {
            double middle = (ChartKit.at(week.from()) + ChartKit.at(week.from().plusDays(7))) / 2;
            wide.add(middle, middle, middle, week.mean(), week.low(), week.high());
            half.add(middle, middle, middle, week.mean(), week.lowHalf(), week.highHalf());
        }
        ChartKit.put(plot, 0, ChartKit.collection(wide, half), kit.fan(kit.palette().forecast(), 2));
        kit.keyLine(kit.texts().get("sku.chart.forecast"), kit.palette().forecast());
    }
}
