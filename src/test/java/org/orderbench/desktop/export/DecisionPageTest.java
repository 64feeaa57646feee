package org.orderbench.desktop.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Texts;
import org.orderbench.proposal.Decision;
import org.orderbench.proposal.LineBasis;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.ProposalLine;
import org.orderbench.replenish.Explanation;

class DecisionPageTest {

    private static final Instant AT = Instant.parse("2026-11-23T09:20:00Z");
    private final Texts texts = new Texts(Locale.UK);

    private static DecisionPage.Line line(String vendor, String name, int proposed, int quantity, LineState state, Decision decision) {
        Quantity amount = Quantity.of(quantity);
        ProposalLine line = new ProposalLine(1, new LineBasis(new Sku(1, 1, 1), null, null, 0), "C1", name, null, "Gifts", "Units", Quantity.ZERO, Quantity.ZERO,
                Quantity.ZERO, null, null, amount, Quantity.of(proposed), amount, Quantity.ZERO, "", Quantity.ZERO, new BigDecimal("2.50"), null, 14,
                LocalDate.of(2026, 12, 7), null, false, 0.8, 1, new Explanation(List.of()), state, decision);
        return new DecisionPage.Line(vendor, "Bristol", "GBP", line, new BigDecimal("2.50").multiply(amount.value()));
    }

    private String page(DecisionPage.Line... lines) {
        return new DecisionPage(texts, new Formats(Locale.UK, ZoneOffset.UTC, texts), "Ann <ann@x>", AT, LocalDate.of(2026, 11, 23), "GBP").page(List.of(lines));
    }

    @Test
    void aManagerSeesWhatWasApprovedInWhichQuantityAndWhatNot() {
        String page = page(
                line("Albion", "Teapot", 48, 60, LineState.APPROVED, new Decision.Approve(Quantity.of(60), false, "Ann", AT)),
                line("Delft", "Paper", 10, 10, LineState.APPROVED, new Decision.Approve(Quantity.of(10), false, "Ann", AT)),
                line("Delft", "Card", 10, 10, LineState.REJECTED, new Decision.Reject("Enough in stock", "Ann", AT)),
                line("Delft", "Glue", 10, 10, LineState.SNOOZED, new Decision.Snooze(LocalDate.of(2026, 12, 1), "Put off by the buyer", "Ann", AT)),
                line("Delft", "Ink", 10, 30, LineState.OPEN, null));
        assertThat(page).contains("2 lines approved, worth £175.00; 1 in another quantity than proposed.", "Rejected (1)", "Put off (1)")
                .contains("<span class=\"was\">48</span> 60 Units", "Order total £150.00", "Order total £25.00")
                .contains("Enough in stock", "until 1 Dec 2026: Put off by the buyer", "Changed and not yet approved (1)");
        assertThat(page.indexOf("Albion")).isLessThan(page.indexOf("Delft"));
    }

    @Test
    void whatOthersTypedIsText() {
        String page = page(line("<script>alert(1)</script>", "a & \"b\"", 1, 1, LineState.APPROVED, new Decision.Approve(Quantity.of(1), false, "Ann", AT)));
        assertThat(page).doesNotContain("<script").contains("&lt;script&gt;", "a &amp; &quot;b&quot;", "Ann &lt;ann@x&gt;");
    }
}
