package org.orderbench.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.orderbench.catalog.Quantity;
import org.orderbench.catalog.Sku;
import org.orderbench.policy.AuthorityLevel;
import org.orderbench.policy.BrakeCause;
import org.orderbench.policy.BrakeState;
import org.orderbench.policy.CategoryBudget;
import org.orderbench.policy.Ceiling;
import org.orderbench.policy.Limits;
import org.orderbench.policy.Policy;
import org.orderbench.policy.Slice;
import org.orderbench.policy.SliceRule;
import org.orderbench.replenish.Forecastability;
import org.orderbench.replenish.ValueClass;

class CachePolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-25T06:00:00Z");

    @RegisterExtension
    final FreshCache cache = new FreshCache();

    private CachePolicy store() {
        return new CachePolicy(cache.database(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private List<String> journalled() {
        return new CacheJournal(cache.database(), Clock.systemUTC()).newest(0, 20).stream().map(e -> e.what().action() + " by " + e.what().actor()).toList();
    }

    @Test
    void aNewInstallationWritesNothingUnasked() {
        cache.jdbi().useHandle(h -> h.execute("insert into company (id, name, currency) values (1, 'C', 'SEK')"));
        Policy policy = store().current();
        assertThat(policy.limits().currency()).isEqualTo("SEK");
        assertThat(policy.slices()).extracting(Slice::level).containsExactly(AuthorityLevel.DRAFT);
        assertThat(store().history()).hasSize(1);
    }

    @Test
    void everyPartOfAPolicyComesBackAsItWas() {
        Policy first = store().current();
        Limits limits = new Limits(
                "GBP", new Ceiling(new BigDecimal("250.50"), Quantity.of(10), new BigDecimal("2.5")), Ceiling.of(1), Ceiling.of(2), Ceiling.of(3), Ceiling.of(4),
                List.of(new CategoryBudget("All / Bags", BigDecimal.TEN)), BigDecimal.TWO, BigDecimal.TEN, 0.55, first.limits().dataAge());
        List<Slice> slices = List.of(
                new Slice(
                        "narrow",
                        List.of(
                                new SliceRule.InCategory("All / Bags"),
                                new SliceRule.FromVendors(Set.of(3)),
                                new SliceRule.OfClass(Set.of(ValueClass.A), Set.of(Forecastability.X)),
                                new SliceRule.InWarehouses(Set.of(1)),
                                new SliceRule.HandPicked(Set.of(new Sku(1, 1, 7)))),
                        AuthorityLevel.AUTO_CONFIRM, Ceiling.of(500)),
                first.slices().getFirst());
        Policy next = first.with(limits, "Ada", NOW, "first limits").with(slices, "Ada", NOW, "a narrow slice");
        next = new Policy(2, next.by(), next.at(), next.reason(), next.limits(), next.slices(), next.brakeLimits(), next.earning());
        assertThat(store().change(next)).isTrue();
        assertThat(store().current()).isEqualTo(next);
        assertThat(store().history()).extracting(Policy::version).containsExactly(2L, 1L);
        assertThat(journalled()).containsExactly("policy-change by Ada");
    }

    @Test
    void ofTwoChangesAtTheSameTimeOneWins() {
        Policy first = store().current();
        Policy ada = first.with(Limits.careful("GBP"), "Ada", NOW, "");
        Policy bob = first.withLevel("everything", AuthorityLevel.AUTO_CONFIRM, "Bob", NOW, "");
        assertThat(store().change(ada)).isTrue();
        assertThat(store().change(bob)).isFalse();
        assertThat(store().current()).isEqualTo(ada);
        assertThat(journalled()).hasSize(1);
    }

    @Test
    void theBrakeSurvivesAndIsJournalled() {
        BrakeState.Braked pulled = new BrakeState.Braked(BrakeCause.HAND, "Stock count", "Ada", NOW);
        assertThat(store().brake()).isEqualTo(new BrakeState.Released());
        store().pull(pulled);
        assertThat(store().brake()).isEqualTo(pulled);
        store().release("Bob", NOW, "counted");
        assertThat(store().brake()).isEqualTo(new BrakeState.Released());
        assertThat(journalled()).containsExactly("brake-release by Bob", "brake-pull by Ada");
    }

    @Test
    void whatCannotBeReadIsNotReadAsPermission() {
        cache.jdbi().useHandle(h -> h.execute("insert into local_brake (body) values ('{\"brake\":\"off\"}')"));
        assertThat(store().brake()).isInstanceOf(BrakeState.Unreadable.class);
        cache.jdbi().useHandle(h -> h.execute("insert into policy_version values (1, 'x', ?, '', '{\"version\":1}')", NOW));
        assertThatThrownBy(() -> store().current()).isInstanceOf(CacheException.class).hasMessageContaining("Nothing is written unasked");
    }
}
