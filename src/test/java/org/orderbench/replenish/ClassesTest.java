package org.orderbench.replenish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderbench.catalog.Sku;
import org.orderbench.forecast.DemandDistribution;

/** ABC by value, XYZ by how widely demand spreads. */
class ClassesTest {

    private static Sku sku(int company, int product) {
        return new Sku(company, 1, product);
    }

    @Test
    void theFirstFourFifthsOfTheValueAreA() {
        ValueClasses classes = ValueClasses.of(
                Map.of(sku(1, 1), 600.0, sku(1, 2), 250.0, sku(1, 3), 100.0, sku(1, 4), 50.0, sku(2, 5), 1.0), ClassLimits.USUAL);
        assertThat(classes.of(sku(1, 1))).isEqualTo(ValueClass.A);
        assertThat(classes.of(sku(1, 2))).as("begins below 80 %").isEqualTo(ValueClass.A);
        assertThat(classes.of(sku(1, 3))).as("begins at 85 %").isEqualTo(ValueClass.B);
        assertThat(classes.of(sku(1, 4))).as("begins at 95 %").isEqualTo(ValueClass.C);
        assertThat(classes.of(sku(2, 5))).as("each company for itself").isEqualTo(ValueClass.A);
        assertThat(classes.of(sku(1, 9))).as("moved nothing").isEqualTo(ValueClass.C);
    }

    @ParameterizedTest(name = "a spread of {0} of the mean is {1}")
    @CsvSource({"0.1, X", "0.49, X", "0.51, Y", "0.99, Y", "1.01, Z", "5, Z"})
    void theSpreadOverTheStretchToCoverDecides(double spread, Forecastability expected) {
        DemandDistribution demand = new DemandDistribution() {
            @Override
            public double mean(double days) {
                return days;
            }

            @Override
            public double quantile(double p, double days) {
                return days * (1 + (p > 0.5 ? spread : -spread));
            }
        };
        assertThat(Forecastability.of(demand, 21, ClassLimits.USUAL)).isEqualTo(expected);
    }

    @Test
    void whatIsNeverExpectedIsErratic() {
        assertThat(Forecastability.of(new SteadyDemand(0, 1), 21, ClassLimits.USUAL)).isEqualTo(Forecastability.Z);
    }
}
