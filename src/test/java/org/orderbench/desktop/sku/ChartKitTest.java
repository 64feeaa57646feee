package org.orderbench.desktop.sku;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.junit.jupiter.api.Test;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Texts;

class ChartKitTest {

    @Test
    void aPlotWithoutAForecastIsDrawnAllTheSame() {
        Color c = Color.DARK_GRAY;
        Palette palette = new Palette(c, c, c, c, c, c, c, c, c, c, c, c, c, c, "SansSerif", 12);
        Texts texts = new Texts(Locale.UK);
        XYPlot plot = new ChartKit(palette, new Formats(Locale.UK, ZoneOffset.UTC, texts), texts, new LegendItemCollection()).plot("Per week");
        plot.setDomainAxis(new NumberAxis());
        JFreeChart chart = new JFreeChart(plot);
        BufferedImage image = new BufferedImage(200, 100, BufferedImage.TYPE_INT_ARGB);
        assertThatCode(() -> chart.draw(image.createGraphics(), new Rectangle2D.Double(0, 0, 200, 100))).doesNotThrowAnyException();
    }
}
