package org.orderbench.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.orderbench.catalog.Sku;
import org.orderbench.proposal.LineBasis;

class KeysTest {

    private static final Instant CREATED = Instant.parse("2026-11-20T23:30:00Z");

    private static LineKey key(int company, int warehouse, int product, Integer newest, Instant created, int part) {
        return LineKey.of(new LineBasis(new Sku(company, warehouse, product), newest, created, part));
    }

    @Test
    void theSameSupplyMakesTheSameKeyOnEveryDayAndMachine() {
        assertThat(key(1, 2, 3, 40, CREATED, 0)).isEqualTo(key(1, 2, 3, 40, CREATED.plusSeconds(60), 0));
        assertThat(key(1, 2, 3, null, null, 0).externalId()).as("pinned: a change would let old clients and new ones order twice")
                .isEqualTo("orderbench.line_" + key(1, 2, 3, null, null, 0).hex()).hasSize("orderbench.line_".length() + 32);
    }

    @Test
    void anythingElseMakesAnotherKey() {
        Set<LineKey> keys = new HashSet<>(List.of(
                key(1, 2, 3, 40, CREATED, 0), key(2, 2, 3, 40, CREATED, 0), key(1, 3, 3, 40, CREATED, 0), key(1, 2, 4, 40, CREATED, 0),
                key(1, 2, 3, 41, CREATED, 0), key(1, 2, 3, 40, CREATED.plusSeconds(3600), 0), key(1, 2, 3, 40, CREATED, 1), key(1, 2, 3, null, null, 0)));
        assertThat(keys).hasSize(8);
    }

    @Test
    void randomBasesNeverCollide() {
        Random random = new Random(42);
        Set<LineKey> keys = new HashSet<>();
        Set<LineBasis> bases = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            LineBasis basis = new LineBasis(new Sku(1 + random.nextInt(3), 1 + random.nextInt(12), 1 + random.nextInt(500)), random.nextInt(1000), CREATED, 0);
            bases.add(basis);
            keys.add(LineKey.of(basis));
        }
        assertThat(keys).hasSameSizeAs(bases);
    }

    @Test
    void anOrderKeyDoesNotDependOnTheOrderOfItsLinesAndDiffersByRound() {
        LineKey a = key(1, 2, 3, 40, CREATED, 0);
        LineKey b = key(1, 2, 4, 40, CREATED, 0);
        assertThat(OrderKey.of(7, 1, 2, "EUR", List.of(a, b), 0)).isEqualTo(OrderKey.of(7, 1, 2, "EUR", List.of(b, a), 0));
        assertThat(OrderKey.of(7, 1, 2, "EUR", List.of(a, b), 0)).isNotEqualTo(OrderKey.of(7, 1, 2, "EUR", List.of(a, b), 1));
        assertThat(OrderKey.of(7, 1, 2, "EUR", List.of(a), 0)).isNotEqualTo(OrderKey.of(8, 1, 2, "EUR", List.of(a), 0));
        assertThat(OrderKey.of(7, 1, 2, "EUR", List.of(a), 0).origin()).matches("OB-[0-9A-F]{8}");
    }

    @Test
    void aFingerprintSeesTheContentAndNotHowItIsWritten() {
        assertThat(print("12")).isEqualTo(print("12.00")).isNotEqualTo(print("12.01"));
        assertThat(print("0")).isEqualTo(print("0.000"));
        assertThat(print("1E+2")).isEqualTo(print("100"));
    }

    private static Fingerprint print(String quantity) {
        return Fingerprint.of(7, 1, 20, "EUR", 3, new BigDecimal(quantity), 1);
    }
}
