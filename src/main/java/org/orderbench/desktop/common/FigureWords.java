package org.orderbench.desktop.common;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.orderbench.replenish.Explanation.Figure;
import org.orderbench.replenish.Wording;

/** A figure of an explanation in the reader's words: how it is called, what it is, and where it comes from. For the window thread. */
public final class FigureWords {

    private final Formats formats;

    public FigureWords(Formats formats) {
        this.formats = formats;
    }

    public String name(Figure figure) {
        return Wording.name(figure, formats.locale());
    }

    public String source(Figure figure) {
        return Wording.source(figure, formats.locale());
    }

    /** Figures come as plain digits or ISO dates; anything else is shown as it is. */
    public String value(Figure figure) {
        String shown;
        try {
            shown = formats.figure(new BigDecimal(figure.value()));
        } catch (NumberFormatException notNumber) {
            try {
                shown = formats.fullDay(LocalDate.parse(figure.value()));
            } catch (DateTimeParseException notDate) {
                shown = figure.value();
            }
        }
        return figure.unit().isEmpty() ? shown : shown + " " + Wording.unit(figure, formats.locale());
    }
}
