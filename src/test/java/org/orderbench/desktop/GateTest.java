package org.orderbench.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateTest {

    @Test
    void whatComesEarlyWaitsAndIsDoneInItsOrder() {
        List<String> done = new ArrayList<>();
        List<Runnable> later = new ArrayList<>();
        Gate gate = new Gate();
        gate.execute(() -> done.add("first"));
        gate.execute(() -> {
            done.add("second");
            gate.execute(() -> done.add("asked for by the second"));
        });
        assertThat(done).isEmpty();

        gate.open(later::add);
        assertThat(done).containsExactly("first", "second");

        gate.execute(() -> done.add("third"));
        later.forEach(Runnable::run);
        assertThat(done).containsExactly("first", "second", "asked for by the second", "third");
    }
}
