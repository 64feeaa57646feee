package org.orderbench.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a brake was pulled without a person. A brake keeps its reason as a sentence, in the cache and in the channel that all clients read, so the
 * sentence is read back to be said in another language.
 */
public enum BrakeReason {
    NEVER_READ("Nothing has been read from Odoo yet."),
    /** With its age and the most that is allowed, in hours. */
    DATA_AGE("The data is {0} hours old; {1} are allowed."),
    /** With the number of writes and the hours. */
    DOUBTS("{0} writes were in doubt within {1} hours."),
    /** With the slice, the lines left as proposed, and all that were looked at. */
    AGREEMENT("In slice \"{0}\" only {1} of the latest {2} lines stayed as proposed."),
    /** With the slice, the tracking signal and its limit. */
    DEMAND_HIGHER("Demand in slice \"{0}\" has been higher than forecast for some time (tracking signal {1}, limit {2})."),
    DEMAND_LOWER("Demand in slice \"{0}\" has been lower than forecast for some time (tracking signal {1}, limit {2})."),
    NOT_VALUED("Today's total cannot be valued: an exchange rate or a price is missing."),
    /** With the total, the currency, how many times the usual day is allowed, and the usual day. */
    UNUSUAL("Today comes to {0} {1}, more than {2} times the usual day of {3}.");

    private static final String PLACE = "\\{(\\d)}";
    private static final String UNTOLD = " The other clients could not be told: ";

    private final String sentence;
    private final Pattern read;

    BrakeReason(String sentence) {
        this.sentence = sentence;
        StringBuilder pattern = new StringBuilder();
        int from = 0;
        for (MatchResult place : Pattern.compile(PLACE).matcher(sentence).results().toList()) {
            pattern.append(Pattern.quote(sentence.substring(from, place.start()))).append("(.+?)");
            from = place.end();
        }
        pattern.append(Pattern.quote(sentence.substring(from))).append("(?:").append(Pattern.quote(UNTOLD)).append("(.*))?");
        this.read = Pattern.compile(pattern.toString(), Pattern.DOTALL);
    }

    /**
     * A sentence that was read back.
     *
     * @param figures in the order of the reason's sentence
     * @param untold  why the other clients could not be told; empty if they were
     */
    public record Told(BrakeReason reason, List<String> figures, String untold) {
        public Told {
            figures = List.copyOf(figures);
        }
    }

    /** In English, as a brake keeps it. */
    String say(Object... figures) {
        return Pattern.compile(PLACE).matcher(sentence).replaceAll(place -> Matcher.quoteReplacement(figures[Integer.parseInt(place.group(1))].toString()));
    }

    /** The same, where the other clients do not know. */
    static String untold(String words, String why) {
        return words + UNTOLD + why;
    }

    /** Empty if no brake pulls itself with these words: a person wrote them. */
    public static Optional<Told> of(String words) {
        for (BrakeReason reason : values()) {
            Matcher matcher = reason.read.matcher(words);
            if (matcher.matches()) {
                List<String> groups = new ArrayList<>();
                for (int i = 1; i < matcher.groupCount(); i++) {
                    groups.add(matcher.group(i));
                }
                String untold = matcher.group(matcher.groupCount());
                return Optional.of(new Told(reason, groups, untold == null ? "" : untold));
            }
        }
        return Optional.empty();
    }
}
