package org.orderbench.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The faults that a test has ordered. The first rule that fits a call and has skipped its number hits it; a rule that has hit its number of times is used up. Safe for
 * threads.
 */
public final class Faults {

    private static final class Rule {
        private final BiPredicate<String, String> fits;
        private final Fault fault;
        private int skip;
        private int times;

        private Rule(BiPredicate<String, String> fits, int skip, int times, Fault fault) {
            this.fits = fits;
            this.skip = skip;
            this.times = times;
            this.fault = fault;
        }
    }

    private final List<Rule> rules = new ArrayList<>();

    /** The next call of this method is hit. */
    public void next(String model, String method, Fault fault) {
        times(1, model, method, fault);
    }

    /** The next {@code times} calls of this method are hit. */
    public void times(int times, String model, String method, Fault fault) {
        on((m, n) -> m.equals(model) && n.equals(method), 0, times, fault);
    }

    /** The {@code n}th call of this method from now on is hit; 1 is the next. */
    public void nth(int n, String model, String method, Fault fault) {
        on((m, name) -> m.equals(model) && name.equals(method), n - 1, 1, fault);
    }

    /**
     * @param fits  asked with model and method of each call; services go by {@code common} and {@code db}
     * @param skip  how many fitting calls pass unharmed first
     * @param times how many are hit then
     */
    public synchronized void on(BiPredicate<String, String> fits, int skip, int times, Fault fault) {
        rules.add(new Rule(fits, skip, times, fault));
    }

    /** Forgets every fault that was ordered. */
    public synchronized void clear() {
        rules.clear();
    }

    /** Whether every ordered fault has struck. */
    public synchronized boolean isEmpty() {
        return rules.isEmpty();
    }

    /** The fault for this call, if one was ordered. */
    public synchronized @Nullable Fault take(String model, String method) {
        Rule hit = null;
        for (Rule rule : rules) {
            if (rule.fits.test(model, method)) {
                if (rule.skip > 0) {
                    rule.skip--;
                } else if (hit == null) {
                    hit = rule;
                }
            }
        }
        if (hit == null) {
            return null;
        }
        hit.times--;
        rules.removeIf(rule -> rule.times <= 0);
        return hit.fault;
    }
}
