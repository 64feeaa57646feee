package org.orderbench.desktop.sku;

import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Texts;
import org.orderbench.forecast.Tracking;

/** How a SKU's forecasts of past weeks did, in a buyer's words. */
final class PastForecasts {

    private final Texts texts;
    private final Formats formats;

    PastForecasts(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    /** Empty where no kept forecast was over yet; begins on a new line otherwise. */
    String words(Tracking.Score past) {
        if (past.count() == 0) {
            return "";
        }
        String words = Double.isNaN(past.bias())
                ? texts.get("sku.past.none", past.count())
                : texts.get(past.bias() >= 0 ? "sku.past.high" : "sku.past.low", past.count(), formats.percent(Math.abs(past.bias())), formats.percent(past.coverage()));
        String figures = Double.isNaN(past.rmsse()) ? "" : " " + texts.get("sku.past.figures", formats.rate(past.rmsse()), formats.rate(past.mase()), formats.rate(past.signal()));
        return "\n" + words + figures + (past.leans() ? " " + texts.get(past.signal() > 0 ? "sku.past.leans-high" : "sku.past.leans-low") : "");
    }
}
