package org.orderbench.replenish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderbench.forecast.method.Methods;
import org.orderbench.replenish.Explanation.Step;
import org.orderbench.replenish.Explanation.Value;

/** What explanations say, in each language, and that they say no figure that is not in the structure. */
class WordingTest {

    private static final List<String> LANGUAGES = List.of("de", "fr", "es");
    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)");

    private static Properties bundle(String ending) throws IOException {
        Properties words = new Properties();
        try (InputStreamReader in = new InputStreamReader(
                Objects.requireNonNull(Wording.class.getResourceAsStream("reasons" + ending + ".properties")), StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return words;
    }

    private static Set<String> places(String pattern) {
        return PLACE.matcher(pattern).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyLanguageSaysEveryPhraseWithTheSameValues() throws IOException {
        Properties english = bundle("");
        for (String language : LANGUAGES) {
            Properties words = bundle("_" + language);
            for (String key : english.stringPropertyNames()) {
                assertThat(words.getProperty(key)).as("%s in %s", key, language).isNotNull().doesNotContain("'");
                assertThat(places(words.getProperty(key))).as("%s in %s", key, language).isEqualTo(places(english.getProperty(key)));
            }
            assertThat(words.stringPropertyNames()).allSatisfy(key -> assertThat(english.containsKey(key) || key.startsWith("figure.")).as(key).isTrue());
        }
    }

    @Test
    void aReasonIsSaidInTheReadersLanguageWithItsFiguresAndDates() {
        Step headline = Step.said("shortage", null, null, List.of(), List.of(
                Wording.phrase("headline.lasts", new Value(Value.Kind.QUANTITY, "1250.5"), new Value(Value.Kind.DAY, "2026-05-12")),
                Wording.phrase("headline.arrives", new Value(Value.Kind.DAY, "2026-05-01"), Wording.days(1))));
        assertThat(headline.text()).isEqualTo("Supply of 1,250.5 lasts until 12 May; an order placed today arrives 1 May (1 day).");
        assertThat(Wording.of(headline, Locale.GERMANY)).isEqualTo("Der Vorrat von 1.250,5 reicht bis 12. Mai; heute bestellt kommt am 1. Mai (1 Tag).");
        assertThat(Wording.of(headline, Locale.FRANCE)).contains("jusqu’au 12 mai").contains("(1 jour)");
        assertThat(Wording.of(headline, Locale.forLanguageTag("es-ES"))).contains("dura hasta el 12 may").contains("(1 día)");
        assertThat(Wording.of(headline, Locale.US)).contains("lasts until May 12");
        assertThat(Wording.headline(new Explanation(List.of(headline)), Locale.US)).as("as the panel beside it").contains("lasts until May 12");
        assertThat(Wording.headline(new Explanation(List.of(headline)), Locale.UK)).contains("lasts until 12 May");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            calculation                                         | Berechnung
            set for vendor Lights, Ltd                          | gesetzt für Lieferant Lights, Ltd
            default of class AX                                 | Vorgabe der Klasse AX
            mean of last 8, Theta of logarithms; weekly         | Mittel der letzten 8, Theta der Logarithmen; wöchentlich
            mean of the last 90 days                            | Mittel der letzten 90 Tage
            Its history until 2026-02-19 is that of OLD, which it succeeds. | Der Verlauf bis 2026-02-19 ist der von OLD, dessen Nachfolger er ist.
            product.supplierinfo 17                             | product.supplierinfo 17
            stock.quant, forecast                               | stock.quant, Prognose
            promised and 12 receipts                            | zugesagt und 12 Eingänge
            Out of stock on 12 of 365 days; these count as unknown, not as days without demand. | Nicht vorrätig an 12 von 365 Tagen; diese zählen als unbekannt, nicht als Tage ohne Bedarf.
            No forecast (no demand in 30 days of history): planned with the mean of the last 30 days. | Keine Prognose (kein Bedarf in 30 Tagen Verlauf): geplant mit dem Mittel der letzten 30 Tage.
            """)
    void ourOwnWordsAreSaidInTheReadersLanguageAndNamesAsTheyAre(String english, String german) {
        assertThat(Terms.of(english, Locale.GERMANY)).isEqualTo(german);
        assertThat(Terms.of(english, Locale.UK)).isEqualTo(english);
    }

    @Test
    void everyMethodOfTheForecasterIsSaidInEachLanguageOrIsAName() {
        Set<String> names = Set.of("Theta", "IMAPA", "ADIDA", "Croston SBA", "TSB");
        assertThat(Methods.all()).allSatisfy(method -> assertThat(Terms.of(method.name(), Locale.GERMANY))
                .satisfiesAnyOf(said -> assertThat(said).isNotEqualTo(method.name()), said -> assertThat(names).contains(said)));
    }

    @Test
    void whatAnOlderVersionKeptIsSaidAsItWas() {
        assertThat(Wording.of(new Step("shortage", "As it was.", null, null, List.of(), null), Locale.GERMANY)).isEqualTo("As it was.");
    }

    /** Over made-up SKUs of every kind: with late and drafted orders, promises, packs, price breaks, caps, rules, holidays and receipts. */
    @Test
    void everyFigureOfASentenceIsInTheStructureWithItsSource() {
        Random random = new Random(11);
        int steps = 0;
        for (int i = 0; i < 400; i++) {
            for (Step step : explanation(random).steps()) {
                assertThat(step.text()).as(step.rule()).doesNotContain("null").doesNotContainPattern(ISO_DATE).endsWith(".");
                for (Explanation.Phrase phrase : step.said()) {
                    phrase.values().forEach(value -> assertThat(isAmong(step, value)).as("%s of \"%s\" in %s", value, step.text(), step.figures()).isTrue());
                }
                assertThat(step.figures()).allSatisfy(figure -> assertThat(figure.source()).as("%s of %s", figure, step.rule()).isNotBlank());
                steps++;
            }
        }
        assertThat(steps).isGreaterThan(2000);
    }

    private static boolean isAmong(Step step, Value value) {
        return switch (value.kind()) {
            case WORDS, TERM -> true;
            case DAY, DAY_AND_YEAR -> step.figures().stream().anyMatch(figure -> figure.value().equals(value.value()));
            case SHARE -> step.figures().stream().anyMatch(figure -> figure.value().equals(Words.percent(Double.parseDouble(value.value()))));
            case QUANTITY, DAYS, AMOUNT, PRICE -> step.figures().stream().anyMatch(figure -> near(figure.value(), new BigDecimal(value.value())));
        };
    }

    /** Figures of estimates are kept rounded as they are shown. */
    private static boolean near(String figure, BigDecimal value) {
        try {
            return new BigDecimal(figure).subtract(value).abs().doubleValue() <= 0.5;
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }

    private static Explanation explanation(Random random) {
        Facts facts = Facts.sku().onHand(random.nextInt(120)).sells("2.50", random.nextInt(40), random.nextInt(3) * 12).soldDaily(200, 1 + random.nextInt(6));
        LocalDate today = Facts.TODAY;
        if (random.nextInt(3) == 0) {
            facts.pack("Case of 24", 24);
        }
        if (random.nextInt(3) == 0) {
            facts.incoming("P00017", 10 + random.nextInt(60), today.plusDays(random.nextInt(60) - 10));
        }
        if (random.nextInt(4) == 0) {
            facts.line("P00018", "draft", 24, today.plusDays(random.nextInt(30)));
        }
        if (random.nextInt(4) == 0) {
            facts.promised(today.plusDays(random.nextInt(20)), 150);
        }
        if (random.nextInt(3) == 0) {
            facts.rule(20, 200, 1, false, null);
        }
        if (random.nextInt(2) == 0) {
            facts.receipt(1, 7, today.minusDays(40), random.nextInt(9) - 2, 1 + random.nextInt(8));
        }
        RuleMode mode = RuleMode.values()[random.nextInt(RuleMode.values().length)];
        ReplenishmentSettings usual = ReplenishmentSettings.defaults();
        ReplenishmentSettings settings = new ReplenishmentSettings(
                usual.serviceLevels(), usual.classLimits(), 7, usual.cycleDays(), random.nextBoolean(), mode, 0.25, 180,
                random.nextInt(4) == 0 ? List.of(new PolicyOverride(PolicyOverride.Scope.COMPANY, "", "the company", PolicyParameter.SHELF_LIFE_DAYS, BigDecimal.valueOf(30))) : List.of(),
                java.util.Map.of(), Receiving.ALWAYS, null);
        Assessment assessment = new Replenishment(settings).assess(facts.build(), Demand.exactly(1 + random.nextInt(6)), ValueClass.values()[random.nextInt(3)]);
        return assessment.explanation();
    }
}
