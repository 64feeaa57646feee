package org.orderbench.desktop.sku;

import java.util.List;
import java.util.stream.Stream;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Texts;
import org.orderbench.forecast.Tracking;
import org.orderbench.proposal.PastErrors;
import org.orderbench.proposal.SkuView;

/** How the forecasts of past weeks did, of a SKU, of its category and of its class, in a buyer's words. */
final class PastForecasts {

    private final Texts texts;
    private final Formats formats;

    PastForecasts(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    /** One sentence or two each; none of what no kept forecast was over yet. */
    List<String> of(SkuView view) {
        PastErrors past = view.past();
        String category = view.facts().product().category();
        return Stream.of(
                        line("sku.past.", past.sku(), ""),
                        category.isEmpty() ? "" : line("sku.past.category.", past.ofCategory(), category),
                        line("sku.past.class.", past.ofClass(), past.valueClass().name()))
                .filter(words -> !words.isEmpty())
                .toList();
    }

    private String line(String keys, Tracking.Score past, String group) {
        if (past.count() == 0) {
            return "";
        }
        String words = Double.isNaN(past.bias())
                ? texts.get(keys + "none", past.count(), group)
                : texts.get(keys + (past.bias() >= 0 ? "high" : "low"), past.count(), formats.percent(Math.abs(past.bias())), formats.percent(past.coverage()), group);
        return words + (past.leans() ? " " + texts.get(keys + (past.signal() > 0 ? "leans-high" : "leans-low")) : "") + figures(past);
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
