package org.orderbench.replenish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderbench.forecast.DemandDistribution;

class SampledDemandTest {

    private static final DemandDistribution LUMPY = new SteadyDemand(4, 5);

    private static DemandDistribution sampled(DemandDistribution demand) {
        return SampledDemand.of(demand, Facts.sku().soldDaily(365, 4).build());
    }

    @ParameterizedTest(name = "{0} days at {1}")
    @CsvSource({"7, 0.5", "14, 0.9", "17, 0.95", "33, 0.8", "60, 0.97", "120, 0.99", "250, 0.9"})
    void itIsCloseToWhatItWasSampledFrom(double days, double p) {
        DemandDistribution sampled = sampled(LUMPY);
        assertThat(sampled.mean(days)).isCloseTo(LUMPY.mean(days), within(1e-3));
        assertThat(sampled.quantile(p, days)).isCloseTo(LUMPY.quantile(p, days), within(0.03 * LUMPY.quantile(p, days)));
    }

    @Test
    void nobodyIsAskedToBuyTwiceWhatWasEverSoldAndFiveTimesWhatIsExpected() {
        DemandDistribution wild = new DemandDistribution() {
            @Override
            public double mean(double days) {
                return 4 * days;
            }

            @Override
            public double quantile(double p, double days) {
                return p > 0.9 ? 1e9 : 4 * days;
            }
        };
        assertThat(sampled(wild).quantile(0.99, 14)).as("five times the 56 expected").isEqualTo(280);
    }

    @Test
    void whatIsKeptIsWhatWasPlannedWith() {
        SampledDemand sampled = (SampledDemand) sampled(LUMPY);
        SampledDemand back = SampledDemand.fromBytes(sampled.toBytes());
        for (double days = 0.5; days < 300; days += 7.3) {
            assertThat(back.mean(days)).isEqualTo(sampled.mean(days));
            assertThat(back.quantile(0.93, days)).isEqualTo(sampled.quantile(0.93, days));
        }
        assertThatThrownBy(() -> SampledDemand.fromBytes(new byte[12])).isInstanceOf(IllegalArgumentException.class);
    }
}
