package org.orderbench.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderbench.catalog.DayMoves;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;
import org.orderbench.demand.CleanDemand;
import org.orderbench.demand.DemandCleaner;
import org.orderbench.demand.LargeOrders;
import org.orderbench.replenish.Inherited;
import org.orderbench.replenish.SkuFacts;

/** OLD sold two a day, was out of stock for ten days, and lies with five left; NEW sells since ten days. */
class CacheSuccessorsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final int OLD = 8;
    private static final int NEW = 7;

    @RegisterExtension
    final FreshCache cache = new FreshCache();

    private CacheFacts facts;
    private CacheSuccessors successors;
    private int moveId;

    @BeforeEach
    void anOldAndANewLamp() {
        facts = new CacheFacts(cache.jdbi());
        successors = new CacheSuccessors(cache.database(), Clock.systemUTC());
        sql("insert into connection (address, database_name, login, time_zone) values ('x', 'demo', 'buyer', 'UTC')");
        sql("insert into company values (1, 'Gifts Ltd', 'GBP', 0)");
        sql("insert into warehouse values (1, 'WH', 'Main', 1, 8, 1)");
        sql("insert into location (id, name, usage, warehouse_id) values (4, 'Vendors', 'supplier', null), (5, 'Customers', 'customer', null), (8, 'Stock', 'internal', 1)");
        sql("insert into unit values (1, 'Units', 1, 1, 0.01)");
        for (int id : List.of(NEW, OLD)) {
            sql("insert into product (id, template_id, code, name, barcode, category, unit_id, purchase_unit_id, active, purchasable, storable, cost, list_price)"
                    + " values (?, ?, ?, 'Lamp', null, 'Lights', 1, 1, ?, true, true, 2, 4)", id, id, id == NEW ? "NEW" : "OLD", id == NEW);
        }
        sql("insert into quant values (1, 7, 8, 80, 0), (2, 8, 8, 5, 0)");
        move(OLD, 4, 8, 200, 160);
        for (int day = 200; day > 120; day--) {
            move(OLD, 8, 5, day, 2);
        }
        move(OLD, 4, 8, 110, 205);
        for (int day = 110; day > 10; day--) {
            move(OLD, 8, 5, day, 2);
        }
        move(NEW, 4, 8, 10, 100);
        for (int day = 10; day > 0; day--) {
            move(NEW, 8, 5, day, 2);
        }
    }

    private void sql(String sql, Object... values) {
        cache.jdbi().useHandle(handle -> handle.execute(sql, values));
    }

    private void move(int product, int from, int to, int ago, double quantity) {
        sql("insert into stock_move values (?, ?, ?, ?, 'done', ?, ?, null, null)", ++moveId, product, from, to, TODAY.minusDays(ago).atTime(12, 0).atOffset(ZoneOffset.UTC), quantity);
    }

    private SkuFacts newLamp() {
        return facts.find(new Sku(1, 1, NEW), TODAY).orElseThrow();
    }

    private static CleanDemand demand(SkuFacts of) {
        return DemandCleaner.clean(of.moves(), of.stock().onHand(), of.historyFrom(), of.today(), LargeOrders.NONE);
    }

    @Test
    void aSuccessorInheritsTheHistoryUpToItsOwnFirstMove() {
        assertThat(newLamp().inherited()).isNull();
        assertThat(demand(newLamp()).days()).isEqualTo(10);
        successors.say(NEW, OptionalInt.of(OLD), "ann");
        SkuFacts inherited = newLamp();
        assertThat(inherited.inherited()).isEqualTo(new Inherited("OLD", TODAY.minusDays(11)));
        assertThat(inherited.historyFrom()).isEqualTo(TODAY.minusDays(200));
        assertThat(inherited.history().yearSold()).as("180 days of the old one and 10 of its own").isEqualTo(380);
        assertThat(inherited.stock().onHand()).as("what is left of the old one is not its supply").isEqualTo(Quantity.of(80));
        assertThat(facts.all(TODAY)).filteredOn(each -> each.sku().productId() == OLD).singleElement().satisfies(old -> assertThat(old.inherited()).isNull());
    }

    @Test
    void thePredecessorsStockOutsAreKnownAsSuch() {
        successors.say(NEW, OptionalInt.of(OLD), "ann");
        CleanDemand demand = demand(newLamp());
        assertThat(demand.days()).isEqualTo(200);
        assertThat(demand.censoredDays()).as("the ten days between its two receipts").isEqualTo(10);
        assertThat(demand.steps()).extracting(step -> step.rule()).containsExactly("stock-outs");
    }

    @Test
    void whatIsLeftOfThePredecessorLeavesTheHistoryWithIt() {
        List<DayMoves> old = List.of(new DayMoves(TODAY.minusDays(30), Quantity.ZERO, Quantity.ZERO, Quantity.of(50), Quantity.ZERO));
        Inheritance both = Inheritance.of(List.of(), old, Quantity.of(50), "OLD", TODAY);
        assertThat(both.moves()).last().isEqualTo(new DayMoves(TODAY.minusDays(1), Quantity.ZERO, Quantity.ZERO, Quantity.of(-50), Quantity.ZERO));
        assertThat(Inheritance.of(old, List.of(), Quantity.ZERO, "OLD", TODAY).inherited()).as("it moved nothing before").isNull();
    }

    @Test
    void aChainIsInheritedWholeAndACircleIsRefused() {
        sql("insert into product (id, template_id, code, name, barcode, category, unit_id, purchase_unit_id, active, purchasable, storable, cost, list_price)"
                + " values (9, 9, 'OLDEST', 'Lamp', null, 'Lights', 1, 1, false, true, true, 2, 4)");
        move(9, 4, 8, 300, 90);
        for (int day = 290; day > 200; day--) {
            move(9, 8, 5, day, 1);
        }
        successors.say(OLD, OptionalInt.of(9), "ann");
        successors.say(NEW, OptionalInt.of(OLD), "ann");
        assertThat(newLamp().historyFrom()).isEqualTo(TODAY.minusDays(300));
        assertThat(successors.all()).isEqualTo(Map.of(OLD, 9, NEW, OLD));
        assertThatThrownBy(() -> successors.say(9, OptionalInt.of(NEW), "ann")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("cannot succeed itself");
        assertThatThrownBy(() -> successors.say(NEW, OptionalInt.of(NEW), "ann")).isInstanceOf(IllegalArgumentException.class);
        successors.say(NEW, OptionalInt.empty(), "ann");
        assertThat(newLamp().inherited()).isNull();
    }

    @Test
    void eachChangeIsJournalledAndWhatWasForecastTodayHoldsNoLonger() {
        sql("insert into day_forecast (product_id, warehouse_id, company_id, made_on, on_hand, protection_days, body) values (7, 1, 1, ?, 80, 21, x'00')", TODAY);
        successors.say(NEW, OptionalInt.of(OLD), "ann");
        int kept = cache.jdbi().withHandle(handle -> handle.select("select count(*) from day_forecast").mapTo(Integer.class).one());
        String action = cache.jdbi().withHandle(handle -> handle.select("select action from journal order by seq desc limit 1").mapTo(String.class).one());
        assertThat(kept).isZero();
        assertThat(action).isEqualTo("successor");
    }
}
