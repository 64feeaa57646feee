package org.orderbench.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.orderbench.cache.CacheDatabase;

/** Facts that are read for many orders at once: fewer reads, and nothing sent on what is no longer so. */
class FactsAheadTest {

    private final FakeOdoo odoo = new FakeOdoo();
    private final JumpingClock clock = new JumpingClock();
    private final Bench bench = new Bench(CacheDatabase.inMemory("ahead-" + UUID.randomUUID()), odoo, clock);

    @AfterEach
    void close() {
        bench.close();
    }

    /** One order a vendor. */
    private List<Long> approve(int orders) {
        List<Long> lines = new ArrayList<>();
        for (int i = 0; i < orders; i++) {
            lines.add(bench.propose(100 + i, 3 + i, null));
        }
        bench.desk.approve(lines, true, "Ann");
        return lines;
    }

    private long reads(String call) {
        return odoo.calls.stream().filter(call::equals).count();
    }

    @Test
    void circumstancesAreReadOnceForAllAndWhatIsOnOrderForEach() {
        List<Long> lines = approve(5);
        bench.pusher.push();
        assertThat(lines).allSatisfy(line -> assertThat(bench.state(line)).isEqualTo(OutboxState.NOTED));
        assertThat(reads("circumstances")).isEqualTo(1);
        assertThat(reads("facts")).isEqualTo(5);
    }

    @Test
    void whatIsOnOrderIsReadRightBeforeEachIsSent() {
        List<Long> lines = approve(2);
        odoo.after = call -> {
            if (call.equals("confirm")) {
                odoo.after = FakeOdoo.Fault.NONE;
                odoo.draftByHand(Bench.sku(101), 9, 24);
            }
        };
        bench.pusher.push();
        assertThat(bench.state(lines.get(0))).isEqualTo(OutboxState.NOTED);
        assertThat(bench.state(lines.get(1))).isEqualTo(OutboxState.CONFLICT);
    }

    @Test
    void circumstancesGrowOldByTheClockOnTheWall() {
        List<Long> lines = approve(2);
        odoo.after = call -> {
            if (call.equals("confirm")) {
                odoo.after = FakeOdoo.Fault.NONE;
                clock.jump(FactsAhead.FRESH.plus(Duration.ofSeconds(1)));
                odoo.price(101, "9.5");
            }
        };
        bench.pusher.push();
        assertThat(bench.state(lines.get(1))).isEqualTo(OutboxState.CONFLICT);
    }

    /** Goods that came in between the two reads are in neither: that alone is no reason to ask the buyer. */
    @Test
    void aDifferenceBetweenTwoReadsIsNoConflict() {
        List<Long> lines = approve(2);
        odoo.after = call -> {
            if (call.equals("circumstances")) {
                odoo.after = FakeOdoo.Fault.NONE;
                odoo.price(100, "2.5");
            }
        };
        odoo.price(100, "9.5");
        bench.pusher.push();
        assertThat(bench.state(lines.get(0))).isEqualTo(OutboxState.NOTED);
        assertThat(reads("circumstances")).isEqualTo(2);
    }
}
