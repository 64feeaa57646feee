package org.orderbench.sync;

import java.util.List;

/**
 * Something odd that a sync met, counted.
 *
 * @param model   Odoo's name of the records' kind
 * @param samples ids of the first few, for looking them up in Odoo
 */
public record SyncWarning(Oddity kind, String model, long count, List<Long> samples) {

    public String words() {
        return count + " × " + model + " " + kind.words() + (samples.isEmpty() ? "." : " (for example id " + String.join(", ", samples.stream().map(String::valueOf).toList()) + ").");
    }
}
