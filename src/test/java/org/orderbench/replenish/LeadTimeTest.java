package org.orderbench.replenish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.orderbench.replenish.Facts.TODAY;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LeadTimeTest {

    private static LeadTime of(Facts facts) {
        return LeadTime.of(14, 2, 7, facts.build().receipts(), TODAY);
    }

    @Test
    void withoutReceiptsItIsThePromiseAndTheCompanysDays() {
        LeadTime lead = of(Facts.sku());
        assertThat(lead.planned()).isEqualTo(16);
        assertThat(lead.observed()).isZero();
    }

    @Test
    void manyLateReceiptsWinOverThePromise() {
        LeadTime lead = of(Facts.sku().receipt(5, 7, TODAY.minusDays(40), 10, 40));
        assertThat(lead.planned()).isBetween(25, 26);
        assertThat(lead.high()).isEqualTo(26);
    }

    @Test
    void oneLateReceiptMovesItALittle() {
        LeadTime lead = of(Facts.sku().receipt(5, 7, TODAY.minusDays(40), 10, 1));
        assertThat(lead.planned()).isBetween(17, 19);
    }

    @Test
    void anotherProductsReceiptsSayLess() {
        LeadTime own = of(Facts.sku().receipt(5, 7, TODAY.minusDays(40), 10, 8));
        LeadTime other = of(Facts.sku().receipt(5, 99, TODAY.minusDays(40), 10, 8));
        assertThat(other.planned()).isLessThan(own.planned()).isGreaterThan(16);
    }

    @Test
    void earlyReceiptsShortenItButNeverBelowZero() {
        assertThat(of(Facts.sku().receipt(5, 7, TODAY.minusDays(40), -5, 50)).planned()).isBetween(11, 12);
        LeadTime clipped = LeadTime.of(3, 0, 7, Facts.sku().receipt(5, 7, TODAY.minusDays(40), -30, 50).build().receipts(), TODAY);
        assertThat(Arrays.stream(clipped.scenarios()).min()).hasValue(0);
    }

    @Test
    void scenariosAscendAndTheirWeightsAddUpToOne() {
        LeadTime lead = of(Facts.sku().receipt(5, 7, TODAY.minusDays(40), 10, 3).receipt(5, 7, TODAY.minusDays(90), -3, 3).receipt(5, 9, TODAY.minusDays(20), 0, 9));
        assertThat(lead.scenarios()).isSorted();
        assertThat(Arrays.stream(lead.weights()).sum()).isCloseTo(1, within(1e-9));
        assertThat(lead.low()).isLessThanOrEqualTo(lead.planned());
        assertThat(lead.high()).isGreaterThanOrEqualTo(lead.planned());
    }
}
