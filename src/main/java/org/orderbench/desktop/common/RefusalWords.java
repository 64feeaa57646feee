package org.orderbench.desktop.common;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.orderbench.writeback.ReviewDesk.Refusal;
import org.orderbench.writeback.ReviewDesk.Why;

/** Why a line did not change, in the window's words. */
public final class RefusalWords {

    private final Texts texts;
    private final Formats formats;

    public RefusalWords(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    public String say(Refusal refusal) {
        List<String> f = refusal.figures();
        return switch (refusal.why()) {
            case OTHER -> refusal.message();
            case DAY_HAS_COME -> get(refusal.why(), formats.fullDay(LocalDate.parse(f.get(0))));
            case BELOW_MINIMUM -> get(refusal.why(), number(f.get(0)), f.get(1), number(f.get(2)));
            case NOT_WHOLE_PACKS -> get(refusal.why(), f.get(0), number(f.get(1)) + " " + f.get(2), number(f.get(3)));
            case BETWEEN_PACKS -> get(refusal.why(), f.get(0), number(f.get(1)) + " " + f.get(2), number(f.get(3)), number(f.get(4)));
            case NOTHING_QUEUED -> get(refusal.why(), f.get(0));
            default -> get(refusal.why());
        };
    }

    private String get(Why why, Object... figures) {
        return texts.get("review.refusal." + why.name().toLowerCase(Locale.ROOT).replace('_', '-'), figures);
    }

    private String number(String written) {
        return formats.figure(new BigDecimal(written));
    }
}
