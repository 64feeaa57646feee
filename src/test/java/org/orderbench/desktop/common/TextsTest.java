package org.orderbench.desktop.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The bundle and the sources agree: no key is missing, none is left over, none is there twice. */
class TextsTest {

    private static final Path SOURCES = Path.of("src/main/java/org/orderbench/desktop");
    private static final Path RESOURCES = Path.of("src/main/resources/org/orderbench/desktop");
    private static final Path BUNDLE = RESOURCES.resolve("messages.properties");
    private static final Pattern IN_JAVA = Pattern.compile("\"([a-z]+\\.(?:[a-z0-9-]+\\.?)*)\"");
    private static final Pattern IN_FXML = Pattern.compile("\"%([a-z0-9.-]+)\"");

    @Test
    void everyKeyThatIsAskedForIsThere() throws IOException {
        Set<String> keys = keys();
        Set<String> roots = keys.stream().map(key -> key.substring(0, key.indexOf('.'))).collect(Collectors.toSet());
        assertThat(asked()).filteredOn(key -> roots.contains(key.substring(0, key.indexOf('.'))))
                .filteredOn(key -> !key.endsWith("."))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(keys).contains(key));
    }

    @Test
    void everyKeyThatIsThereIsAskedFor() throws IOException {
        Set<String> asked = asked();
        assertThat(keys()).allSatisfy(key -> assertThat(asked).as("somebody who asks for %s", key)
                .anySatisfy(used -> assertThat(used.equals(key) || (used.endsWith(".") && key.startsWith(used))).isTrue()));
    }

    @Test
    void noKeyStandsTwice() throws IOException {
        List<String> seen = new ArrayList<>();
        for (String line : Files.readAllLines(BUNDLE, StandardCharsets.UTF_8)) {
            if (!line.startsWith("#") && line.contains("=")) {
                seen.add(line.substring(0, line.indexOf('=')));
            }
        }
        assertThat(seen).doesNotHaveDuplicates();
    }

    @Test
    void everyTextIsAPatternThatCanBeFilled() throws IOException {
        for (String key : keys()) {
            String text = new Texts(Locale.UK).bundle().getString(key);
            assertThat(text).as(key).doesNotContain("'");
            assertThat(new MessageFormat(text, Locale.UK).format(new Object[] {2, 3, 4, 5})).as(key).doesNotContain("{");
        }
    }

    @Test
    void countsHaveTheirSingular() {
        Texts texts = new Texts(Locale.UK);
        assertThat(texts.get("review.approve.lines", 1, "£5")).isEqualTo("Approve 1 line · £5");
        assertThat(texts.get("review.approve.lines", 1200, "£5")).isEqualTo("Approve 1,200 lines · £5");
    }

    private static Set<String> keys() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(BUNDLE)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }

    /** Keys that sources name; one that ends in a dot is completed at run time. */
    private static Set<String> asked() throws IOException {
        Set<String> found = new TreeSet<>();
        find(SOURCES, ".java", IN_JAVA, found);
        find(Path.of("src/main/java/org/orderbench/WindowJobs.java"), ".java", IN_JAVA, found);
        find(Path.of("src/main/java/org/orderbench/FailureWords.java"), ".java", IN_JAVA, found);
        find(Path.of("src/main/java/org/orderbench/WindowRounds.java"), ".java", IN_JAVA, found);
        find(RESOURCES, ".fxml", IN_FXML, found);
        return found;
    }

    private static void find(Path folder, String ending, Pattern pattern, Set<String> found) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(ending)).toList()) {
                Matcher matcher = pattern.matcher(Files.readString(file));
                while (matcher.find()) {
                    found.add(matcher.group(1));
                }
            }
        }
    }
}
