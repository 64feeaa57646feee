package org.orderbench.desktop.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderbench.desktop.review.Lines.line;
import static org.orderbench.desktop.review.Lines.proposal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.orderbench.catalog.Quantity;
import org.orderbench.desktop.review.Worklist.Query;
import org.orderbench.proposal.LineNews;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.ProposalLine;

class WorklistTest {

    private final Worklist worklist = new Worklist(List.of(
            proposal(1, "Albion", line(11, "Teapot", 12, 12), line(12, "Cup", 24, 12, LineState.OPEN, true), line(13, "Plate", 6, 0, LineState.APPROVED, false)),
            proposal(2, "Delft", line(21, "Paper", 10, 0), line(22, "Tea tray", 8, 0, LineState.REJECTED, false))),
            Map.of(11L, new LineNews(true, null, null, false), 12L, new LineNews(false, Quantity.of(36), null, false), 21L, new LineNews(false, null, Quantity.of(40), false)),
            Lines.CEILINGS);

    private static Query query(String search, QuickFilter filter) {
        return new Query(search, filter, true, Set.of(), null);
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
        Worklist.Arrangement arrangement = worklist.arrange(new Query("", QuickFilter.ALL, true, Set.of(1L), null));
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
        Comparator<Row.Line> byQuantity = Comparator.comparing(row -> row.line().quantity());
        assertThat(shown(new Query("", QuickFilter.ALL, true, Set.of(), byQuantity))).containsExactly("Albion", 13L, 11L, 12L, "Delft", 22L, 21L);
        assertThat(shown(new Query("", QuickFilter.ALL, false, Set.of(), byQuantity))).containsExactly(13L, 22L, 21L, 11L, 12L);
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
