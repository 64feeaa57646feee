package org.orderbench.desktop.sku;

import java.util.Locale;

/** How far the chart looks back and ahead. */
enum Span {
    QUARTER(13, 91),
    HALF_YEAR(26, 182),
    YEAR(52, 182),
    TWO_YEARS(104, 182);

    private final int weeksBack;
    private final int daysAhead;

    Span(int weeksBack, int daysAhead) {
        this.weeksBack = weeksBack;
        this.daysAhead = daysAhead;
    }

    int weeksBack() {
        return weeksBack;
    }

    /** At most; a projection that ends sooner ends the chart. */
    int daysAhead() {
        return daysAhead;
    }

    /** Key of its words. */
    String key() {
        return "sku.span." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @param by 1 for further away, -1 for nearer */
    Span zoomed(int by) {
        return values()[Math.clamp(ordinal() + by, 0, values().length - 1)];
    }
}
