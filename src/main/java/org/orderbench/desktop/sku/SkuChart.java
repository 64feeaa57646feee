package org.orderbench.desktop.sku;

import java.text.SimpleDateFormat;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Texts;
import org.orderbench.proposal.SkuView;
import org.orderbench.replenish.SupplyProjection;

/**
 * Draws one SKU: above, demand by the week with the forecast's fan; below, stock day by day with and without the order. Both share the days.
 */
final class SkuChart {

    private static final int WITHOUT_PROJECTION = 56;
    private static final int LEAST_AHEAD = 28;

    private SkuChart() {}

    /** @param little only the stock is drawn, and no key: there is room for one plot and few words */
    static JFreeChart draw(SkuView view, Span span, Palette palette, Formats formats, Texts texts, boolean little) {
        ChartKit kit = new ChartKit(palette, formats, texts, new LegendItemCollection());
        int ahead = ahead(view, span);
        CombinedDomainXYPlot both = new CombinedDomainXYPlot(days(view.facts().today(), span, ahead, kit));
        both.setGap(14);
        if (!little) {
            both.add(new DemandPlot(view, span, ahead, kit).draw(), 4);
        }
        both.add(new StockPlot(view, span, ahead, kit, little).draw(), 6);
        both.setFixedLegendItems(kit.legend());
        both.setOutlineVisible(false);
        both.setInsets(new RectangleInsets(2, 2, 2, 8));
        JFreeChart chart = new JFreeChart(null, palette.font(), both, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(new RectangleInsets(0, 0, 0, 0));
        if (!little) {
            chart.addSubtitle(legend(both, palette));
        }
        return chart;
    }

    static int ahead(SkuView view, Span span) {
        SupplyProjection projection = view.projection();
        return projection == null ? WITHOUT_PROJECTION : Math.clamp(projection.expected().length - 1, LEAST_AHEAD, span.daysAhead());
    }

    private static LegendTitle legend(CombinedDomainXYPlot plot, Palette palette) {
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

    private static DateAxis days(LocalDate today, Span span, int ahead, ChartKit kit) {
        Locale locale = kit.formats().locale();
        DateAxis axis = new DateAxis(null, TimeZone.getTimeZone("UTC"), locale);
        axis.setRange(ChartKit.at(today.minusWeeks(span.weeksBack())), ChartKit.at(today.plusDays(ahead)));
        axis.setTickLabelFont(kit.palette().font());
        axis.setTickLabelPaint(kit.palette().muted());
        axis.setAxisLinePaint(kit.palette().grid());
        axis.setTickMarkPaint(kit.palette().grid());
        String pattern = span.weeksBack() > 52 ? "yMMM" : "MMMd";
        SimpleDateFormat format = new SimpleDateFormat(DateTimeFormatterBuilder.getLocalizedDateTimePattern(pattern, IsoChronology.INSTANCE, locale), locale);
        format.setTimeZone(TimeZone.getTimeZone("UTC"));
        axis.setDateFormatOverride(format);
        return axis;
    }
}
