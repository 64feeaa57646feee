package org.orderbench.replenish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.orderbench.replenish.Facts.TODAY;

import org.junit.jupiter.api.Test;

/** Stock day by day: four units a day, 14 days of lead time and 7 of review. */
class ProjectorTest {

    private static Assessment.Planned planned(Facts facts, ForecastFunction demand) {
        return (Assessment.Planned) new Replenishment(ReplenishmentTest.PLAIN).assess(facts.sells("2.00", 14, 0).build(), demand, ValueClass.A);
    }

    @Test
    void stockFallsWithDemandAndRisesWithReceiptsAndWithTheOrder() {
        Assessment.Planned planned = planned(Facts.sku().onHand(30).incoming("P1", 20, TODAY.plusDays(5)), Demand.exactly(4));
        SupplyProjection path = Projector.project(planned);
        assertThat(path.expected()[0]).as("tonight").isEqualTo(30);
        assertThat(path.expected()[4]).isCloseTo(14, within(1e-9));
        assertThat(path.expected()[5]).as("20 come in").isCloseTo(30, within(1e-9));
        assertThat(path.expected()[20]).isCloseTo(-30, within(1e-9));
        assertThat(path.withOrder()[13]).as("the order is not there yet").isEqualTo(path.expected()[13]);
        assertThat(path.withOrder()[14]).isEqualTo(path.expected()[14] + planned.quantity().toDouble());
        assertThat(path.arrivals()).singleElement().satisfies(arrival -> assertThat(arrival.orderName()).isEqualTo("P1"));
    }

    @Test
    void theFirstDayShortAndTheDayOfTheLastUnitAreTold() {
        Assessment.Planned planned = planned(Facts.sku().onHand(40), Demand.exactly(4));
        assertThat(planned.runsOutOn()).as("40 last ten days").isEqualTo(TODAY.plusDays(10));
        assertThat(Projector.project(planned).shortageOn()).isEqualTo(planned.shortageOn()).isNotNull();
        assertThat(planned.unserved()).as("11 of the 21 days that the next order takes").isCloseTo(44, within(1e-9));
    }

    @Test
    void theFanOpensAroundTheMean() {
        SupplyProjection path = Projector.project(planned(Facts.sku().onHand(200), Demand.lively(4)));
        for (int day = 1; day < path.expected().length; day++) {
            assertThat(path.low()[day]).isLessThan(path.expected()[day]);
            assertThat(path.high()[day]).isGreaterThan(path.expected()[day]);
            assertThat(path.high()[day] - path.low()[day]).as("day %d", day).isGreaterThanOrEqualTo(path.high()[day - 1] - path.low()[day - 1]);
        }
    }

    @Test
    void aDraftThatDoesNotCountIsShownAndDoesNotLiftTheLine() {
        ReplenishmentSettings usual = ReplenishmentTest.PLAIN;
        ReplenishmentSettings apart = new ReplenishmentSettings(
                usual.serviceLevels(), usual.classLimits(), 7, usual.cycleDays(), false, usual.ruleMode(), 0.25, 180, usual.overrides(), usual.vendors(),
                usual.receiving(), null);
        Assessment.Planned planned = (Assessment.Planned) new Replenishment(apart)
                .assess(Facts.sku().onHand(30).line("P2", "draft", 50, TODAY.plusDays(20)).sells("2.00", 14, 0).build(), Demand.exactly(4), ValueClass.A);
        SupplyProjection path = Projector.project(planned);
        assertThat(path.expected()[20]).isCloseTo(-50, within(1e-9));
        assertThat(path.arrivals()).singleElement().satisfies(arrival -> assertThat(arrival.standing()).isEqualTo(SupplyProjection.Standing.DRAFT));
    }
}
