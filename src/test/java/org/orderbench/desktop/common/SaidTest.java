package org.orderbench.desktop.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What other parts write in English reaches the window in its language. */
class SaidTest {

    private static final Path MAIN = Path.of("src/main/java/org/orderbench");
    private static final Path RESOURCES = Path.of("src/main/resources/org/orderbench/desktop");
    private static final Pattern PLACE = Pattern.compile("\\{\\d[^}]*}");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    /** Sources whose sentences a buyer sees in the window, with what in them is for others alone. */
    private static final List<String> SOURCES = List.of(
            "writeback/Settler.java", "writeback/Sender.java", "writeback/Watcher.java", "writeback/Withdrawal.java", "writeback/Contents.java", "writeback/Freshness.java",
            "writeback/Recovery.java", "writeback/OutboxOrder.java", "odoo/PurchaseValues.java", "odoo/OdooPurchasing.java", "cache/CacheRecovery.java",
            "cache/CacheOutbox.java", "policy/Policy.java", "policy/Slice.java", "policy/Ceiling.java", "policy/Limits.java", "policy/BrakeLimits.java",
            "policy/CategoryBudget.java", "policy/Demotion.java", "replenish/SettingName.java", "replenish/ClassLimits.java", "replenish/Closing.java", "odoo/SecretFile.java",
            "odoo/SecretKeeper.java", "odoo/KeyExpiry.java", "update/UpdateSource.java", "ServerContact.java", "WindowConnector.java", "managed/ManagedSettings.java");
    /** Said on the command line alone, in a log, or to programmers. */
    private static final Pattern NOT_FOR_THE_WINDOW = Pattern.compile(
            "IllegalState|IOException\\(|OutdatedException|LOG\\.|^\\s*\\*|^\\s*//|There is no setting|^\\s+[A-Z_]+\\(|GeneralSecurity|HH:mm|odd\\(\"|case \"to approve|merge into|External ID|select |update |insert |delete |where |\"\"\"|NullPointer|AssertionError");

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource(delimiter = '|', textBlock = """
            Deleted in Odoo.                                                             | de | In Odoo gelöscht.
            P00042 was touched since. Tin, large is no longer on it. Cancel it in Odoo.  | de | P00042 wurde seither angefasst. Tin, large steht nicht mehr darauf. Stornieren Sie sie in Odoo.
            Edited in Odoo: 1000 instead of 24.5. The edit stands.                       | de | In Odoo geändert: 1.000 statt 24,5. Die Änderung bleibt.
            Edited in Odoo: 3 instead of 4.                                              | fr | Modifié dans Odoo : 3 au lieu de 4.
            After 5 tries: Odoo refused: The vendor is archived. Ask Ana.                | es | Después de 5 intentos: Odoo lo rechazó: The vendor is archived. Ask Ana.
            The supplier's minimum is 12 Units now, more than the quantity.              | fr | Le minimum du fournisseur est 12 Units maintenant, plus que la quantité.
            the order for Acme Ltd. is a draft in Odoo now.                              | de | die Bestellung an Acme Ltd. ist jetzt ein Entwurf in Odoo.
            service-level lies between 0 and 1, such as 0.95 or 95 %; not 7.             | en | Service level lies between 0 and 1, such as 0.95 or 95 %; not 7.
            The closing ends on 2026-05-01, before it begins on 2026-05-12. Swap the two days. | de | Die Schließzeit endet am 1. Mai 2026, bevor sie am 12. Mai 2026 beginnt. Tauschen Sie die beiden Tage.
            Genug auf Lager                                                              | en | Enough in stock
            Enough in stock                                                              | fr | Assez en stock
            Cushion 30 x 30 cm                                                           | de | Cushion 30 x 30 cm
            Nobody wrote this. Deleted in Odoo.                                          | de | Nobody wrote this. In Odoo gelöscht.
            12 Zeilen aus Odoo gelesen. Ladies' bag: Deleted in Odoo.                    | de | 12 Zeilen aus Odoo gelesen. Ladies' bag: In Odoo gelöscht.
            """)
    void aSentenceIsSaidInTheWindowsLanguageWithItsNamesAndFigures(String english, String language, String said) {
        assertThat(new Texts(Locale.forLanguageTag(language)).said(english)).isEqualTo(said);
    }

    @Test
    void aLongOrderWithManyDifferencesIsSaidAtOnce() {
        StringBuilder english = new StringBuilder("P1 was touched since.");
        for (int i = 0; i < 300; i++) {
            english.append(" Bag No. ").append(i).append(" was edited in Odoo: 3 instead of 4 Units.");
        }
        String said = new Texts(Locale.GERMANY).said(english + " Cancel it in Odoo.");
        assertThat(said).startsWith("P1 wurde seither angefasst. Bag No. 0 wurde in Odoo geändert: 3 statt 4 Units. Bag No. 1 ").endsWith("Stornieren Sie sie in Odoo.").doesNotContain("was edited");
    }

    @Test
    void whatAServerSaidAtLengthStaysAsItIs() {
        String hostile = "the order for is instead of was edited in Odoo: ".repeat(40_000);
        assertThat(new Texts(Locale.GERMANY).said(hostile)).isEqualTo(hostile);
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es"})
    void everyLanguageHasEverySentence(String language) throws IOException {
        Properties english = bundle("said.properties");
        Properties here = bundle("said_" + language + ".properties");
        assertThat(here.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(here.getProperty(key)).as(key).isNotEqualTo(english.getProperty(key)).doesNotContain("'");
            assertThat(places(english.getProperty(key))).as(key).containsAll(places(here.getProperty(key)));
        }
    }

    /** Fails when a sentence is written that no bundle has. */
    @Test
    void everySentenceThatTheSourcesWriteIsKnown() throws IOException {
        List<String> known = new ArrayList<>();
        bundle("said.properties").values().forEach(text -> known.add(text.toString().replace('’', '\'')));
        bundle("messages.properties").forEach((key, text) -> {
            if (key.toString().startsWith("failure.")) {
                known.add(text.toString().replace('’', '\''));
            }
        });
        List<String> unknown = new ArrayList<>();
        for (String source : SOURCES) {
            for (String line : Files.readAllLines(MAIN.resolve(source))) {
                if (NOT_FOR_THE_WINDOW.matcher(line).find()) {
                    continue;
                }
                Matcher literal = LITERAL.matcher(line);
                while (literal.find()) {
                    String words = literal.group(1).replace("\\\"", "\"").replaceFirst("^[).;]+ ", "").strip();
                    if (words.matches(".*\\p{L}{2,} \\p{L}{2,}.*") && known.stream().noneMatch(text -> isPartOf(words, text))) {
                        unknown.add(source + ": " + words);
                    }
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    /** A piece between two figures of a sentence, or of two sentences that are joined. */
    private static boolean isPartOf(String words, String text) {
        return Stream.of(PLACE.split(text)).anyMatch(piece -> piece.contains(words) || piece.strip().length() > 10 && words.contains(piece.strip()));
    }

    @Test
    void everyActionInTheJournalHasWords() throws IOException {
        Pattern named = Pattern.compile("(?:log\\(handle, |decide\\(|journal\\(handle, by, |act\\(proposalLines, by, |JournalEntry\\.What\\(\\s*[\\w.]+(?:\\(\\))?, )\"([a-z-]+)\"");
        Set<String> actions = new TreeSet<>();
        try (Stream<Path> files = Files.walk(MAIN.resolve("cache"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher matcher = named.matcher(Files.readString(file));
                while (matcher.find()) {
                    if (!matcher.group(1).endsWith("-")) {
                        actions.add(matcher.group(1));
                    }
                }
            }
        }
        assertThat(actions).hasSizeGreaterThan(20).contains("approve", "send-anyway", "setting-change", "closing-add");
        Texts texts = new Texts(Locale.GERMANY);
        assertThat(actions).allSatisfy(action -> assertThat(texts.bundle().containsKey("journal.action." + action)).as(action).isTrue());
    }

    private static Set<String> places(String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    private static Properties bundle(String file) throws IOException {
        Properties words = new Properties();
        words.load(Files.newBufferedReader(RESOURCES.resolve(file)));
        return words;
    }
}
