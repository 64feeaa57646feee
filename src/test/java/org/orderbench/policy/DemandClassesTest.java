package org.orderbench.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderbench.catalog.Sku;
import org.orderbench.policy.DemandClass.Abc;
import org.orderbench.policy.DemandClass.Xyz;
import org.orderbench.policy.DemandClasses.Usage;

class DemandClassesTest {

    private static Usage usage(int product, long value, double sum, double squares) {
        return new Usage(Fixture.sku(product), BigDecimal.valueOf(value), 4, sum, squares);
    }

    @Test
    void abcByShareOfTheValue() {
        var classes = DemandClasses.of(List.of(usage(1, 50, 4, 4), usage(2, 31, 4, 4), usage(3, 15, 4, 4), usage(4, 4, 4, 4), usage(5, 0, 0, 0)));
        assertThat(List.of(1, 2, 3, 4, 5)).extracting(p -> classes.get(Fixture.sku(p)).abc()).containsExactly(Abc.A, Abc.A, Abc.B, Abc.C, Abc.C);
    }

    @Test
    void xyzByVariationOfTheWeeks() {
        // four weeks: 1,1,1,1 | 0,0,2,2 (variation 1) | 0,0,0,4 (1.73) | none
        var classes = DemandClasses.of(List.of(usage(1, 1, 4, 4), usage(2, 1, 4, 8), usage(3, 1, 4, 16), usage(4, 1, 0, 0)));
        assertThat(List.of(1, 2, 3, 4)).extracting(p -> classes.get(Fixture.sku(p)).xyz()).containsExactly(Xyz.X, Xyz.Y, Xyz.Z, Xyz.Z);
    }

    @Test
    void eachCompanyByItself() {
        var classes = DemandClasses.of(List.of(
                usage(1, 1_000_000, 4, 4), new Usage(new Sku(2, 2, 1), BigDecimal.ONE, 4, 4, 4)));
        assertThat(classes.get(new Sku(2, 2, 1)).abc()).isEqualTo(Abc.A);
    }
}
