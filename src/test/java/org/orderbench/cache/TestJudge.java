package org.orderbench.cache;

import java.time.Clock;
import java.util.Collection;
import org.orderbench.policy.Brakes;
import org.orderbench.policy.Evaluator;
import org.orderbench.policy.Judge;
import org.orderbench.policy.Policy;
import org.orderbench.policy.PolicyFacts;
import org.orderbench.policy.PolicyRecords;
import org.orderbench.policy.UserRights;

/** Judges over a cache without any Odoo, with both brakes released: for tests of deciding and sending. */
public final class TestJudge implements Judge {

    private final CacheDatabase database;
    private final Clock clock;

    public TestJudge(CacheDatabase database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void judge(Collection<Long> lines) {
        PolicyRecords records = new CachePolicyRecords(database, new CacheModel(database.jdbi()), clock);
        Policy policy = new CachePolicy(database, clock).current();
        PolicyFacts facts = records.facts(policy, new UserRights(true, true, false));
        records.keep(
                new Evaluator().evaluate(policy, facts, new CacheProposals(database.jdbi()).current(), records.exposure(policy, facts), Brakes.RELEASED).stream()
                        .filter(verdict -> lines.contains(verdict.lineId()))
                        .toList(),
                facts);
    }
}
