package org.orderbench.desktop.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each language says all that English says, with the same figures in it, and nothing twice. */
class TranslationsTest {

    private static final Path FOLDER = Path.of("src/main/resources/org/orderbench/desktop");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es"})
    void noKeyIsMissingAndNoneIsLeftOver(String language) throws IOException {
        Set<String> english = texts("messages.properties").keySet();
        Set<String> other = texts("messages_" + language + ".properties").keySet();
        Set<String> missing = new TreeSet<>(english);
        missing.removeAll(other);
        Set<String> leftOver = new TreeSet<>(other);
        leftOver.removeAll(english);
        assertThat(missing).as("missing in %s", language).isEmpty();
        assertThat(leftOver).as("left over in %s", language).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es"})
    void theSamePlacesAreFilled(String language) throws IOException {
        Map<String, String> english = texts("messages.properties");
        texts("messages_" + language + ".properties").forEach((key, text) ->
                assertThat(places(text)).as("%s in %s: %s", key, language, text).isEqualTo(places(english.getOrDefault(key, text))));
    }

    private static Set<String> places(String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es"})
    void everyTextIsAPatternThatCanBeFilled(String language) throws IOException {
        Locale locale = Locale.forLanguageTag(language);
        texts("messages_" + language + ".properties").forEach((key, text) -> {
            assertThat(text).as(key).doesNotContain("'");
            for (int count : List.of(0, 1, 2, 1234)) {
                assertThat(new MessageFormat(text, locale).format(new Object[] {count, count, count, count})).as(key).doesNotContain("{");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es"})
    void noKeyStandsTwice(String language) throws IOException {
        List<String> seen = new ArrayList<>();
        for (String line : Files.readAllLines(FOLDER.resolve("messages_" + language + ".properties"))) {
            if (!line.startsWith("#") && line.contains("=")) {
                seen.add(line.substring(0, line.indexOf('=')));
            }
        }
        assertThat(seen).doesNotHaveDuplicates();
    }

    @Test
    void theWindowSpeaksWhatIsChosen() {
        assertThat(new Texts(Locale.GERMANY).get("review.approve.lines", 2, "5 €")).isEqualTo("2 Zeilen genehmigen · 5 €");
        assertThat(new Texts(Locale.forLanguageTag("fr-CA")).get("review.approve.lines", 1, "5 $")).isEqualTo("Approuver 1 ligne · 5 $");
        assertThat(new Texts(Locale.forLanguageTag("es-MX")).get("shell.send")).isEqualTo("Enviar a Odoo");
        assertThat(new Texts(Locale.JAPAN).get("shell.send")).as("English stands in").isEqualTo("Send to Odoo");
    }

    private static Map<String, String> texts(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(FOLDER.resolve(file))) {
            properties.load(reader);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.forEach((key, text) -> texts.put(String.valueOf(key), String.valueOf(text)));
        return texts;
    }
}
