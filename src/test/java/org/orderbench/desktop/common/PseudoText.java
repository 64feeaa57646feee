package org.orderbench.desktop.common;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeMap;

/** Makes a bundle of a language that nobody speaks: the same patterns, in brackets and a third longer. */
public final class PseudoText {

    private PseudoText() {}

    public static void write(Path bundle, Path pseudo) throws IOException {
        Properties english = new Properties();
        try (Reader reader = Files.newBufferedReader(bundle)) {
            english.load(reader);
        }
        StringBuilder all = new StringBuilder();
        new TreeMap<>(english).forEach((key, text) -> all.append(key).append('=').append(of(String.valueOf(text)).replace("\\", "\\\\")).append('\n'));
        Files.createDirectories(pseudo.getParent());
        Files.writeString(pseudo, all);
    }

    /** Brackets around the whole; its placeholders and choices stay as they are. */
    static String of(String pattern) {
        String plain = pattern.replaceAll("\\{[^{}]*\\}", "").replaceAll("[^A-Za-z]", "");
        return pattern.isBlank() ? pattern : "⟦" + pattern + "·".repeat((int) Math.ceil(Math.min(plain.length(), 40) * 0.25)) + "⟧";
    }
}
