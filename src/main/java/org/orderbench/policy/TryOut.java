package org.orderbench.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Sku;
import org.orderbench.proposal.Proposal;

/**
 * What a policy would have done with the lines that were decided in the past: a rehearsal, day by day, each day's ceilings counting what the
 * rehearsal itself let through before. Brakes count as released, the data as fresh and the Odoo user as one who may confirm, so what it shows is
 * the most that could have happened.
 *
 * @param orders        by day, then vendor
 * @param todaysFigures lines that nobody judged at the time, so that today's usual order and last price stand in
 */
public record TryOut(String currency, List<Order> orders, int todaysFigures) {

    private static final UserRights BUYER = new UserRights(true, true, false);

    public TryOut {
        orders = List.copyOf(orders);
    }

    /** One line with its verdict, whose trace holds only the checks that did not pass. */
    public record Line(PastLine past, Verdict verdict) {}

    /** The lines of one proposal that were decided on one day. */
    public record Order(LocalDate day, Proposal head, List<Line> lines) {
        public Order {
            lines = List.copyOf(lines);
        }

        public long count(Action action) {
            return lines.stream().filter(line -> line.verdict().action() == action).count();
        }

        /** In the policy's currency; null if a line cannot be valued. */
        public @Nullable BigDecimal value(Action action, String currency) {
            return TryOut.value(lines.stream().filter(line -> line.verdict().action() == action), currency);
        }
    }

    /** @param facts of today: for lines that were not judged at the time, and for the classes that nobody asked for then */
    public static TryOut of(Policy policy, PolicyFacts facts, List<PastLine> past) {
        SortedMap<LocalDate, List<PastLine>> days = new TreeMap<>();
        past.forEach(line -> days.computeIfAbsent(line.day(), day -> new ArrayList<>()).add(line));
        Evaluator evaluator = new Evaluator();
        List<Commitment> soFar = new ArrayList<>();
        List<Order> orders = new ArrayList<>();
        int todays = 0;
        for (Map.Entry<LocalDate, List<PastLine>> day : days.entrySet()) {
            Map<Sku, SkuProfile> profiles = new HashMap<>();
            Map<Long, List<PastLine>> byOrder = new LinkedHashMap<>();
            for (PastLine line : day.getValue()) {
                Sku sku = line.line().basis().sku();
                SkuProfile known = profile(line.profile(), facts.profiles().get(sku));
                todays += line.profile() == null ? 1 : 0;
                if (known != null) {
                    profiles.put(sku, known);
                }
                byOrder.computeIfAbsent(line.order().id(), id -> new ArrayList<>()).add(line);
            }
            List<Proposal> proposals = byOrder.values().stream().map(TryOut::proposal).toList();
            var at = day.getValue().getLast().at();
            PolicyFacts then = new PolicyFacts(at, day.getKey(), at, profiles, BUYER);
            Map<Long, Verdict> verdicts = new HashMap<>();
            evaluator.evaluate(policy, then, proposals, new Exposure(soFar), Brakes.RELEASED).forEach(verdict -> verdicts.put(verdict.lineId(), verdict));
            for (List<PastLine> lines : byOrder.values()) {
                List<Line> judged = new ArrayList<>();
                for (PastLine line : lines) {
                    Verdict verdict = verdicts.get(line.line().id());
                    if (verdict != null) {
                        judged.add(new Line(line, stopped(verdict)));
                        soFar.add(commitment(line, verdict));
                    }
                }
                orders.add(new Order(day.getKey(), lines.getFirst().order(), judged));
            }
        }
        orders.sort(Comparator.comparing(Order::day).thenComparing(order -> order.head().vendorName()).thenComparing(order -> order.head().id()));
        return new TryOut(policy.limits().currency(), orders, todays);
    }

    /** A month holds many lines, so of each no more is kept than what is shown: the checks that held it back. */
    private static Verdict stopped(Verdict verdict) {
        PolicyTrace trace = verdict.trace();
        PolicyTrace held = new PolicyTrace(trace.policyVersion(), trace.slice(), trace.level(), trace.notPassed());
        return new Verdict(verdict.lineId(), verdict.quantity(), verdict.level(), verdict.action(), held);
    }

    private static @Nullable SkuProfile profile(@Nullable SkuProfile then, @Nullable SkuProfile now) {
        if (then == null || then.demandClass() != null || now == null) {
            return then == null ? now : then;
        }
        return new SkuProfile(now.demandClass(), then.usualOrder(), then.lastPrice(), then.lastCurrency(), then.odooOrders(), then.tags());
    }

    private static Proposal proposal(List<PastLine> lines) {
        Proposal head = lines.getFirst().order();
        return new Proposal(
                head.id(), head.companyId(), head.warehouseId(), head.warehouseName(), head.vendorId(), head.vendorName(), head.currency(), head.plannedAt(),
                lines.stream().map(PastLine::line).toList());
    }

    /** What the rehearsal wrote unasked counts so; what people ordered counts in the categories' budgets alone. */
    private static Commitment commitment(PastLine past, Verdict verdict) {
        return new Commitment(
                past.line().basis().sku(), past.order().vendorId(), past.line().category(), verdict.trace().slice(), past.day(), past.line().companyValue(),
                past.line().quantity(), Amount.packs(past.line().quantity(), past.line().orderStep()), verdict.action().unasked());
    }

    /** The same rehearsal, of one slice's lines alone. */
    public TryOut slice(String name) {
        List<Order> its = new ArrayList<>();
        for (Order order : orders) {
            List<Line> lines = order.lines().stream().filter(line -> line.verdict().trace().slice().equals(name)).toList();
            if (!lines.isEmpty()) {
                its.add(new Order(order.day(), order.head(), lines));
            }
        }
        int todays = (int) its.stream().flatMap(order -> order.lines().stream()).filter(line -> line.past().profile() == null).count();
        return new TryOut(currency, its, todays);
    }

    public Stream<Line> lines(Action action) {
        return orders.stream().flatMap(order -> order.lines().stream()).filter(line -> line.verdict().action() == action);
    }

    /** Orders with a line that would have been confirmed unasked. */
    public List<Order> confirmed() {
        return orders.stream().filter(order -> order.count(Action.AUTO_CONFIRM) > 0).toList();
    }

    /** Lines that would have been written unasked, drafted or confirmed. */
    public List<Line> unasked() {
        return orders.stream().flatMap(order -> order.lines().stream()).filter(line -> line.verdict().action().unasked()).toList();
    }

    /** What those lines come to as proposed; null if one cannot be valued. */
    public @Nullable BigDecimal value(Action action) {
        return value(lines(action), currency);
    }

    private static @Nullable BigDecimal value(Stream<Line> lines, String currency) {
        return lines.map(line -> Amount.of(line.past().line(), currency)).reduce(Amount.NONE, Amount::plus).value();
    }

    /** In a sentence for a person: how much would have been written, and what people made of it instead. */
    public String words() {
        List<Line> unasked = unasked();
        long all = orders.stream().mapToLong(order -> order.lines().size()).sum();
        if (unasked.isEmpty()) {
            return "Of " + all + " decided lines none would have been written unasked.";
        }
        long unedited = unasked.stream().filter(line -> line.past().unedited()).count();
        long refused = unasked.stream().filter(line -> line.past().outcome() != Ruling.Outcome.APPROVED).count();
        BigDecimal confirmed = value(Action.AUTO_CONFIRM);
        return "Of " + all + " decided lines " + lines(Action.AUTO_CONFIRM).count() + " would have been confirmed unasked"
                + (confirmed == null ? "" : " (" + Ceilings.plain(confirmed) + " " + currency + ")") + " and " + lines(Action.AUTO_DRAFT).count()
                + " drafted. Of these " + unasked.size() + ", people ordered " + unedited + " as proposed, changed " + (unasked.size() - unedited - refused)
                + " and did not order " + refused + ".";
    }
}
