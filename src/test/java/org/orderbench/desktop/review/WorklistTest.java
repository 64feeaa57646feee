package org.orderbench.desktop.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderbench.desktop.review.Lines.line;
import static org.orderbench.desktop.review.Lines.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderbench.catalog.Quantity;
import org.orderbench.desktop.review.Worklist.Query;
import org.orderbench.proposal.LineNews;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.Proposal;
import org.orderbench.proposal.ProposalLine;

class WorklistTest {

    private final Worklist worklist = new Worklist(List.of(
            proposal(1, "Albion", line(11, "Teapot", 12, 12), line(12, "Cup", 24, 12, LineState.OPEN, true), line(13, "Plate", 6, 0, LineState.APPROVED, false)),
            proposal(2, "Delft", line(21, "Paper", 10, 0), line(22, "Tea tray", 8, 0, LineState.REJECTED, false))),
            Map.of(11L, new LineNews(true, null, null, false), 12L, new LineNews(false, Quantity.of(36), null, false), 21L, new LineNews(false, null, Quantity.of(40), false)),
            Lines.CEILINGS);

    private static final Column QUANTITY = Column.quantity("quantity", 100, row -> row.line().quantity(), Quantity::toString);
    private static final Column NAME = Column.text("name", 100, row -> row.line().name(), group -> "");
    private static final Column YESTERDAY = Column.quantity("yesterday", 100, row -> row.news().before(), Quantity::toString);

    private static Query query(String search, QuickFilter filter) {
        return new Query(search, filter, true, Set.of(), List.of());
    }

    private List<Object> shown(Query query) {
        return worklist.arrange(query).rows().stream().<Object>map(row -> switch (row) {
            case Row.Group group -> group.vendorName();
            case Row.Line line -> line.id();
        }).toList();
    }

    @Test
    void linesStandUnderTheirVendor() {
        assertThat(shown(query("", QuickFilter.ALL))).containsExactly("Albion", 11L, 12L, 13L, "Delft", 21L, 22L);
    }

    @Test
    void vendorsWithoutALineToShowAreLeftOut() {
        assertThat(shown(query("", QuickFilter.APPROVED))).containsExactly("Albion", 13L);
    }

    @Test
    void everyWordMustBeFoundInCodeNameVendorOrBarcode() {
        assertThat(shown(query("tea", QuickFilter.ALL))).containsExactly("Albion", 11L, "Delft", 22L);
        assertThat(shown(query("  TEA albion ", QuickFilter.ALL))).containsExactly("Albion", 11L);
        assertThat(shown(query("59000021", QuickFilter.ALL))).containsExactly("Delft", 21L);
        assertThat(shown(query("tea nothing", QuickFilter.ALL))).isEmpty();
    }

    @Test
    void countsFollowTheSearchAndNotTheFilter() {
        Worklist.Arrangement arrangement = worklist.arrange(query("tea", QuickFilter.URGENT));
        assertThat(arrangement.counts()).containsEntry(QuickFilter.ALL, 2).containsEntry(QuickFilter.OPEN, 1).containsEntry(QuickFilter.ASIDE, 1)
                .containsEntry(QuickFilter.URGENT, 0);
        assertThat(arrangement.lines()).isZero();
    }

    @Test
    void foldedVendorsKeepTheirHeadAndTheirSums() {
        Worklist.Arrangement arrangement = worklist.arrange(new Query("", QuickFilter.ALL, true, Set.of(1L), List.of()));
        assertThat(arrangement.rows().getFirst()).isInstanceOfSatisfying(Row.Group.class, head -> {
            assertThat(head.lines()).isEqualTo(3);
            assertThat(head.open()).isEqualTo(2);
            assertThat(head.urgent()).isEqualTo(1);
            assertThat(head.total()).isEqualByComparingTo("105.00");
            assertThat(head.folded()).isTrue();
        });
        assertThat(arrangement.rows()).hasSize(4);
        assertThat(arrangement.lines()).isEqualTo(5);
    }

    @Test
    void sortingStaysWithinAVendorAndGoesAcrossWithoutGroups() {
        List<SortBy> byQuantity = List.of(new SortBy(QUANTITY, false));
        assertThat(shown(new Query("", QuickFilter.ALL, true, Set.of(), byQuantity))).containsExactly("Albion", 13L, 11L, 12L, "Delft", 22L, 21L);
        assertThat(shown(new Query("", QuickFilter.ALL, false, Set.of(), byQuantity))).containsExactly(13L, 22L, 21L, 11L, 12L);
    }

    @Test
    void theFirstColumnCountsMostAndEqualsKeepThePlansOrder() {
        assertThat(sorted(new SortBy(QUANTITY, true))).containsExactly(12L, 11L, 21L, 22L, 13L);
        assertThat(sorted(new SortBy(YESTERDAY, false), new SortBy(NAME, true))).containsExactly(12L, 11L, 22L, 13L, 21L);
        assertThat(sorted(new SortBy(NAME, false))).containsExactly(12L, 21L, 13L, 22L, 11L);
    }

    @Test
    void linesWithoutAFigureComeLastWhicheverWayIsSorted() {
        assertThat(sorted(new SortBy(YESTERDAY, false))).containsExactly(12L, 11L, 13L, 21L, 22L);
        assertThat(sorted(new SortBy(YESTERDAY, true))).containsExactly(12L, 11L, 13L, 21L, 22L);
    }

    private List<Object> sorted(SortBy... by) {
        return shown(new Query("", QuickFilter.ALL, false, Set.of(), List.of(by)));
    }

    @Test
    void accentsAndCaseCountNeitherInSearchingNorInSorting() {
        Worklist german = new Worklist(List.of(proposal(1, "Größe", line(1, "Zange", 1, 1), line(2, "Äpfel", 1, 1), line(3, "apfelmus", 1, 1), line(4, "Straße", 1, 1))),
                Map.of(), Lines.CEILINGS);
        assertThat(german.arrange(new Query("APFEL", QuickFilter.ALL, false, Set.of(), List.of())).lines()).isEqualTo(2);
        assertThat(german.arrange(new Query("äpfel", QuickFilter.ALL, false, Set.of(), List.of())).lines()).isEqualTo(2);
        assertThat(german.arrange(new Query("strasse", QuickFilter.ALL, false, Set.of(), List.of())).lines()).isOne();
        assertThat(german.arrange(new Query("", QuickFilter.ALL, false, Set.of(), List.of(new SortBy(NAME, false)))).rows())
                .extracting(row -> ((Row.Line) row).id()).containsExactly(2L, 3L, 4L, 1L);
    }

    /** What is kept from one question to the next must never show: after any changes a list answers as one that was read anew. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aListThatChangedAnswersAsOneReadAnew(long seed) {
        Random random = new Random(seed);
        List<Proposal> proposals = proposals(random);
        Worklist kept = new Worklist(proposals, Map.of(), Lines.CEILINGS);
        String search = "";
        for (int step = 0; step < 60; step++) {
            if (random.nextBoolean()) {
                int p = random.nextInt(proposals.size());
                List<ProposalLine> lines = new ArrayList<>(proposals.get(p).lines());
                int at = random.nextInt(lines.size());
                lines.set(at, random(random, lines.get(at).id(), lines.get(at).name()));
                kept.replace(lines.get(at));
                proposals.set(p, proposal(p + 1, proposals.get(p).vendorName(), lines.toArray(ProposalLine[]::new)));
            }
            search = random.nextInt(4) == 0 ? "" : search + "abc ".charAt(random.nextInt(4));
            Query query = new Query(search, QuickFilter.values()[random.nextInt(QuickFilter.values().length)], random.nextBoolean(),
                    random.nextBoolean() ? Set.of() : Set.of(1L, 3L),
                    Stream.of(QUANTITY, NAME, YESTERDAY).filter(column -> random.nextInt(3) == 0).map(column -> new SortBy(column, random.nextBoolean())).toList());
            Worklist anew = new Worklist(proposals, Map.of(), Lines.CEILINGS);
            assertThat(seen(kept, query)).as("%s, step %d: %s", seed, step, query).isEqualTo(seen(anew, query));
        }
    }

    private static List<Object> seen(Worklist worklist, Query query) {
        Worklist.Arrangement arrangement = worklist.arrange(query);
        List<Object> seen = new ArrayList<>(List.of(arrangement.counts(), arrangement.lines()));
        arrangement.rows().forEach(row -> seen.add(row instanceof Row.Line line ? line.line() : row));
        return seen;
    }

    private static List<Proposal> proposals(Random random) {
        List<Proposal> proposals = new ArrayList<>();
        for (int p = 1; p <= 5; p++) {
            ProposalLine[] lines = new ProposalLine[1 + random.nextInt(6)];
            for (int i = 0; i < lines.length; i++) {
                lines[i] = random(random, p * 100L + i, "abc".repeat(1 + random.nextInt(2)).substring(random.nextInt(3)) + " " + (char) ('a' + random.nextInt(3)));
            }
            proposals.add(proposal(p, "Vendor " + p, lines));
        }
        return proposals;
    }

    private static ProposalLine random(Random random, long id, String name) {
        return line(id, name, random.nextInt(5) * 40, 10, LineState.values()[random.nextInt(LineState.values().length)], random.nextBoolean());
    }

    @Test
    void newsAndCeilingsAreFiltersToo() {
        assertThat(shown(query("", QuickFilter.NEW))).containsExactly("Albion", 11L);
        assertThat(shown(query("", QuickFilter.CHANGED))).containsExactly("Albion", 12L);
        assertThat(shown(query("", QuickFilter.CONFLICT))).containsExactly("Delft", 21L);
        assertThat(shown(query("", QuickFilter.OVER_CEILING))).isEmpty();
        worklist.replace(line(11, "Teapot", 101, 0));
        assertThat(shown(query("", QuickFilter.OVER_CEILING))).as("252.50 is over 250").containsExactly("Albion", 11L);
        worklist.replace(line(11, "Teapot", 100, 0));
        assertThat(shown(query("", QuickFilter.OVER_CEILING))).as("exactly at it is not").isEmpty();
    }

    @Test
    void aQuantityTypedAnewAnswersTheConflict() {
        ProposalLine proposed = line(21, "Paper", 10, 0);
        worklist.replace(Lines.edited(proposed, 40));
        assertThat(shown(query("", QuickFilter.CONFLICT))).isEmpty();
        assertThat(worklist.find(21).companyValue()).as("a line is worth what is ordered, not what was proposed").isEqualByComparingTo("100.00");
    }

    @Test
    void aReplacedLineIsShownAsItIsNow() {
        worklist.replace(line(21, "Paper", 10, 0, LineState.APPROVED, false));
        assertThat(shown(query("", QuickFilter.OPEN))).containsExactly("Albion", 11L, 12L);
    }
}
