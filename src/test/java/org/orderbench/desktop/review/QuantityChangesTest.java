package org.orderbench.desktop.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.orderbench.desktop.review.Lines.line;
import static org.orderbench.desktop.review.Lines.row;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.orderbench.catalog.Quantity;
import org.orderbench.proposal.LineState;

/** What a bulk change would do, said before it is done. Lines cost 2.50 a piece. */
class QuantityChangesTest {

    private final QuantityInput input = new QuantityInput(Locale.UK);
    private final Row.Line teapot = row(line(1, "Teapot", 120, 12));
    private final Row.Line ribbon = row(line(2, "Ribbon", 40, 0));
    private final Row.Line cup = row(line(3, "Cup", 24, 12, LineState.APPROVED, false));

    @Test
    void arithmeticIsDoneLineByLineAndPacksAreFilled() {
        QuantityChanges changes = QuantityChanges.typed(List.of(teapot, ribbon), input, row -> "+15%");
        assertThat(changes.changes()).extracting(change -> change.row().id(), QuantityChanges.Change::after, QuantityChanges.Change::raised)
                .containsExactly(tuple(1L, Quantity.of(144), true), tuple(2L, Quantity.of(46), false));
        assertThat(changes.raised()).isEqualTo(1);
        assertThat(changes.before().value()).isEqualByComparingTo("400.00");
        assertThat(changes.after()).isEqualByComparingTo("475.00");
        assertThat(changes.quantities()).containsEntry(1L, Quantity.of(144)).containsEntry(2L, Quantity.of(46));
    }

    @Test
    void decidedLinesAndAmountsBelowTheMinimumStayWithTheirReason() {
        QuantityChanges changes = QuantityChanges.typed(List.of(teapot, row(line(4, "Plate", 48, 12, 36)), cup), input, row -> "12");
        assertThat(changes.problems()).extracting(problem -> problem.row().id(), QuantityChanges.Problem::key)
                .containsExactly(tuple(4L, "review.edit.minimum"), tuple(3L, "review.edit.decided"));
        assertThat(changes.changes()).singleElement().satisfies(change -> assertThat(change.after()).isEqualTo(Quantity.of(12)));
    }

    @Test
    void whatHasTheQuantityAlreadyIsNotChanged() {
        QuantityChanges changes = QuantityChanges.amount(List.of(teapot, ribbon), Quantity.of(120));
        assertThat(changes.unchanged()).isEqualTo(1);
        assertThat(changes.quantities()).containsOnlyKeys(2L);
    }

    @Test
    void aSlipOfTheFingerChangesNothing() {
        QuantityChanges changes = QuantityChanges.typed(List.of(teapot, ribbon), input, row -> "abc");
        assertThat(changes.changes()).isEmpty();
        assertThat(changes.problems()).hasSize(2).allMatch(problem -> problem.key().equals("review.edit.unreadable"));
    }
}
