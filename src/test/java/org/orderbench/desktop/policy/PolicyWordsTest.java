package org.orderbench.desktop.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.orderbench.catalog.Quantity;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Texts;
import org.orderbench.policy.AuthorityLevel;
import org.orderbench.policy.BrakeCause;
import org.orderbench.policy.BrakeState;
import org.orderbench.policy.Brakes;
import org.orderbench.policy.Ceiling;
import org.orderbench.policy.Choices;
import org.orderbench.policy.Limits;
import org.orderbench.policy.Policy;
import org.orderbench.policy.PolicyDesk;
import org.orderbench.policy.PolicyDesk.Outcome;
import org.orderbench.policy.Slice;
import org.orderbench.policy.SliceRule;

/** What the desk of the policy and the brake say, in a reader's language. */
class PolicyWordsTest {

    private static final Texts TEXTS = new Texts(Locale.GERMANY);
    private static final Formats FORMATS = new Formats(Locale.GERMANY, ZoneOffset.UTC, TEXTS);
    private static final Instant AT = Instant.parse("2026-11-02T09:00:00Z");

    private static BrakeState.Braked pulled(String words) {
        return new BrakeState.Braked(BrakeCause.UNUSUAL_TOTAL, words, "agent", AT);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Today comes to 5200.5 GBP, more than 3 times the usual day of 1900. | Heute sind es 5.200,5 GBP, mehr als das 3-Fache des üblichen Tages von 1.900.
            The data is 1300 hours old; 24 are allowed.                         | Die Daten sind 1.300 Stunden alt; erlaubt sind 24.
            Seltsame Vorschläge                                                 | Seltsame Vorschläge
            """)
    void theReasonOfATripIsSaidInTheReadersLanguage(String kept, String said) {
        assertThat(new BrakeWords(TEXTS, FORMATS).reason(pulled(kept))).isEqualTo(said);
    }

    @Test
    void whatIsOnIsSaidWithWhatLiftsIt() {
        Brakes brakes = new Brakes(new BrakeState.Released(), pulled("Nothing has been read from Odoo yet. The other clients could not be told: weg"));
        assertThat(new BrakeWords(TEXTS, FORMATS).standing(brakes))
                .startsWith("Alle Arbeitsplätze: Ein ungewöhnlicher Tag\n")
                .contains("Aus Odoo wurde noch nichts gelesen. Die anderen Arbeitsplätze konnten nicht benachrichtigt werden: weg\n")
                .endsWith("dann lösen Sie sie.");
        assertThat(new BrakeWords(TEXTS, FORMATS).reason(pulled(PolicyDesk.BY_HAND))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void everyOutcomeHasWords(Outcome.Said said) {
        assertThat(BrakeWords.said(TEXTS, new Outcome.Done(said, List.of("7", "x"), "in English"))).isNotBlank().isNotEqualTo("in English").doesNotContain("{");
    }

    @Test
    void theChangesOfAVersionAreSaidInTheReadersLanguage() {
        Policy first = Policy.initial("EUR", AT);
        Limits l = first.limits();
        Ceiling line = new Ceiling(new BigDecimal("1500.5"), Quantity.of(7000), null);
        Limits limits = new Limits(
                "EUR", line, l.order(), l.vendorDay(), l.skuDay(), l.day(), l.budgets(), l.usualOrderTimes(), l.priceRisePercent(), 0.75, l.dataAge());
        Slice slice = new Slice("schnell", List.of(new SliceRule.InCategory("Taschen")), AuthorityLevel.DRAFT, Ceiling.of(1));
        Policy next = first.with(limits, "Ada", AT, "").with(List.of(slice, first.slices().getLast()), "Ada", AT, "").withLevel("schnell", AuthorityLevel.OBSERVE, "Ada", AT, "");
        List<String> said = new ChangeWords(TEXTS, FORMATS).between(first, next, Choices.NONE);
        assertThat(said).anySatisfy(words -> assertThat(words).startsWith("Neues Segment „schnell“ (").endsWith("): Taschen."))
                .anySatisfy(words -> assertThat(words).contains("Wert: ").endsWith(" → 1.500,5."))
                .anySatisfy(words -> assertThat(words).contains("Einheiten: ").endsWith(" → 7.000."))
                .anySatisfy(words -> assertThat(words).endsWith("→ 0,75."))
                .noneSatisfy(words -> assertThat(words).containsAnyOf("Slice", "Most", "no limit", "OBSERVE"));
    }
}
