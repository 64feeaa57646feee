package org.orderbench.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a slice has earned the next level. It is offered with its evidence; a person takes it, or nobody does. */
public sealed interface Promotion {

    /** @param evidence what speaks for it, one sentence a figure */
    record Offer(String slice, AuthorityLevel from, AuthorityLevel to, Agreement agreement, List<String> evidence) implements Promotion {
        public Offer {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * @param missing what is still missing, one sentence each, with the figures
     * @param lacking the same, for other languages
     */
    record NotYet(String slice, AuthorityLevel level, Agreement agreement, List<String> missing, List<Criterion> lacking) implements Promotion {
        public NotYet {
            missing = List.copyOf(missing);
            lacking = List.copyOf(lacking);
        }
    }

    /** What a higher level asks for, in the order of the evidence. */
    enum Criterion {
        DECISIONS,
        AGREEMENT,
        EDITS,
        TRACKING,
        /** There is no higher one. */
        LEVEL
    }

    /**
     * @param trackingSignal of the slice's forecasts; null if not known, and then nothing is offered
     */
    static Promotion consider(Slice slice, Agreement agreement, @Nullable Double trackingSignal, EarnRule rule) {
        List<String> met = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<Criterion> lacking = new ArrayList<>();
        if (sort(agreement.considered() >= rule.minimumLines(), met, missing,
                agreement.considered() + " considered decisions in " + rule.window().toDays() + " days; " + rule.minimumLines() + " are needed"
                        + (agreement.rubberStamps() > 0 ? " (" + agreement.rubberStamps() + " more were approved at a glance and do not count)" : ""))) {
            lacking.add(Criterion.DECISIONS);
        }
        if (sort(agreement.bounds().lower() >= rule.promoteFrom(), met, missing,
                agreement.unedited() + " of them as proposed: the true share is at least " + percent(agreement.bounds().lower()) + ", and "
                        + percent(rule.promoteFrom()) + " are needed")) {
            lacking.add(Criterion.AGREEMENT);
        }
        if (sort(agreement.p90Edit() <= rule.largestEdit(), met, missing,
                "nine edits in ten were at most " + percent(agreement.p90Edit()) + " (median " + percent(agreement.medianEdit()) + "); "
                        + percent(rule.largestEdit()) + " is the limit")) {
            lacking.add(Criterion.EDITS);
        }
        if (sort(trackingSignal != null && Math.abs(trackingSignal) <= rule.trackingLimit(), met, missing,
                trackingSignal == null
                        ? "the forecasts' tracking signal is not known yet"
                        : "the forecasts' tracking signal is " + String.format(Locale.ROOT, "%.1f", trackingSignal) + "; within "
                                + String.format(Locale.ROOT, "%.1f", rule.trackingLimit()) + " either way is needed")) {
            lacking.add(Criterion.TRACKING);
        }
        if (slice.level() == AuthorityLevel.AUTO_CONFIRM) {
            missing.add("it has the highest level");
            lacking.add(Criterion.LEVEL);
        }
        return missing.isEmpty()
                ? new Offer(slice.name(), slice.level(), slice.level().above(), agreement, met)
                : new NotYet(slice.name(), slice.level(), agreement, missing, lacking);
    }

    /** Whether it is missing. */
    private static boolean sort(boolean holds, List<String> met, List<String> missing, String words) {
        (holds ? met : missing).add(words);
        return !holds;
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }
}
