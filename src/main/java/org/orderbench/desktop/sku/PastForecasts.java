package org.orderbench.desktop.sku;

import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Texts;
import org.orderbench.forecast.Tracking;
import org.orderbench.proposal.SkuView;

/** How the forecasts of past weeks did, of a SKU and of its category, in a buyer's words. */
final class PastForecasts {

    private final Texts texts;
    private final Formats formats;

    PastForecasts(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    /** Of the SKU, and of its category. Empty where no kept forecast was over yet; begins on a new line otherwise. */
    String words(SkuView view) {
        String category = view.facts().product().category();
        return line("sku.past.", view.past(), "") + (category.isEmpty() ? "" : line("sku.past.category.", view.pastOfCategory(), category));
    }

    private String line(String keys, Tracking.Score past, String category) {
        if (past.count() == 0) {
            return "";
        }
        String words = Double.isNaN(past.bias())
                ? texts.get(keys + "none", past.count(), category)
                : texts.get(keys + (past.bias() >= 0 ? "high" : "low"), past.count(), formats.percent(Math.abs(past.bias())), formats.percent(past.coverage()), category);
        return "\n" + words + (past.leans() ? " " + texts.get(keys + (past.signal() > 0 ? "leans-high" : "leans-low")) : "") + figures(past);
    }

    private String figures(Tracking.Score past) {
        if (Double.isNaN(past.rmsse())) {
            return "";
        }
        String errors = formats.rate(past.rmsse());
        return " " + (Double.isNaN(past.signal())
                ? texts.get("sku.past.errors", errors, formats.rate(past.mase()))
                : texts.get("sku.past.figures", errors, formats.rate(past.mase()), formats.rate(past.signal())));
    }
}
