package org.orderbench.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderbench.Wiring;
import org.orderbench.catalog.Sku;
import org.orderbench.demand.LargeOrders;
import org.orderbench.proposal.LargeOrder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code settings large-order}: which large orders of a SKU were one-offs and which will come again. */
@Command(
        name = "large-order",
        description = "Lists a SKU's large orders and how they are learned; with --day says whether one was a one-off or will come again.",
        mixinStandardHelpOptions = true)
final class LargeOrderCommand extends SettingsCommand.Base {

    @Option(names = "--sku", required = true, paramLabel = "CODE", description = "The product, by its internal reference or id.")
    String sku = "";

    @Option(names = "--warehouse", paramLabel = "CODE", description = "Which warehouse, where there are several.")
    @Nullable String warehouse;

    @Option(names = "--day", paramLabel = "DAY", description = "The day on which the order left, such as 2026-03-31.")
    @Nullable String day;

    @Option(names = "--says", paramLabel = "WORD", description = "one-off, recurs, or rule to leave it to the rule again.")
    @Nullable String says;

    @Override
    int settings(Wiring wiring, Terminal terminal) {
        Sku of = wiring.scopes().find(sku, Optional.ofNullable(warehouse));
        if ((day == null) != (says == null)) {
            throw new IllegalArgumentException("Say both --day and --says, or neither to list the large orders.");
        }
        if (day != null && says != null) {
            LocalDate on = day(day);
            if (orders(wiring, of).stream().noneMatch(order -> order.day().equals(on)) && !"rule".equals(says)) {
                throw new IllegalArgumentException("No large order of " + sku + " left on " + on + ". Without --day they are listed.");
            }
            wiring.largeOrders().say(of, on, verdict(says), wiring.buyer());
        }
        List<LargeOrder> orders = orders(wiring, of);
        TextTable table = new TextTable("Day", "Order", "Day counts as", "By");
        orders.forEach(order -> table.row(order.day(), order.units(), "%.2f".formatted(order.demand()), by(order)));
        terminal.say(orders.isEmpty() ? sku + " has no large orders." : table.render());
        terminal.result(Map.of("sku", sku, "largeOrders", orders.stream().map(LargeOrderCommand::document).toList()));
        return ExitCode.DONE;
    }

    private static List<LargeOrder> orders(Wiring wiring, Sku sku) {
        return wiring.planner().view(sku, wiring.today()).map(view -> LargeOrder.of(view.facts())).orElse(List.of());
    }

    private static String by(LargeOrder order) {
        return order.verdict() == null ? order.oneOff() ? "rule: one-off" : "rule: in full" : order.verdict() == LargeOrders.Verdict.ONE_OFF ? "buyer: one-off" : "buyer: recurs";
    }

    private static Map<String, Object> document(LargeOrder order) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("day", order.day().toString());
        document.put("order", order.units().toString());
        document.put("countsAs", order.demand());
        document.put("oneOff", order.oneOff());
        document.put("buyer", order.verdict() == null ? "" : order.verdict().name());
        return document;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("--day must be a date such as 2026-03-31, but is " + text + ".", e);
        }
    }

    private static LargeOrders.@Nullable Verdict verdict(String word) {
        return switch (word) {
            case "one-off" -> LargeOrders.Verdict.ONE_OFF;
            case "recurs" -> LargeOrders.Verdict.RECURS;
            case "rule" -> null;
            default -> throw new IllegalArgumentException("--says must be one-off, recurs or rule, but is " + word + ".");
        };
    }
}
