package org.orderbench.policy;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orderbench.policy.Check.Result;
import org.orderbench.replenish.Explanation.Figure;
import org.orderbench.replenish.Explanation.Step;

/**
 * Says checks in a language, from their names, results and figures. In English, and wherever a language has no words for a check, the check's own
 * sentence stands. Safe for several threads.
 */
public final class CheckWords {

    /** The source of a figure that is a name: its digits are no number. */
    static final String NAME = "name";

    /** Rules of the steps in a note: {@code policy-RESULT-CHECK}, and these two. */
    static final String RULE = "policy-";

    static final String VERSION = RULE + "version";
    static final String PLAIN = RULE + "plain";
    private static final String PASSED = RULE + "passed-";

    private static final Pattern PLACE = Pattern.compile("\\{([a-z ]+)(#?)}");
    private static final Pattern CEILING = Pattern.compile("(.*)-(value|units|packs)|(category-week)");

    private final Locale locale;
    private final @Nullable ResourceBundle words;

    public CheckWords(Locale locale) {
        this.locale = locale;
        this.words = words(locale);
    }

    private static @Nullable ResourceBundle words(Locale locale) {
        try {
            return ResourceBundle.getBundle("org.orderbench.policy.checks", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        } catch (MissingResourceException e) {
            return null;
        }
    }

    /** What came of a check, in a sentence. */
    public String say(Check check) {
        return sentence(check.name(), check.result(), check.figures()).orElse(check.words());
    }

    /** A step of {@link PolicyTrace#steps} in this language. */
    public String say(Step step) {
        if (words == null) {
            return step.text();
        }
        if (step.rule().equals(VERSION)) {
            return filled("note.version", step.figures());
        }
        if (step.rule().equals(PLAIN)) {
            return filled("note.plain", List.of(new Figure("checks", String.join(", ", step.figures().stream().map(figure -> title(figure.value())).toList()), "", NAME)));
        }
        for (Result result : Result.values()) {
            String start = RULE + key(result) + "-";
            if (step.rule().startsWith(start)) {
                String name = step.rule().substring(start.length());
                return sentence(name, result, step.figures()).map(said -> word("result." + (result == Result.PASSED ? "passed" : "not-passed")) + " " + said).orElse(step.text());
            }
        }
        return step.text();
    }

    /** Whether a step of a note is the judgement itself or a check that did not pass: what a person reads who decided the line. */
    public static boolean counts(Step step) {
        return !step.rule().equals(PLAIN) && !step.rule().startsWith(PASSED);
    }

    /** The checks among these steps that passed, by name, in one sentence; empty if none did. */
    public Optional<String> passed(List<Step> steps) {
        List<String> names = steps.stream().flatMap(step -> step.rule().equals(PLAIN)
                ? step.figures().stream().map(Figure::value)
                : step.rule().startsWith(PASSED) ? Stream.of(step.rule().substring(PASSED.length())) : Stream.empty()).toList();
        if (names.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(words == null
                ? "Passed: " + inEnglish(names) + "."
                : word("result.passed") + " " + String.join(", ", names.stream().map(this::title).toList()) + ".");
    }

    /** Names of checks as words. */
    static String inEnglish(List<String> names) {
        return String.join(", ", names).replace('-', ' ');
    }

    static String key(Enum<?> result) {
        return result.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String rule(Check check) {
        return RULE + key(check.result()) + "-" + check.name();
    }

    private Optional<String> sentence(String name, Result result, List<Figure> figures) {
        if (words == null) {
            return Optional.empty();
        }
        Matcher ceiling = CEILING.matcher(name);
        if (ceiling.matches()) {
            boolean compared = figures.stream().anyMatch(figure -> figure.name().equals("amount"));
            return Optional.of(filled("ceiling." + (compared || result != Result.PASSED ? key(result) : "none"), figures).replace("[what]", title(name)));
        }
        String key = "check." + name + "." + key(result);
        return words.containsKey(key) ? Optional.of(filled(key, figures)) : Optional.empty();
    }

    /** What a check looks at, in a word or two. */
    private String title(String name) {
        Matcher ceiling = CEILING.matcher(name);
        if (ceiling.matches() && ceiling.group(1) != null) {
            return word("subject." + ceiling.group(1)) + (ceiling.group(2).equals("value") ? "" : " (" + word("unit." + ceiling.group(2)) + ")");
        }
        return word("subject." + name);
    }

    private String word(String key) {
        return words != null && words.containsKey(key) ? words.getString(key) : key;
    }

    private String filled(String key, List<Figure> figures) {
        return PLACE.matcher(word(key)).replaceAll(place -> Matcher.quoteReplacement(
                figures.stream().filter(figure -> figure.name().equals(place.group(1))).findFirst().map(figure -> figure(figure, place.group(2).isEmpty())).orElse("?")));
    }

    private String figure(Figure figure, boolean withUnit) {
        String known = figure.name() + "." + figure.value();
        String value = words != null && words.containsKey(known) ? words.getString(known) : figure.source().equals(NAME) ? figure.value() : number(figure.value());
        String unit = figure.unit();
        return withUnit && !unit.isEmpty() ? value + " " + (words != null && words.containsKey("unit." + unit) ? words.getString("unit." + unit) : unit) : value;
    }

    private String number(String digits) {
        try {
            NumberFormat form = NumberFormat.getNumberInstance(locale);
            form.setMaximumFractionDigits(6);
            return form.format(new BigDecimal(digits));
        } catch (NumberFormatException e) {
            return digits;
        }
    }
}
