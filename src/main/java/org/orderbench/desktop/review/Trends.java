package org.orderbench.desktop.review;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Sku;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.proposal.SkuView;
import org.orderbench.replenish.SupplyProjection;

/**
 * The stock that each line's SKU is expected to have, for the small picture in the row: the same figures as in the SKU panel. Worked out in the
 * background, one SKU at a time and only for rows that are on the screen: what scrolled past is forgotten. For the window thread.
 */
final class Trends {

    /** About what a screen holds; the oldest questions are dropped. */
    private static final int WAITING = 60;

    private static final int KEPT = 4_000;

    /**
     * Stock at the ends of days, from today on; negative for unmet demand.
     *
     * @param expected if nothing is ordered
     * @param with     with the proposed order
     * @param level    the reorder level
     */
    record Trend(double[] expected, double[] with, double level) {}

    private record Question(Sku sku, Consumer<Trend> asker) {}

    private final Function<Sku, Optional<SkuView>> views;
    private final Tasks tasks;
    private final Deque<Question> waiting = new ArrayDeque<>();
    private final Map<Sku, Optional<Trend>> known = new LinkedHashMap<>();
    private boolean begun;
    private boolean asking;

    Trends(Function<Sku, Optional<SkuView>> views, Tasks tasks) {
        this.views = views;
        this.tasks = tasks;
    }

    /** From now on: nothing is worked out while the rows themselves are not on the screen yet. */
    void begin() {
        begun = true;
        next();
    }

    /** @return what is known already, or null: then {@code later} hears it once, unless the question is dropped first */
    @Nullable Trend find(Sku sku, Consumer<Trend> later) {
        Optional<Trend> now = known.get(sku);
        if (now != null) {
            return now.orElse(null);
        }
        waiting.push(new Question(sku, later));
        if (waiting.size() > WAITING) {
            waiting.removeLast();
        }
        next();
        return null;
    }

    /** Facts changed: all is worked out anew when it is asked for again. */
    void forget() {
        known.clear();
        waiting.clear();
    }

    private void next() {
        if (!begun || asking || waiting.isEmpty()) {
            return;
        }
        Question question = waiting.pop();
        Optional<Trend> already = known.get(question.sku());
        if (already != null) {
            already.ifPresent(question.asker());
            next();
            return;
        }
        asking = true;
        tasks.run(() -> views.apply(question.sku()).flatMap(Trends::trend), answer -> {
            asking = false;
            if (known.size() >= KEPT) {
                known.remove(known.keySet().iterator().next());
            }
            known.put(question.sku(), answer);
            answer.ifPresent(question.asker());
            next();
        }, failure -> {
            asking = false;
            waiting.clear();
            tasks.fail(failure);
        });
    }

    private static Optional<Trend> trend(SkuView view) {
        SupplyProjection projection = view.projection();
        return projection == null ? Optional.empty() : Optional.of(new Trend(projection.expected(), projection.withOrder(), projection.reorderLevel()));
    }
}
