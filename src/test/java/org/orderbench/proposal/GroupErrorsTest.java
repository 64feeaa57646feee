package org.orderbench.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orderbench.catalog.Sku;
import org.orderbench.forecast.Tracking;
import org.orderbench.replenish.ValueClass;

class GroupErrorsTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate THURSDAY = MONDAY.plusDays(3);

    private final HeldForecasts log = new HeldForecasts();
    private final GroupErrors errors = new GroupErrors(log);

    private void keep(int product, String category, int weeksAgo, double mean, double value, @Nullable Double actual) {
        log.keep(List.of(new KeptForecast(new Sku(1, 1, product), MONDAY.minusWeeks(weeksAgo), mean, 1.5 * mean, 4, category, 5, value, actual)));
    }

    @Test
    void aCategoryIsJudgedByValueOverAllItsSkus() {
        keep(1, "Lamps", 1, 12, 10, 10.0);
        keep(2, "Lamps", 1, 10, 1, 20.0);
        keep(3, "Bags", 1, 99, 1, 1.0);
        keep(4, "Lamps", 1, 7, 1, null);
        Tracking.Score lamps = errors.of(1, "Lamps", THURSDAY);
        assertThat(lamps.count()).isEqualTo(2);
        assertThat(lamps.bias()).as("20 too much of 100, 10 too little of 20").isCloseTo(10 / 120.0, within(1e-9));
        assertThat(lamps.coverage()).as("15 held 10, 15 did not hold 20").isEqualTo(0.5);
        assertThat(lamps.mase()).as("errors of 2 and 10 in changes of 4").isCloseTo(1.5, within(1e-9));
        assertThat(lamps.rmsse()).isCloseTo(Math.sqrt((0.25 + 6.25) / 2), within(1e-9));
        assertThat(lamps.signal()).as("one week tells no direction").isNaN();
        assertThat(errors.of(1, "Hats", THURSDAY).count()).isZero();
        assertThat(errors.of(2, "Lamps", THURSDAY).count()).as("another company").isZero();
    }

    @Test
    void itLeansWhereTheWeeksDoWhateverTheOrderOfItsSkus() {
        for (int week = 1; week <= GroupErrors.WEEKS; week++) {
            keep(1, "Lamps", week, 10, 1, 20.0);
            keep(2, "Lamps", week, 12, 1, 8.0);
        }
        Tracking.Score lamps = errors.of(1, "Lamps", THURSDAY);
        assertThat(lamps.signal()).as("each week six too little").isEqualTo(-1);
        assertThat(lamps.leans()).isTrue();
    }

    @Test
    void onlyTheLastWeeksCount() {
        keep(1, "Lamps", GroupErrors.WEEKS + 1, 10, 1, 20.0);
        assertThat(errors.of(1, "Lamps", THURSDAY).count()).isZero();
    }

    @Test
    void whatIsSettledLaterIsReadOnceToldSo() {
        assertThat(errors.of(1, "Lamps", THURSDAY).count()).isZero();
        keep(1, "Lamps", 1, 10, 1, 20.0);
        assertThat(errors.of(1, "Lamps", THURSDAY).count()).as("read once").isZero();
        errors.forget();
        assertThat(errors.of(1, "Lamps", THURSDAY).count()).isEqualTo(1);
    }

    @Test
    void anAbcClassIsJudgedOverAllItsSkusOfOneCompany() {
        keep(1, "Lamps", 1, 12, 10, 10.0);
        keep(2, "Bags", 1, 10, 1, 20.0);
        keep(3, "Bags", 1, 99, 1, 1.0);
        Function<Sku, ValueClass> classes = sku -> sku.productId() < 3 ? ValueClass.A : ValueClass.C;
        assertThat(errors.of(1, ValueClass.A, classes, THURSDAY).bias()).as("lamps and bags alike").isCloseTo(10 / 120.0, within(1e-9));
        assertThat(errors.of(1, ValueClass.C, classes, THURSDAY).count()).isEqualTo(1);
        assertThat(errors.of(1, ValueClass.B, classes, THURSDAY).count()).isZero();
        assertThat(errors.of(2, ValueClass.A, classes, THURSDAY).count()).as("another company").isZero();
    }
}
