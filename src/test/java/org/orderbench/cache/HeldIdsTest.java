package org.orderbench.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderbench.sync.Census;
import org.orderbench.sync.Mirror;

class HeldIdsTest {

    @RegisterExtension
    final FreshCache cache = new FreshCache();

    @Test
    void aSetOfIdsIsASetKeptOrNot() {
        Random random = new Random(5);
        TreeSet<Long> right = new TreeSet<>();
        for (int round = 0; round < 40; round++) {
            cache.jdbi().useTransaction(handle -> {
                HeldIds held = new HeldIds(handle);
                IdSet ids = held.of(Mirror.DONE_MOVE);
                for (int i = 0; i < 300; i++) {
                    long id = 1L + (random.nextInt(5) == 0 ? random.nextInt(Integer.MAX_VALUE) : random.nextInt(20_000));
                    if (random.nextInt(4) == 0) {
                        ids.remove(id);
                        right.remove(id);
                    } else {
                        ids.add(id);
                        right.add(id);
                    }
                    assertThat(ids.contains(id)).isEqualTo(right.contains(id));
                }
                long after = random.nextInt(20_000);
                long upTo = random.nextBoolean() ? Long.MAX_VALUE : after + random.nextInt(20_000);
                List<Long> within = right.stream().filter(id -> id > after && id <= upTo).toList();
                assertThat(ids.ids(after, upTo)).containsExactly(within.stream().mapToLong(Long::longValue).toArray());
                assertThat(ids.census(after, upTo)).isEqualTo(Census.of(within.size(), within.stream().mapToLong(Long::longValue).sum()));
                held.save();
            });
        }
        cache.jdbi().useHandle(handle -> {
            assertThat(new HeldIds(handle).of(Mirror.DONE_MOVE).ids(0, Long.MAX_VALUE)).hasSize(right.size());
            assertThat(new HeldIds(handle).of(Mirror.PRODUCT).ids(0, Long.MAX_VALUE)).as("of another mirror").isEmpty();
        });
    }

    @Test
    void whatIsKeptAsideIsReadAgainAsItWas() {
        Object[] row = {
            7, 70_000_000_000L, true, false, "Größe \uD83D\uDE00", "", new BigDecimal("-12.345600"), new BigDecimal("1e15"), Instant.ofEpochSecond(1_700_000_000), LocalDate.of(1970, 1, 1), null
        };
        StagedPage again = StagedPage.of(new StagedPage(new long[] {1, 2_147_483_647}, List.<Object[]>of(row, row), new byte[] {1, 2, 3}).toBytes());
        assertThat(again.ids()).containsExactly(1, 2_147_483_647);
        assertThat(again.rows()).hasSize(2).allSatisfy(each -> assertThat(each).isEqualTo(row));
        assertThat(again.moves()).containsExactly(1, 2, 3);
        assertThat(StagedPage.movesOf(again.toBytes())).containsExactly(1, 2, 3);
    }
}
