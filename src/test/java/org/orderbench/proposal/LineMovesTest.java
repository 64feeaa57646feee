package org.orderbench.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineMovesTest {

    @ParameterizedTest
    @CsvSource({
        "OPEN, OPEN, true", "OPEN, APPROVED, true", "OPEN, REJECTED, true", "OPEN, SNOOZED, true", "OPEN, SUPERSEDED, true",
        "APPROVED, OPEN, true", "APPROVED, REJECTED, true", "APPROVED, SUPERSEDED, false", "APPROVED, APPROVED, false",
        "REJECTED, OPEN, true", "REJECTED, APPROVED, false", "SNOOZED, OPEN, true", "SNOOZED, SUPERSEDED, true",
        "SUPERSEDED, OPEN, false", "SUPERSEDED, APPROVED, false"
    })
    void theTableOfMoves(LineState from, LineState to, boolean legal) {
        assertThat(LineMoves.legal(from, to)).isEqualTo(legal);
    }
}
