package org.orderbench.desktop.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrorCodeTest {

    private static RuntimeException fault(String message) {
        return new IllegalStateException(message);
    }

    private static RuntimeException otherFault() {
        return new IllegalArgumentException("x");
    }

    @Test
    void theSameFaultHasTheSameCodeWhateverItsWords() {
        assertThat(ErrorCode.of(fault("a"))).isEqualTo(ErrorCode.of(fault("b"))).isNotEqualTo(ErrorCode.of(otherFault()));
        assertThat(ErrorCode.of(fault("a")).toString()).matches("[0-9A-F]{4}:[0-9A-F]{4}");
    }

    @Test
    void aRingOfCausesDoesNotHang() {
        RuntimeException one = new RuntimeException("one");
        RuntimeException two = new RuntimeException("two", one);
        one.initCause(two);
        assertThat(ErrorCode.of(one)).isNotNull();
    }
}
