package org.orderbench.desktop.policy;

import java.math.BigDecimal;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Texts;
import org.orderbench.policy.BrakeReason;
import org.orderbench.policy.BrakeState;
import org.orderbench.policy.Brakes;
import org.orderbench.policy.PolicyDesk;
import org.orderbench.policy.PolicyDesk.Outcome;

/** What the brake and the desk of the policy say, in the window's words. What a person wrote, and what Odoo answered, stay as they came. */
public final class BrakeWords {

    private final Texts texts;
    private final Formats formats;

    public BrakeWords(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    /** Why a brake is on, in a sentence; empty if it says no more than that somebody pulled it. */
    String reason(BrakeState.Braked braked) {
        return braked.words().equals(PolicyDesk.BY_HAND) ? "" : BrakeReason.of(braked.words()).map(this::told).orElse(braked.words());
    }

    private String told(BrakeReason.Told told) {
        Object[] figures = told.figures().stream().map(this::figure).toArray();
        String said = texts.get("brake.reason." + Words.key(told.reason()), figures);
        return told.untold().isEmpty() ? said : said + " " + texts.get("brake.untold", told.untold());
    }

    /** A number in the reader's form; a name as it is. */
    private String figure(String written) {
        try {
            return formats.figure(new BigDecimal(written));
        } catch (NumberFormatException e) {
            return written;
        }
    }

    /** Which brake is on, why, and what lifts it, in a few sentences. */
    public String standing(Brakes brakes) {
        boolean here = !(brakes.local() instanceof BrakeState.Released);
        String which = texts.get(here ? "brake.machine" : "brake.everybody");
        return switch (here ? brakes.local() : brakes.shared()) {
            case BrakeState.Released() -> texts.get("brake.off");
            case BrakeState.Braked braked -> {
                String cause = texts.get("brake.cause." + Words.key(braked.cause()));
                String why = reason(braked);
                String lifts = texts.get("brake.lifts", texts.get("brake.lifting." + Words.key(braked.cause())));
                yield which + ": " + cause + "\n" + (why.isEmpty() ? "" : why + "\n") + texts.get("brake.by", braked.by(), formats.moment(braked.at())) + "\n" + lifts;
            }
            case BrakeState.Unreadable unreadable -> which + ": " + texts.get("brake.unreadable") + "\n" + texts.said(unreadable.words());
        };
    }

    /** What came of a change. */
    static String said(Texts texts, Outcome outcome) {
        return outcome.said() == Outcome.Said.OTHER ? texts.said(outcome.words()) : texts.get("policy.said." + Words.key(outcome.said()), outcome.details().toArray());
    }
}
