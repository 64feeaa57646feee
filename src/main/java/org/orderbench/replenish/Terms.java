package org.orderbench.replenish;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Short words that travel as English text, such as a forecast's method or a figure's source, found again by their English pattern ({@code term.*}
 * in {@code reasons.properties}) and said in another language. What has no pattern, such as the name of a vendor or of an Odoo model, stays.
 */
final class Terms {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final Pattern LISTED = Pattern.compile("[^,; ](?:[^,;]*[^,; ])?");
    private static final List<Term> ENGLISH = english();

    private Terms() {}

    private record Term(String key, Pattern pattern, List<Integer> places) {}

    private static List<Term> english() {
        ResourceBundle words = Wording.words(Locale.ROOT);
        return words.keySet().stream().filter(key -> key.startsWith("term.")).sorted().map(key -> term(key, words.getString(key))).toList();
    }

    private static Term term(String key, String text) {
        StringBuilder pattern = new StringBuilder();
        Matcher place = PLACE.matcher(text);
        int at = 0;
        while (place.find()) {
            pattern.append(Pattern.quote(text.substring(at, place.start()))).append("(.+?)");
            at = place.end();
        }
        pattern.append(Pattern.quote(text.substring(at)));
        return new Term(key, Pattern.compile(pattern.toString()), PLACE.matcher(text).results().map(found -> Integer.valueOf(found.group(1))).toList());
    }

    static String of(String english, Locale locale) {
        ResourceBundle words = Wording.words(locale);
        if (english.isEmpty() || words.getLocale().equals(Locale.ROOT)) {
            return english;
        }
        for (Term term : ENGLISH) {
            Matcher found = term.pattern().matcher(english);
            if (found.matches()) {
                Object[] values = new Object[term.places().size()];
                for (int i = 0; i < values.length; i++) {
                    values[term.places().get(i)] = of(found.group(i + 1), locale);
                }
                return new MessageFormat(words.getString(term.key()), locale).format(values);
            }
        }
        // Methods are listed: each is said for itself.
        return LISTED.matcher(english).results().count() == 1
                ? english
                : LISTED.matcher(english).replaceAll(part -> Matcher.quoteReplacement(of(part.group(), locale)));
    }

    /** Whether it is among the words that we say in every language. */
    static boolean knows(String english) {
        return ENGLISH.stream().anyMatch(term -> term.pattern().matcher(english).matches());
    }
}
