package org.orderbench.desktop.review;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;

/** Which lines are marked for the next action: it outlives scrolling, sorting and filtering. For the window thread. */
final class Marking {

    private final Set<Long> marked = new LinkedHashSet<>();
    private final ReadOnlyIntegerWrapper revision = new ReadOnlyIntegerWrapper(this, "revision");

    boolean has(long line) {
        return marked.contains(line);
    }

    boolean isEmpty() {
        return marked.isEmpty();
    }

    int size() {
        return marked.size();
    }

    List<Long> all() {
        return List.copyOf(marked);
    }

    /** Marks all of some lines, or, if they all are, none. */
    void toggle(Collection<Long> lines) {
        if (marked.containsAll(lines)) {
            lines.forEach(marked::remove);
        } else {
            marked.addAll(lines);
        }
        changed();
    }

    void add(Collection<Long> lines) {
        marked.addAll(lines);
        changed();
    }

    void clear() {
        marked.clear();
        changed();
    }

    void removeIf(Predicate<Long> gone) {
        if (marked.removeIf(gone)) {
            changed();
        }
    }

    /** @return whether all, some (null) or none of the lines are marked */
    @Nullable Boolean share(Collection<Long> lines) {
        if (marked.isEmpty()) {
            return false;
        }
        long hits = lines.stream().filter(marked::contains).count();
        return hits == 0 ? Boolean.FALSE : hits == lines.size() ? Boolean.TRUE : null;
    }

    private void changed() {
        revision.set(revision.get() + 1);
    }

    /** Rises when other lines are marked than before. */
    ReadOnlyIntegerProperty revision() {
        return revision.getReadOnlyProperty();
    }
}
