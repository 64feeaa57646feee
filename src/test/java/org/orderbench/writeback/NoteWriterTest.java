package org.orderbench.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;
import org.orderbench.handover.Link;
import org.orderbench.policy.AuthorityLevel;
import org.orderbench.policy.Check;
import org.orderbench.policy.PolicyTrace;
import org.orderbench.proposal.Decision;
import org.orderbench.proposal.LineBasis;
import org.orderbench.replenish.Explanation;
import org.orderbench.replenish.Explanation.Figure;
import org.orderbench.replenish.Explanation.Step;

class NoteWriterTest {

    private static final Instant AT = Instant.parse("2026-11-20T08:00:00Z");
    private final NoteWriter writer = new NoteWriter(ZoneOffset.UTC, "1.2.3");

    private static OutboxOrder order(String by) {
        return order(by, List.of(new Step("policy-order-value", "60.00 GBP of at most 500.00 GBP", null, null, List.of())));
    }

    private static OutboxOrder order(String by, List<Step> checks) {
        LineFacts facts = new LineFacts(Quantity.of(10), Quantity.of(20), Quantity.ZERO, new BigDecimal("2.50"), Quantity.of(12), 50, AT, true);
        List<Step> steps = new ArrayList<>(List.of(
                new Step("shortage", "Runs out <soon> & badly", null, null, List.of()),
                new Step("supplier-minimum", "The supplier's minimum is 24", new BigDecimal("20"), new BigDecimal("24.000"), List.of())));
        steps.addAll(checks);
        Explanation why = new Explanation(steps);
        LineIntent intent = new LineIntent(
                1, new LineBasis(new Sku(1, 1, 3), 50, AT, 0), 7, "Acme", null, "Main", 10, "GBP", false, "A", "Lamp <b>\"x\"</b>", "Units", Quantity.of(24),
                new BigDecimal("2"), 2, "Dozen", new BigDecimal("12"), 9, BigDecimal.ONE, new BigDecimal("2.50"), 14.3, Quantity.of(12), facts, facts, why, by, AT, false);
        OutboxLine line = new OutboxLine(1, intent.key(), intent.fingerprint(), intent, null, null, null, 5, 6, true);
        return new OutboxOrder(
                1, new OrderKey("abc123"), 1, 1, 10, 7, "Acme", "GBP", false, OutboxState.DRAFTED, null, 6, "P00006", "draft", false, 0, null, false, List.of(line));
    }

    @ParameterizedTest
    @CsvSource({
        "en-GB,Why this was ordered,approved by Ann,Thresholds checked,14.3",
        "de-DE,Warum dies bestellt wurde,freigegeben von Ann,Geprüfte Schwellen,14·3",
        "fr-FR,Pourquoi cette commande,approuvé par Ann,Seuils vérifiés,14·3",
        "es-MX,Por qué se pidió esto,aprobado por Ann,Umbrales comprobados,14.3",
        "pl-PL,Why this was ordered,approved by Ann,Thresholds checked,14.3"
    })
    void isInTheCompanysLanguageOrEnglish(String tag, String title, String by, String checks, String forecast) {
        String note = writer.write(order("Ann"), Locale.forLanguageTag(tag));
        assertThat(note).contains(title, by, checks, "60.00 GBP of at most 500.00 GBP", "1.2.3", "abc123", forecast.replace("·", ","));
    }

    @Test
    void endsWithALinkThatTheWorkbenchFollows() throws Exception {
        String note = writer.write(order("Ann"), Locale.GERMANY);
        assertThat(note).contains("<a href=\"orderbench:order/P00006\">In Orderbench öffnen</a>");
        assertThat(Link.parse(note.replaceAll(".*href=\"([^\"]*)\".*", "$1"))).isEqualTo(new Link.ToOrder("P00006"));
    }

    @Test
    void theChecksAreSaidInTheCompanysLanguage() {
        PolicyTrace trace = new PolicyTrace(7, "Lampen <i>", AuthorityLevel.DRAFT, List.of(new Check(
                "order-value", Check.Result.FAILED, List.of(new Figure("amount", "1234.5", "GBP", "proposals"), new Figure("ceiling", "500", "GBP", "policy")), "This order …")));
        String note = writer.write(order("Ann", trace.steps()), Locale.GERMANY);
        assertThat(note).contains("Richtlinie Version 7, Segment „Lampen &lt;i&gt;“ auf „Entwurf nach Genehmigung“: 0 von 1 Prüfungen bestanden.")
                .contains("Nicht bestanden: Diese Bestellung: 1.234,5 GBP, über der Obergrenze von 500 GBP.")
                .doesNotContain("This order");
    }

    @Test
    void whoDecidedReadsWhatDidNotPassAndWhoWasNotAskedReadsAll() {
        List<Figure> value = List.of(new Figure("amount", "60", "GBP", "proposals"), new Figure("ceiling", "500", "GBP", "policy"));
        PolicyTrace trace = new PolicyTrace(7, "Lamps", AuthorityLevel.AUTO_DRAFT, List.of(
                new Check("order-value", Check.Result.PASSED, value, "This order comes to 60 GBP, within the ceiling of 500."),
                new Check("line-units", Check.Result.PASSED, List.of(), "No ceiling is set."),
                new Check("brake", Check.Result.STOPPED, List.of(), "The brake is on.")));
        assertThat(writer.write(order("Ann", trace.steps()), Locale.UK))
                .contains("<li>Not passed: The brake is on.</li><li>Passed: order value, line units.</li>")
                .doesNotContain("within the ceiling of 500");
        assertThat(writer.write(order("Ann", trace.steps()), Locale.GERMANY)).contains("<li>Bestanden: Diese Bestellung, Diese Zeile (Einheiten).</li>");
        assertThat(writer.write(order(Decision.AGENT, trace.steps()), Locale.UK))
                .contains("<li>Passed: This order comes to 60 GBP, within the ceiling of 500.</li>", "<li>Passed, without a figure to hold: line units.</li>");
    }

    @Test
    void aRuleOnQuantityIsNamedInTheCompanysLanguage() {
        assertThat(writer.write(order("Ann"), Locale.GERMANY)).contains("<li>Mindestmenge des Lieferanten: 20 → 24</li>");
        assertThat(writer.write(order("Ann"), Locale.UK)).contains("<li>The supplier&#39;s minimum is 24</li>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "fr", "es"})
    void textsFromElsewhereAreNoMarkup(String language) {
        String note = writer.write(order("<script>Ann</script>"), Locale.forLanguageTag(language));
        assertThat(note).doesNotContain("<script", "<soon>", "<b>\"x\"").contains("&lt;script&gt;Ann", "Lamp &lt;b&gt;&#34;x&#34;&lt;/b&gt;", "Runs out &lt;soon&gt; &amp; badly");
    }

    @Test
    void saysWhenNobodyAskedForIt() {
        assertThat(writer.write(order(Decision.AGENT), Locale.UK)).contains("approved by Orderbench itself, within its authority");
    }

    @Test
    void everyLanguageHasEveryPhrase() throws Exception {
        Set<String> english = phrases("");
        for (String language : List.of("_de", "_fr", "_es")) {
            assertThat(phrases(language)).as(language).isEqualTo(english);
        }
    }

    private static Set<String> phrases(String language) throws Exception {
        Properties words = new Properties();
        try (var in = NoteWriter.class.getResourceAsStream("note" + language + ".properties")) {
            words.load(new java.io.InputStreamReader(in, java.nio.charset.StandardCharsets.UTF_8));
        }
        return words.stringPropertyNames().stream().filter(key -> !key.startsWith("rule.")).collect(Collectors.toSet());
    }
}
