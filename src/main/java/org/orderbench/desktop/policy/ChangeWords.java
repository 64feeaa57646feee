package org.orderbench.desktop.policy;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Texts;
import org.orderbench.policy.Choices;
import org.orderbench.policy.Policy;
import org.orderbench.policy.PolicyChange;
import org.orderbench.policy.PolicyChange.Scope;
import org.orderbench.policy.PolicyChanges;

/** What one version of the policy changed against another, in the window's words. */
final class ChangeWords {

    private final Texts texts;
    private final Formats formats;
    private final Words words;

    ChangeWords(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
        this.words = new Words(texts, formats);
    }

    /** A sentence each; empty if both hold the same. */
    List<String> between(Policy before, Policy after, Choices choices) {
        return PolicyChanges.of(before, after).stream().map(change -> say(change, choices)).toList();
    }

    private String say(PolicyChange change, Choices choices) {
        return switch (change) {
            case PolicyChange.SliceAdded added -> texts.get(
                    "policy.change.slice-added", added.slice().name(), words.level(added.slice().level()), words.rules(added.slice(), choices));
            case PolicyChange.SliceGone gone -> texts.get("policy.change.slice-gone", gone.slice());
            case PolicyChange.LevelChanged level -> texts.get("policy.change.level", level.slice(), words.level(level.before()), words.level(level.after()));
            case PolicyChange.RulesChanged rules -> texts.get(
                    "policy.change.rules", rules.after().name(), words.rules(rules.after(), choices), words.rules(rules.before(), choices));
            case PolicyChange.OrderChanged order -> texts.get("policy.change.order", String.join(", ", order.slices()));
            case PolicyChange.CurrencyChanged currency -> texts.get("policy.change.currency", currency.before(), currency.after());
            case PolicyChange.CeilingChanged ceiling -> {
                String of = ceiling.scope() == Scope.SLICE_WEEK
                        ? texts.get("policy.change.slice-week", ceiling.slice())
                        : texts.get("policy.limit." + Words.key(ceiling.scope()));
                yield texts.get("policy.change." + Words.key(ceiling.measure()), of, figure(ceiling.before()), figure(ceiling.after()));
            }
            case PolicyChange.LimitChanged limit -> texts.get(
                    "policy.change.limit", texts.get("policy.limit." + Words.key(limit.limit())), figure(limit.before()), figure(limit.after()));
            case PolicyChange.BudgetChanged budget -> texts.get("policy.change.budget", budget.category(), figure(budget.before()), figure(budget.after()));
            case PolicyChange.BrakeChanged brake -> texts.get("policy.change.brake");
            case PolicyChange.EarningChanged earning -> texts.get("policy.change.earning");
        };
    }

    private String figure(@Nullable BigDecimal number) {
        return number == null ? texts.get("policy.limits.none") : formats.figure(number);
    }
}
