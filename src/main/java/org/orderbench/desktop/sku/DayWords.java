package org.orderbench.desktop.sku;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Texts;
import org.orderbench.forecast.Forecast;
import org.orderbench.proposal.SkuView;
import org.orderbench.replenish.SupplyProjection;

/** What the chart knows of one day, in words: shown under the pointer, and read out. */
final class DayWords {

    private final SkuView view;
    private final Formats formats;
    private final Texts texts;
    private final StockPast past;
    private final List<Weeks.Past> weeks;

    DayWords(SkuView view, Span span, Formats formats, Texts texts) {
        this.view = view;
        this.formats = formats;
        this.texts = texts;
        past = StockPast.of(view.facts(), span.weeksBack() * 7);
        LocalDate origin = view.forecast() instanceof Forecast.Available forecast ? forecast.origin() : view.facts().today();
        weeks = Weeks.past(view.facts().moves(), view.facts().historyFrom(), origin, span.weeksBack());
    }

    /** The day's figures, a line each. */
    String of(LocalDate day) {
        List<String> lines = new ArrayList<>();
        lines.add(formats.fullDay(day));
        if (day.isBefore(view.facts().today())) {
            before(day, lines);
        } else {
            ahead(day, lines);
        }
        return String.join("\n", lines);
    }

    private void before(LocalDate day, List<String> lines) {
        weeks.stream().filter(week -> !day.isBefore(week.from()) && day.isBefore(week.from().plusDays(7)))
                .forEach(week -> lines.add(texts.get("sku.day.sold", formats.rate(week.demand()))));
        long index = ChronoUnit.DAYS.between(past.from(), day);
        if (index >= 0 && index < past.levels().length) {
            lines.add(stock("sku.day.stock", past.levels()[(int) index]));
        }
    }

    private void ahead(LocalDate day, List<String> lines) {
        if (view.forecast() instanceof Forecast.Available forecast) {
            long week = Math.max(0, ChronoUnit.DAYS.between(forecast.origin(), day) / 7);
            Weeks.Ahead at = Weeks.ahead(forecast.total(), forecast.origin(), (int) week + 1).getLast();
            lines.add(texts.get("sku.day.forecast", formats.rate(at.mean()), formats.rate(at.low()), formats.rate(at.high())));
        }
        SupplyProjection projection = view.projection();
        if (projection == null) {
            return;
        }
        int index = (int) ChronoUnit.DAYS.between(projection.from(), day);
        if (index >= 0 && index < projection.expected().length) {
            lines.add(stock("sku.day.expected", projection.expected()[index]));
            if (!Arrays.equals(projection.expected(), projection.withOrder())) {
                lines.add(stock("sku.day.with-order", projection.withOrder()[index]));
            }
            // Average demand may leave plenty: the level is made for demand that runs high, and that is what an order is proposed for.
            LocalDate below = projection.shortageOn();
            if (below != null && !day.isBefore(below)) {
                lines.add(texts.get("sku.day.below-safety", formats.rate(projection.safetyLevel())));
            }
        }
        for (SupplyProjection.Arrival arrival : projection.arrivals()) {
            if (arrival.on().equals(day)) {
                lines.add(arrival.late()
                        ? texts.get("sku.day.late", arrival.orderName(), formats.quantity(arrival.quantity()), formats.day(arrival.promised()))
                        : texts.get("sku.day.arrival", arrival.orderName(), formats.quantity(arrival.quantity())));
            }
        }
    }

    private String stock(String key, double level) {
        return texts.get(key, level < 0 ? texts.get("sku.day.short", formats.rate(-level)) : formats.rate(level));
    }
}
