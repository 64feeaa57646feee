package org.orderbench.writeback;

/** What came of an order, in one sentence for a buyer. */
final class PushWords {

    private PushWords() {}

    static String of(OutboxOrder order) {
        String reason = order.reason() == null ? "" : " " + order.reason();
        String lines = order.going().size() + (order.going().size() == 1 ? " line" : " lines");
        String sentence = switch (order.state()) {
            case QUEUED -> order.label() + " waits to be sent." + reason;
            case SENDING, DOUBTFUL -> order.label() + " is not settled yet; it is looked up again at the next push." + reason;
            case DRAFTED -> order.label() + " is a draft in Odoo, its note is still to be written." + reason;
            case CONFIRMING -> order.label() + " is a draft in Odoo, its confirmation is to be looked up." + reason;
            case CONFIRMED -> order.label() + " is confirmed in Odoo, its note is still to be written." + reason;
            case NOTED -> order.label() + " is in Odoo with " + lines + ", " + state(order) + "." + reason;
            case CONFLICT -> order.label() + " was not sent: the facts changed since it was decided.";
            case ADOPTED -> order.label() + " needed nothing: somebody else had ordered it.";
            case WITHDRAWN -> order.label() + " was withdrawn." + reason;
            case PARKED -> order.label() + " needs a person." + reason;
        };
        long apart = order.lines().stream().filter(line -> line.apart() == OutboxState.CONFLICT || line.apart() == OutboxState.PARKED).count();
        return apart == 0 || order.going().isEmpty() ? sentence : sentence + " " + apart + (apart == 1 ? " line needs" : " lines need") + " a person.";
    }

    private static String state(OutboxOrder order) {
        return switch (String.valueOf(order.odooState())) {
            case "purchase", "done" -> "confirmed";
            case "to approve" -> "waiting for approval";
            default -> "a draft";
        };
    }
}
