package org.orderbench.desktop.common;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as it is searched and sorted by: in small letters and without accents, so that "apfel" finds "Äpfel", and the two stand side by side. */
public final class Folded {

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

    private Folded() {}

    public static String of(String text) {
        if (isPlain(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("").replace("ß", "ss").toLowerCase(Locale.ROOT);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    /** The words of a search, folded; a blank search has none. */
    public static String[] words(String search) {
        String folded = of(search).strip();
        return folded.isEmpty() ? new String[0] : folded.split("\\s+");
    }
}
