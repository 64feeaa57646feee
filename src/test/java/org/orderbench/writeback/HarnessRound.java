package org.orderbench.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orderbench.cache.Shortages.Candidate;
import org.orderbench.demo.DemoServer;
import org.orderbench.demo.Fault;

/**
 * One round: some clients approve one to three shortages, overlapping, and push in bad weather three times, then twice in calm. After it: at most one
 * new line for each shortage, exactly one where anybody's cache was fresh, every decision in a state that Odoo bears out, one note on each order, no
 * empty header.
 */
final class HarnessRound {

    private static final int BAD_PUSHES = 3;

    private final LiveOdoo odoo;
    private final List<HarnessClient> clients;
    private final List<Candidate> products;
    private final Random random;
    private final String name;
    private final Set<Candidate> fresh = new HashSet<>();
    private final List<Decided> decisions = new ArrayList<>();
    private final Map<OutboxState, Integer> ends = new EnumMap<>(OutboxState.class);
    private final Map<String, Integer> troubles = new TreeMap<>();
    private @Nullable Integer colleagues;
    private List<Object> colleaguesLines = List.of();

    private record Decided(LiveBench bench, Candidate product, long line) {}

    HarnessRound(LiveOdoo odoo, List<HarnessClient> clients, List<Candidate> products, Random random, String name) {
        this.odoo = odoo;
        this.clients = clients;
        this.products = products;
        this.random = random;
        this.name = name;
    }

    /** How many decisions ended in each state. */
    Map<OutboxState, Integer> ends() {
        return ends;
    }

    /** The server's own troubles; the proxies count theirs. */
    Map<String, Integer> troubles() {
        return troubles;
    }

    /** @return how many lines came to be in Odoo */
    int play(ExecutorService threads) throws Exception {
        List<Candidate> wanted = wanted();
        Map<Candidate, List<Object>> before = new HashMap<>();
        for (Candidate product : wanted) {
            before.put(product, ids(product));
        }
        List<HarnessClient> racing = new ArrayList<>(clients);
        Collections.shuffle(racing, random);
        racing = racing.subList(0, Math.min(racing.size(), 2 + random.nextInt(Math.max(1, clients.size() - 1))));
        if (random.nextInt(4) == 0) {
            draftByHand(wanted);
        }
        for (HarnessClient client : racing) {
            decide(client.bench(), wanted);
            join(client.bench(), wanted.getFirst());
        }
        Candidate byHand = random.nextInt(5) == 0 ? wanted.getFirst() : null;
        if (byHand != null) {
            orderByHand(byHand);
            fresh.remove(byHand);
            before.put(byHand, ids(byHand));
            troubles.merge("ordered by hand", 1, Integer::sum);
        }
        for (int push = 0; push < BAD_PUSHES; push++) {
            spoilServer();
            confirmByHand();
            List<Callable<Boolean>> pushes = new ArrayList<>();
            for (HarnessClient client : racing) {
                Random own = new Random(random.nextLong());
                pushes.add(() -> {
                    client.pushInBadWeather(own);
                    return true;
                });
            }
            together(threads, pushes);
        }
        calm();
        for (HarnessClient client : racing) {
            client.proxy().settle();
        }
        List<HarnessClient> all = racing;
        together(threads, all.stream().<Callable<Boolean>>map(client -> () -> {
            client.push();
            return true;
        }).toList());
        all.forEach(HarnessClient::push);
        int made = 0;
        for (Candidate product : wanted) {
            int lines = check(product, before.getOrDefault(product, List.of()));
            assertThat(product.equals(byHand) && lines > 0).as(name + ": nothing is sent beside what a colleague ordered since").isFalse();
            made += lines;
        }
        assertThat(odoo.lines(colleaguesLines)).as(name + ": a colleague's lines stay where they are").hasSameSizeAs(colleaguesLines)
                .allSatisfy(line -> assertThat(line.get("order_id")).isEqualTo(colleagues));
        assertThat(odoo.searchRead("purchase.order", List.of(List.of("origin", "=like", "OB-%"), List.of("order_line", "=", false)), "name"))
                .as(name + ": no empty header stays")
                .isEmpty();
        return made;
    }

    /** One to three products; of one vendor where there are several, so that they go into one order. */
    private List<Candidate> wanted() {
        Candidate first = products.get(random.nextInt(products.size()));
        List<Candidate> same = new ArrayList<>(products.stream().filter(c -> !c.equals(first) && c.vendor() == first.vendor()).toList());
        Collections.shuffle(same, random);
        List<Candidate> wanted = new ArrayList<>(List.of(first));
        wanted.addAll(same.subList(0, Math.min(same.size(), random.nextInt(3))));
        return wanted;
    }

    private void decide(LiveBench client, List<Candidate> wanted) {
        boolean confirm = random.nextBoolean();
        boolean any = false;
        for (Candidate product : wanted) {
            if (any && random.nextBoolean()) {
                continue;
            }
            any = true;
            boolean synced = random.nextInt(3) > 0;
            if (synced) {
                client.shortages.refresh(product.sku(), purchaseLines(product));
                fresh.add(product);
            }
            Candidate known = client.shortages.candidates().stream().filter(c -> c.sku().equals(product.sku())).findFirst().orElseThrow();
            long line = client.shortages.propose(known, random.nextInt(3));
            // a cache that is stale by exactly its own last order holds that key already: the desk refuses, which is right, too
            if (client.desk.approve(List.of(line), confirm, "Buyer").refused().isEmpty()) {
                decisions.add(new Decided(client, product, line));
            } else {
                assertThat(synced).as(name + ": a fresh decision is never refused").isFalse();
            }
        }
    }

    private void spoilServer() {
        DemoServer demo = odoo.demo;
        for (int i = random.nextInt(3); demo != null && i > 0; i--) {
            Fault fault = switch (random.nextInt(4)) {
                case 0 -> new Fault.FaultAfterCommit();
                case 1 -> new Fault.NoneAfterCommit();
                case 2 -> new Fault.SlowDrip(64, Duration.ofMillis(1));
                default -> new Fault.SerializationLoser();
            };
            troubles.merge("server " + fault.getClass().getSimpleName(), 1, Integer::sum);
            demo.faults().on(
                    (model, method) -> !model.equals("common") && (!(fault instanceof Fault.SerializationLoser) || method.equals("load")),
                    random.nextInt(14), 1 + random.nextInt(2), fault);
        }
    }

    private void calm() {
        if (odoo.demo != null) {
            odoo.demo.faults().clear();
        }
    }

    private static void together(ExecutorService threads, List<Callable<Boolean>> all) throws Exception {
        for (Future<Boolean> done : threads.invokeAll(all)) {
            done.get();
        }
    }

    private List<Map<String, Object>> purchaseLines(Candidate product) {
        return odoo.searchRead(
                "purchase.order.line",
                List.of(List.of("product_id", "=", product.sku().productId()), List.of("order_id.picking_type_id.warehouse_id", "=", product.sku().warehouseId())),
                "order_id", "state", "product_uom_qty", "create_date");
    }

    private List<Object> ids(Candidate product) {
        return purchaseLines(product).stream().map(line -> line.get("id")).toList();
    }

    /** A colleague without Orderbench orders the product after the decisions were made. */
    private void orderByHand(Candidate product) {
        Map<String, Object> values = Map.of(
                "partner_id", product.vendor(), "order_line", List.of(List.of(0, 0, Map.of("product_id", product.sku().productId(), "product_qty", 5))));
        if (odoo.demo != null) {
            odoo.demo.admin().create("purchase.order", values);
        } else {
            odoo.call("purchase.order", "create", List.of(values), Map.of());
        }
    }

    /** A colleague has a draft for the vendor, of something that nobody here is short of. */
    private void draftByHand(List<Candidate> wanted) {
        Map<String, Object> values = Map.of(
                "partner_id", wanted.getFirst().vendor(), "order_line",
                List.of(List.of(0, 0, Map.of("product_id", odoo.somethingElse(products), "product_qty", 5))));
        if (odoo.demo != null) {
            colleagues = odoo.demo.admin().create("purchase.order", values);
        } else if (odoo.call("purchase.order", "create", List.of(values), Map.of()) instanceof Integer id) {
            colleagues = id;
        } else {
            throw new AssertionError(name + ": no id of a new order");
        }
        colleaguesLines = odoo.searchRead("purchase.order.line", List.of(List.of("order_id", "=", colleagues)), "name").stream().map(line -> line.get("id")).toList();
        troubles.merge("colleague's draft", 1, Integer::sum);
    }

    /** Some of the buyers want theirs on it. */
    private void join(LiveBench client, Candidate product) {
        if (colleagues != null && random.nextBoolean()) {
            client.shortages.draft(product, colleagues);
            client.outbox.join(colleagues, "Buyer");
        }
    }

    /** And the colleague may confirm it at any time. */
    private void confirmByHand() {
        if (colleagues != null && random.nextInt(4) == 0) {
            if (odoo.demo != null) {
                odoo.demo.admin().call("purchase.order", "button_confirm", List.of(List.of(colleagues)), Map.of());
            } else {
                odoo.call("purchase.order", "button_confirm", List.of(List.of(colleagues)), Map.of());
            }
        }
    }

    private int check(Candidate product, List<Object> before) {
        List<Map<String, Object>> made = purchaseLines(product).stream().filter(line -> !before.contains(line.get("id"))).toList();
        assertThat(made).as(name + ": at most one line for one shortage").hasSizeLessThanOrEqualTo(1);
        int noted = 0;
        boolean decided = false;
        for (Decided decision : decisions) {
            if (!decision.product().equals(product)) {
                continue;
            }
            decided = true;
            OutboxState state = decision.bench().state(decision.line());
            ends.merge(state, 1, Integer::sum);
            assertThat(state).as(() -> name + ": " + product.code() + " " + decision.bench().entry(decision.line()) + " " + decision.bench().journal.newest(0, 25))
                    .isIn(OutboxState.NOTED, OutboxState.ADOPTED, OutboxState.CONFLICT, OutboxState.PARKED);
            if (state == OutboxState.PARKED) {
                parked(decision, made);
            }
            noted += state == OutboxState.NOTED || state == OutboxState.PARKED ? 1 : 0;
            if (state == OutboxState.CONFLICT) {
                assertThat(decision.bench().outbox.drop(List.of(decision.line()), "Buyer").changed()).hasSize(1);
            }
        }
        if (fresh.contains(product) && decided) {
            assertThat(made).as(() -> name + ": a fresh decision is not lost: " + told(product)).hasSize(1);
            assertThat(noted).as(name + ": whose it is, is said").isPositive();
        }
        if (made.isEmpty()) {
            assertThat(noted).as(name + ": nobody says it is there").isZero();
        } else {
            int order = (Integer) made.getFirst().get("order_id");
            boolean written = decisions.stream().anyMatch(d -> d.product().equals(product) && d.bench().state(d.line()) == OutboxState.NOTED);
            // on a colleague's draft, of this round or one that was chosen in an earlier one, each client that adds lines says why
            assertThat(odoo.notes(order)).as(name + ": one note").hasSizeBetween(written ? 1 : 0, isOurs(order) ? 1 : clients.size());
        }
        return made.size();
    }

    private boolean isOurs(int order) {
        return !odoo.searchRead("purchase.order", List.of(List.of("id", "=", order), List.of("origin", "=like", "OB-%")), "name").isEmpty();
    }

    /** All that is known of the decisions on a product. */
    private String told(Candidate product) {
        return decisions.stream().filter(decision -> decision.product().equals(product))
                .map(decision -> decision.bench().entry(decision.line()) + " " + decision.bench().journal.newest(0, 25)).collect(Collectors.joining("\n"));
    }

    /** Confirming was decided, and another client's other quantity lies on the same order: a draft, and a person is asked. */
    private void parked(Decided decision, List<Map<String, Object>> made) {
        OutboxEntry entry = decision.bench().entry(decision.line());
        assertThat(entry.reason()).as(name).contains("is a draft in Odoo and was not confirmed").contains("as another client wrote it");
        assertThat(made).as(name + ": " + entry).extracting(line -> line.get("order_id")).contains(entry.orderId());
    }
}
