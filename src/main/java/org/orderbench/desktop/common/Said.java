package org.orderbench.desktop.common;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says in the window's language what other parts wrote in English: reasons in the outbox and in the journal, refusals, messages of failures. Those are kept as
 * English sentences, because the journal's chain, its exports and the command line must read the same whoever looks. Here the sentence's pattern is found again
 * ({@code said.properties}, and {@code failure.*} of the window's own words), and filled in the window's language with the figures and names that it held.
 * A sentence without a pattern stays as it is: names, and what Odoo itself said. Safe for several threads.
 */
final class Said {

    private static final String BUNDLE = "org.orderbench.desktop.said";
    private static final String WINDOW = "org.orderbench.desktop.messages";
    private static final List<Locale> BUYERS = List.of(Locale.ROOT, Locale.GERMAN, Locale.FRENCH, Locale.of("es"));
    private static final Control PLAIN = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)([#@]|=[a-z.-]+)?}");
    private static final Pattern END = Pattern.compile("[.!?](?=\\s|$)");
    /** A sentence with a name in it that looks like the end of one spans at most so many. */
    private static final int FARTHEST = 5;
    private static final int REMEMBERED = 500;
    /** None of ours is longer, with its names; what a server said at length is not searched for it. */
    private static final int LONGEST = 1_500;

    private final Locale locale;
    private final ResourceBundle window;
    private final List<Sentence> sentences = new ArrayList<>();
    /** A grid asks for the same ones at each frame. */
    private final Map<String, String> remembered = new ConcurrentHashMap<>();

    /** @param window the window's own words in its language */
    Said(Locale locale, ResourceBundle window) {
        this.locale = locale;
        this.window = window;
        ResourceBundle english = ResourceBundle.getBundle(BUNDLE, Locale.ROOT, PLAIN);
        ResourceBundle here = ResourceBundle.getBundle(BUNDLE, locale, PLAIN);
        english.keySet().forEach(key -> sentences.add(Sentence.of(english.getString(key), here.getString(key))));
        ResourceBundle failures = ResourceBundle.getBundle(WINDOW, Locale.ROOT, PLAIN);
        failures.keySet().stream().filter(key -> key.startsWith("failure.")).forEach(key -> sentences.add(Sentence.of(failures.getString(key), window.getString(key))));
        // Reasons that a buyer chose are kept in the language of that buyer's window.
        for (Locale buyers : BUYERS) {
            ResourceBundle chosen = ResourceBundle.getBundle(WINDOW, buyers, PLAIN);
            failures.keySet().stream().filter(key -> key.startsWith("review.reason.")).forEach(key -> sentences.add(Sentence.of(chosen.getString(key), window.getString(key))));
        }
        // What is said in more words of its own is the likelier one.
        sentences.sort(Comparator.comparingInt(Sentence::ownLetters).reversed().thenComparing(Sentence::said));
    }

    /** One sentence or several. */
    String of(String text) {
        String known = remembered.get(text);
        if (known == null) {
            if (remembered.size() > REMEMBERED) {
                remembered.clear();
            }
            String whole = whole(text);
            known = whole == null ? partly(text) : whole;
            remembered.put(text, known);
        }
        return known;
    }

    private @Nullable String whole(String text) {
        List<Integer> ends = ends(text);
        return from(text, 0, ends, 0, new BitSet());
    }

    private @Nullable String from(String text, int start, List<Integer> ends, int next, BitSet hopeless) {
        if (next == ends.size()) {
            return "";
        }
        if (hopeless.get(next)) {
            return null;
        }
        for (int i = next; i < ends.size(); i = i - next == FARTHEST && i < ends.size() - 1 ? ends.size() - 1 : i + 1) {
            String said = sentence(text.substring(start, ends.get(i)));
            int after = past(text, ends.get(i));
            String rest = said == null ? null : from(text, after, ends, i + 1, hopeless);
            if (rest != null) {
                return said + text.substring(ends.get(i), after) + rest;
            }
        }
        hopeless.set(next);
        return null;
    }

    /** What is known among what is not. */
    private String partly(String text) {
        StringBuilder all = new StringBuilder();
        int start = 0;
        for (int end : ends(text)) {
            String piece = text.substring(start, end);
            String said = sentence(piece);
            start = past(text, end);
            all.append(said == null ? piece : said).append(text, end, start);
        }
        return all.toString();
    }

    private static List<Integer> ends(String text) {
        List<Integer> ends = new ArrayList<>();
        Matcher matcher = END.matcher(text);
        while (matcher.find()) {
            ends.add(matcher.end());
        }
        if (ends.isEmpty() || ends.getLast() < text.length()) {
            ends.add(text.length());
        }
        return ends;
    }

    private static int past(String text, int end) {
        int at = end;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private @Nullable String sentence(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        String typographic = text.replace('\'', '’');
        for (Sentence one : sentences) {
            Matcher found = one.english().matcher(typographic);
            if (text.length() >= one.ownLetters() && found.matches()) {
                String said = fill(one, found, text);
                if (said != null) {
                    return said;
                }
            }
        }
        return null;
    }

    private @Nullable String fill(Sentence one, Matcher found, String text) {
        Matcher place = PLACE.matcher(one.said());
        StringBuilder said = new StringBuilder();
        while (place.find()) {
            int group = one.places().indexOf(place.group(1)) + 1;
            String value = text.substring(found.start(group), found.end(group));
            String kind = place.group(2) == null ? "" : place.group(2);
            if (kind.startsWith("=")) {
                String key = kind.substring(1) + value;
                if (!window.containsKey(key)) {
                    return null;
                }
                value = window.getString(key);
            } else if (kind.equals("#")) {
                value = number(new BigDecimal(value));
            } else if (kind.equals("@")) {
                value = DateTimeFormatter.ofLocalizedPattern("yMMMd").withLocale(locale).format(LocalDate.parse(value));
            } else {
                String within = whole(value);
                value = within == null ? value : within;
            }
            place.appendReplacement(said, Matcher.quoteReplacement(value));
        }
        return place.appendTail(said).toString();
    }

    private String number(BigDecimal value) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(Math.max(0, value.scale()));
        format.setMinimumFractionDigits(Math.max(0, value.scale()));
        return format.format(value);
    }

    /**
     * @param english    finds it
     * @param places     what each of the pattern's groups holds, by the digit
     * @param ownLetters how many letters are its own
     * @param said       the same in the window's language
     */
    private record Sentence(Pattern english, List<String> places, int ownLetters, String said) {

        static Sentence of(String english, String said) {
            StringBuilder pattern = new StringBuilder();
            List<String> places = new ArrayList<>();
            Matcher place = PLACE.matcher(english);
            int at = 0;
            int own = 0;
            while (place.find()) {
                pattern.append(Pattern.quote(english.substring(at, place.start()))).append(switch (place.group(2) == null ? ' ' : place.group(2).charAt(0)) {
                    case '#' -> "(-?\\d+(?:\\.\\d+)?)";
                    case '@' -> "(\\d{4}-\\d\\d-\\d\\d)";
                    case '=' -> "([a-z0-9-]+)";
                    default -> "(.+?)";
                });
                places.add(place.group(1));
                own += place.start() - at;
                at = place.end();
            }
            pattern.append(Pattern.quote(english.substring(at)));
            return new Sentence(Pattern.compile(pattern.toString(), Pattern.DOTALL), places, own + english.length() - at, said);
        }
    }
}
