package org.orderbench.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderbench.catalog.Money;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;
import org.orderbench.proposal.Decision;
import org.orderbench.proposal.LineBasis;
import org.orderbench.proposal.LineNews;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.Plan;
import org.orderbench.proposal.PlanException;
import org.orderbench.proposal.Proposal;
import org.orderbench.proposal.ProposalLine;
import org.orderbench.replenish.Explanation;
import org.orderbench.replenish.Wording;

class CacheProposalsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOW = Instant.parse("2026-03-02T06:00:00.123456Z");

    @RegisterExtension
    final FreshCache cache = new FreshCache();

    private CacheProposals store;

    @BeforeEach
    void open() {
        store = new CacheProposals(cache.jdbi());
    }

    private static ProposalLine line(int product, int quantity, Integer newestLine) {
        Explanation.Step step = new Explanation.Step(
                "supplier-minimum", "Lights sells no less than 48.", new BigDecimal("36"), new BigDecimal("48"),
                List.of(new Explanation.Figure("minimum", "48", "Units", "product.supplierinfo 17")));
        return new ProposalLine(
                0, new LineBasis(new Sku(1, 1, product), newestLine, newestLine == null ? null : NOW, 0), "SKU-" + product, "Lamp", null, "Lights", "Units",
                Quantity.of(10), Quantity.of(0.5), Quantity.ZERO, 12.0, 3.5, Quantity.of(36), Quantity.of(quantity), Quantity.of(quantity), Quantity.of(12),
                "Dozen", Quantity.of(48), new BigDecimal("1.50"), Money.of("72", "GBP"), 14, TODAY.plusDays(14), TODAY.plusDays(9), true, 0.8, 17,
                new Explanation(List.of(step)), LineState.OPEN, null);
    }

    private static Plan plan(LocalDate today, ProposalLine... lines) {
        return new Plan(
                NOW, today, 100,
                List.of(new Proposal(0, 1, 1, "Main", 5, "Lights", "GBP", NOW, List.of(lines))),
                List.of(new PlanException(new Sku(1, 1, 99), "X", "Thing", "no-supplier-price", "Add a vendor.", Money.of("12.5", "GBP"))));
    }

    private List<ProposalLine> lines() {
        return store.current().stream().flatMap(proposal -> proposal.lines().stream()).toList();
    }

    private ProposalLine only() {
        assertThat(lines()).hasSize(1);
        return lines().getFirst();
    }

    private void decide(ProposalLine line, LineState to, Decision decision) {
        cache.jdbi().useTransaction(handle ->
                assertThat(ProposalRows.move(handle, line.id(), line.state(), to, line.quantity(), decision)).isTrue());
    }

    private static Decision approve() {
        return new Decision.Approve(Quantity.of(48), false, "Ann", NOW);
    }

    @Test
    void whatWasKeptComesBackWordForWord() {
        store.save(plan(TODAY, line(7, 48, 31), line(8, 60, null)));
        Proposal kept = store.current().getFirst();
        assertThat(kept.lines()).usingRecursiveFieldByFieldElementComparatorIgnoringFields("id").containsExactly(line(7, 48, 31), line(8, 60, null));
        assertThat(kept.total()).isEqualTo(Money.of("162", "GBP"));
        assertThat(store.line(kept.lines().getFirst().id())).contains(kept.lines().getFirst());
        assertThat(store.exceptions()).containsExactly(plan(TODAY).exceptions().getFirst());
    }

    @Test
    void anExceptionIsKeptByItsPartsAndSaidInAnyLanguage() {
        PlanException dead = new PlanException(
                new Sku(1, 1, 99), "X", "Thing", "dead-stock", List.of(Wording.phrase("advice.dead-stock", Wording.quantity(Quantity.of(1250)))), null,
                List.of(new Explanation.Figure("on hand", "1250", "Units", "stock.quant")));
        store.save(new Plan(NOW, TODAY, 100, List.of(), List.of(dead)));
        assertThat(store.exceptions()).containsExactly(dead);
        assertThat(store.exceptions().getFirst().in(Locale.GERMANY).detail()).startsWith("1.250 sind vorrätig");
    }

    @Test
    void theBeginningIsTheFirstLinesOfTheFirstOrders() {
        store.save(new Plan(NOW, TODAY, 100, List.of(
                new Proposal(0, 1, 1, "Main", 5, "Lights", "GBP", NOW, List.of(line(7, 48, 31), line(8, 60, null))),
                new Proposal(0, 1, 1, "Main", 6, "Mats", "GBP", NOW, List.of(line(9, 48, 31))),
                new Proposal(0, 1, 1, "Main", 4, "Albion", "GBP", NOW, List.of(line(10, 48, 31)))), List.of()));
        List<Proposal> all = store.current();
        assertThat(all).extracting(Proposal::vendorName).containsExactly("Albion", "Lights", "Mats");
        assertThat(store.beginning(1)).isEqualTo(all.subList(0, 1));
        List<Proposal> two = store.beginning(2);
        assertThat(two).extracting(Proposal::vendorName).containsExactly("Albion", "Lights");
        assertThat(two.getLast().lines()).hasSize(1).isSubsetOf(all.get(1).lines());
        assertThat(store.beginning(3)).isEqualTo(all.subList(0, 2));
        assertThat(store.beginning(99)).isEqualTo(all);
    }

    @Test
    void aNewPlanTakesTheOpenLinesPlace() {
        store.save(plan(TODAY, line(7, 48, 31), line(8, 60, null)));
        store.save(plan(TODAY, line(7, 72, 31)));
        assertThat(only().quantity()).isEqualTo(Quantity.of(72));
    }

    @Test
    void anApprovedLineIsNotProposedAgainOnTheSameBasis() {
        store.save(plan(TODAY, line(7, 48, 31)));
        ProposalLine line = only();
        decide(line, LineState.APPROVED, approve());
        store.save(plan(TODAY, line(7, 60, 31)));
        assertThat(only().id()).isEqualTo(line.id());
        assertThat(only().decision()).isEqualTo(approve());
    }

    @Test
    void onceSomebodyOrderedItTheNextShortageIsProposed() {
        store.save(plan(TODAY, line(7, 48, 31)));
        decide(only(), LineState.APPROVED, approve());
        store.save(plan(TODAY, line(7, 60, 44)));
        assertThat(lines()).extracting(ProposalLine::state).containsExactlyInAnyOrder(LineState.APPROVED, LineState.OPEN);
    }

    @Test
    void anApprovedLineStaysInSightWhenNothingIsNeededAnyMore() {
        store.save(plan(TODAY, line(7, 48, 31)));
        decide(only(), LineState.APPROVED, approve());
        store.save(plan(TODAY));
        assertThat(only().state()).isEqualTo(LineState.APPROVED);
    }

    @Test
    void aRejectedLineComesBackOnlyWhenMuchMoreIsNeeded() {
        store.save(plan(TODAY, line(7, 48, 31)));
        decide(only(), LineState.REJECTED, new Decision.Reject("discontinued", "Ann", NOW));
        store.save(plan(TODAY, line(7, 60, 31)));
        assertThat(only().state()).isEqualTo(LineState.REJECTED);
        store.save(plan(TODAY, line(7, 84, 31)));
        assertThat(only().state()).isEqualTo(LineState.OPEN);
    }

    @Test
    void aSnoozedLineSleepsUntilItsDay() {
        store.save(plan(TODAY, line(7, 48, 31)));
        decide(only(), LineState.SNOOZED, new Decision.Snooze(TODAY.plusDays(7), "sale ends", "Ann", NOW));
        store.save(plan(TODAY.plusDays(6), line(7, 480, 44)));
        assertThat(only().state()).isEqualTo(LineState.SNOOZED);
        store.save(plan(TODAY.plusDays(7), line(7, 480, 44)));
        assertThat(only().state()).isEqualTo(LineState.OPEN);
    }

    @Test
    void aTypedQuantityStaysUntilTheFactsChange() {
        store.save(plan(TODAY, line(7, 48, 31)));
        cache.jdbi().useTransaction(handle -> ProposalRows.move(handle, only().id(), LineState.OPEN, LineState.OPEN, Quantity.of(96), null));
        store.save(plan(TODAY, line(7, 48, 31)));
        assertThat(only().quantity()).isEqualTo(Quantity.of(96));
        assertThat(only().proposed()).isEqualTo(Quantity.of(48));
        assertThat(store.news()).isEmpty();
        store.save(plan(TODAY, line(7, 60, 31)));
        assertThat(only().quantity()).isEqualTo(Quantity.of(60));
        assertThat(store.news()).containsExactly(Map.entry(only().id(), new LineNews(false, null, Quantity.of(96), false)));
        store.save(plan(TODAY, line(7, 72, 31)));
        assertThat(store.news()).as("still to be told").containsExactly(Map.entry(only().id(), new LineNews(false, null, Quantity.of(96), false)));
        store.save(plan(TODAY, line(7, 96, 31)));
        assertThat(store.news()).as("it came to what was typed").isEmpty();
    }

    @Test
    void newsAreAgainstTheLastPlanOfAnEarlierDay() {
        store.save(plan(TODAY, line(7, 48, 31), line(8, 60, null)));
        assertThat(store.news()).as("on the first day nothing is new").isEmpty();
        LocalDate tomorrow = TODAY.plusDays(1);
        store.save(plan(tomorrow, line(7, 48, 31), line(8, 72, null), line(9, 48, 31)));
        store.save(plan(tomorrow, line(7, 48, 31), line(8, 72, null), line(9, 48, 31)));
        assertThat(store.news()).containsOnly(
                Map.entry(lines().get(1).id(), new LineNews(false, Quantity.of(60), null, false)),
                Map.entry(lines().get(2).id(), new LineNews(true, null, null, false)));
    }

    @Test
    void aSentLineIsTheOutboxsToShow() {
        store.save(plan(TODAY, line(7, 48, 31)));
        ProposalLine line = only();
        decide(line, LineState.APPROVED, approve());
        cache.jdbi().useHandle(handle -> handle.execute(
                "insert into outbox_line (proposal_line_id, line_key, fingerprint, company_id, warehouse_id, vendor_id, currency, confirm, intent, apart,"
                        + " created_at, moved_at) values (?, 'k', 'f', 1, 1, 5, 'GBP', false, '{}', 'ADOPTED', ?, ?)",
                line.id(), NOW, NOW));
        assertThat(lines()).isEmpty();
        store.save(plan(TODAY, line(7, 48, 31)));
        assertThat(lines()).as("sent, and not seen in Odoo yet").isEmpty();
    }

    @Test
    void ofTwoWhoDecideAtOnceOneIsTold() {
        store.save(plan(TODAY, line(7, 48, 31)));
        ProposalLine line = only();
        decide(line, LineState.APPROVED, approve());
        boolean second = cache.jdbi().inTransaction(handle ->
                ProposalRows.move(handle, line.id(), LineState.OPEN, LineState.REJECTED, line.quantity(), new Decision.Reject("no", "Bob", NOW)));
        assertThat(second).isFalse();
        assertThat(only().decision()).isEqualTo(approve());
    }

    @Test
    void anIllegalMoveIsADefect() {
        assertThatThrownBy(() -> cache.jdbi().useHandle(handle ->
                        ProposalRows.move(handle, 1, LineState.REJECTED, LineState.APPROVED, Quantity.ZERO, null)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
