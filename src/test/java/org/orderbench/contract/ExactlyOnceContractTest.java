package org.orderbench.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooFailure;

/** What {@code odoo-facts.md} says under "Exactly once, with no custom module". */
@ParameterizedClass
@MethodSource("org.orderbench.contract.Target#all")
class ExactlyOnceContractTest {

    private static final List<String> HEADER = List.of("id", "partner_id/.id", "origin");
    private static final List<String> LINE = List.of("id", "order_id/.id", "product_id/.id", "product_qty");
    private static final int CLIENTS = 6;

    @Parameter
    Target target;

    private Desk desk;

    @BeforeEach
    void open() throws OdooException {
        desk = new Desk(target);
    }

    @AfterEach
    void close() throws OdooException {
        desk.close();
    }

    private int header(String name) throws OdooException {
        return Desk.id(desk.load("purchase.order", HEADER, List.of(List.of(desk.key(name), String.valueOf(desk.vendor()), "contract")), Desk.CREATE_ONCE));
    }

    private Map<?, ?> line(String name, int order, String quantity) throws OdooException {
        return desk.load("purchase.order.line", LINE, List.of(List.of(desk.key(name), String.valueOf(order), String.valueOf(desk.product()), quantity)), Desk.CREATE_ONCE);
    }

    private double quantity(int order) throws OdooException {
        return (Double) desk.lines(order).getFirst().get("product_qty");
    }

    @Test
    void loadMakesOrderAndLineUnderTheirKeys() throws Exception {
        Map<?, ?> loaded = desk.loadOrder("a", 12, Desk.UTC);
        int order = Desk.id(loaded);
        assertThat((List<?>) loaded.get("messages")).isEmpty();
        assertThat(desk.reference(desk.key("a"))).contains(order);
        assertThat(desk.reference(desk.key("a_line"))).contains((Integer) desk.lines(order).getFirst().get("id"));
        assertThat((Object) desk.row("purchase.order", order, "state").get("state")).isEqualTo("draft");
    }

    @Test
    void furtherLinesAreRowsWithEmptyCellsInTheOrdersColumns() throws Exception {
        int order = Desk.id(desk.load("purchase.order", List.of("id", "partner_id/.id", "order_line/id", "order_line/product_id/.id", "order_line/product_qty"), List.of(
                List.of(desk.key("two"), String.valueOf(desk.vendor()), desk.key("two_1"), String.valueOf(desk.product()), "12"),
                List.of("", "", desk.key("two_2"), String.valueOf(desk.product()), "7")), Desk.UTC));
        assertThat(desk.lines(order)).hasSize(2);
    }

    @Test
    void priceNameAndDateAreComputedWhereTheirColumnIsAbsent() throws Exception {
        Map<?, ?> line = desk.lines(desk.newOrder("computed", 12)).getFirst();
        assertThat((Double) line.get("price_unit")).isPositive();
        assertThat((String) line.get("name")).isNotBlank();
        assertThat((Object) line.get("date_planned")).isInstanceOf(String.class);
    }

    @Test
    void theSameCallAgainIsTheSameOrder() throws Exception {
        int order = desk.newOrder("again", 12);
        assertThat(desk.newOrder("again", 12)).isEqualTo(order);
        assertThat(desk.lines(order)).hasSize(1);
    }

    @Test
    void loadWritesOverWhatSomebodyEditedUnlessToldToCreateOnce() throws Exception {
        int order = Desk.id(desk.loadOrder("edited", 12, Desk.CREATE_ONCE));
        Object line = desk.lines(order).getFirst().get("id");
        desk.call("purchase.order.line", "write", List.of(List.of(line), Map.of("product_qty", 99.0)), Map.of());
        desk.loadOrder("edited", 12, Desk.CREATE_ONCE);
        assertThat(quantity(order)).as("create-once").isEqualTo(99.0);
        desk.loadOrder("edited", 12, Desk.UTC);
        assertThat(quantity(order)).as("as it comes").isEqualTo(12.0);
    }

    @Test
    void createOnceProtectsOnlyWhatWasMadeSo() throws Exception {
        int order = desk.newOrder("unprotected", 12);
        Object line = desk.lines(order).getFirst().get("id");
        desk.call("purchase.order.line", "write", List.of(List.of(line), Map.of("product_qty", 99.0)), Map.of());
        desk.loadOrder("unprotected", 12, Desk.CREATE_ONCE);
        assertThat(quantity(order)).isEqualTo(12.0);
    }

    @Test
    void linesWithoutAKeyOfTheirOwnAreAppendedAgain() throws Exception {
        List<String> fields = List.of("id", "partner_id/.id", "order_line/product_id/.id", "order_line/product_qty");
        List<List<Object>> rows = List.of(List.of(desk.key("loose"), String.valueOf(desk.vendor()), String.valueOf(desk.product()), "3"));
        int order = Desk.id(desk.load("purchase.order", fields, rows, Desk.UTC));
        desk.load("purchase.order", fields, rows, Desk.UTC);
        assertThat(desk.lines(order)).hasSize(2);
    }

    @Test
    void loadOntoACancelledOrderSucceedsAndItStaysCancelled() throws Exception {
        int order = desk.newOrder("dead", 12);
        desk.cancel(order);
        assertThat(desk.newOrder("dead", 12)).isEqualTo(order);
        assertThat((Object) desk.row("purchase.order", order, "state").get("state")).isEqualTo("cancel");
    }

    @Test
    void aSecondOrderThatNamesALineMovesItAway() throws Exception {
        int first = desk.newOrder("first", 5);
        int second = Desk.id(desk.load("purchase.order", List.of("id", "partner_id/.id", "order_line/id", "order_line/product_id/.id", "order_line/product_qty"),
                List.of(List.of(desk.key("second"), String.valueOf(desk.vendor()), desk.key("first_line"), String.valueOf(desk.product()), "5")), Desk.UTC));
        assertThat(desk.lines(first)).isEmpty();
        assertThat(desk.lines(second)).hasSize(1);
    }

    @Test
    void headerFirstThenLinesAndNothingCanBeStolen() throws Exception {
        int first = header("h1");
        int second = header("h2");
        int line = Desk.id(line("shared", first, "12"));
        assertThat(Desk.id(line("shared", second, "8"))).isEqualTo(line);
        assertThat((Object) desk.row("purchase.order.line", line, "order_id").get("order_id")).isEqualTo(first);
        assertThat(desk.lines(second)).isEmpty();
        assertThat((Double) desk.lines(first).getFirst().get("price_unit")).as("computed as before").isPositive();
    }

    @Test
    void sixClientsWithOneKeyMakeOneOrder() throws Exception {
        Set<Object> outcomes = new HashSet<>(atOnce(client -> desk.loadOrder("race", 12, Desk.CREATE_ONCE).get("ids")));
        outcomes.remove(false);
        int order = desk.reference(desk.key("race")).orElseThrow();
        assertThat(outcomes).allSatisfy(ids -> assertThat(ids).isEqualTo(List.of(order)));
        assertThat(desk.rows("purchase.order", List.of(List.of("id", "=", order)), List.of("id"), 9)).hasSize(1);
        assertThat(desk.lines(order)).hasSize(1);
    }

    @Test
    void sixClientsWithSixOrdersAndOneLineKeyMakeOneLine() throws Exception {
        List<Integer> orders = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            orders.add(header("race" + i));
        }
        atOnce(client -> line("raced", orders.get(client), "12"));
        int line = desk.reference(desk.key("raced")).orElseThrow();
        for (int order : orders) {
            assertThat(Desk.id(line("raced", order, "12"))).as("the winner's line on the second attempt").isEqualTo(line);
        }
        int lines = 0;
        for (int order : orders) {
            lines += desk.lines(order).size();
        }
        assertThat(lines).isEqualTo(1);
    }

    private interface Client {
        Object act(int number) throws Exception;
    }

    private static List<Object> atOnce(Client client) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(CLIENTS)) {
            List<Callable<Object>> calls = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                int number = i;
                calls.add(() -> client.act(number));
            }
            List<Object> answers = new ArrayList<>();
            for (Future<Object> answer : pool.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    @Test
    void anAbsentKeySaysSoAndTheTableOfKeysCannotBeRead() throws Exception {
        assertThat(desk.reference(desk.key("never"))).isEmpty();
        assertThat(desk.failure("ir.model.data", "search_read", List.of(), Map.of("domain", List.of(), "fields", List.of("name"), "limit", 1))).isInstanceOf(OdooFailure.Forbidden.class);
    }

    @Test
    void deletingTheOrderFreesItsKeys() throws Exception {
        int order = desk.newOrder("freed", 1);
        desk.cancel(order);
        desk.delete(order);
        assertThat(desk.reference(desk.key("freed"))).isEmpty();
        assertThat(desk.call("ir.model.data", "check_object_reference", List.of((Object[]) desk.key("freed_line").split("\\.")), Map.of()))
                .as("the line's key stays, and names nothing").isEqualTo(List.of("purchase.order.line", false));
        assertThat(desk.newOrder("freed", 1)).isNotEqualTo(order);
    }

    @Test
    void aDateTimeCellIsReadInTheContextsTimeZone() throws Exception {
        List<String> fields = List.of("id", "partner_id/.id", "order_line/id", "order_line/product_id/.id", "order_line/product_qty", "order_line/date_planned");
        int utc = Desk.id(desk.load("purchase.order", fields, List.of(List.of(desk.key("utc"), String.valueOf(desk.vendor()), desk.key("utc_l"), String.valueOf(desk.product()), "1",
                "2030-12-24 12:00:00")), Desk.UTC));
        int berlin = Desk.id(desk.load("purchase.order", fields, List.of(List.of(desk.key("cet"), String.valueOf(desk.vendor()), desk.key("cet_l"), String.valueOf(desk.product()), "1",
                "2030-12-24 12:00:00")), Map.of("tz", "Europe/Berlin")));
        assertThat((Object) desk.lines(utc).getFirst().get("date_planned")).isEqualTo("2030-12-24 12:00:00");
        assertThat((Object) desk.lines(berlin).getFirst().get("date_planned")).isEqualTo("2030-12-24 11:00:00");
    }

    @Test
    void anEmptyCellIsAValue() throws Exception {
        int order = Desk.id(desk.load("purchase.order", List.of("id", "partner_id/.id", "order_line/id", "order_line/product_id/.id", "order_line/product_qty", "order_line/price_unit"),
                List.of(List.of(desk.key("free"), String.valueOf(desk.vendor()), desk.key("free_l"), String.valueOf(desk.product()), "12", "")), Desk.UTC));
        assertThat((Double) desk.lines(order).getFirst().get("price_unit")).isZero();
    }

    @Test
    void errorsComeAsMessagesAndNothingIsMade() throws Exception {
        Map<?, ?> answer = desk.load("purchase.order", List.of("id", "partner_id/.id", "origin"), List.of(List.of(desk.key("bad"), "99999999", "contract")), Desk.UTC);
        assertThat((Object) answer.get("ids")).isEqualTo(false);
        assertThat((List<?>) answer.get("messages")).isNotEmpty().first().satisfies(each -> {
            Map<?, ?> message = (Map<?, ?>) each;
            assertThat((Object) message.get("type")).isEqualTo("error");
            assertThat((String) message.get("message")).isEqualTo("No matching record found for database id '99999999' in field 'Vendor'");
        });
        assertThat(desk.reference(desk.key("bad"))).isEmpty();
    }

    @Test
    void anUnknownColumnIsAFault() {
        assertThat(desk.failure("purchase.order", "load", List.of(List.of("id", "nope"), List.of(List.of(desk.key("col"), "x"))), Map.of("context", Desk.UTC)))
                .isInstanceOf(OdooFailure.ServerFault.class);
    }

    @Test
    void quantitiesBelowTheMinimumAreAcceptedSilently() throws Exception {
        assertThat(quantity(desk.newOrder("tiny", 0.5))).isEqualTo(0.5);
    }
}
