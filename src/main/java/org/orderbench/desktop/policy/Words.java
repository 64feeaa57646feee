package org.orderbench.desktop.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Texts;
import org.orderbench.policy.Action;
import org.orderbench.policy.Agreement;
import org.orderbench.policy.AuthorityLevel;
import org.orderbench.policy.Check;
import org.orderbench.policy.CheckWords;
import org.orderbench.policy.Choices;
import org.orderbench.policy.EarnRule;
import org.orderbench.policy.Promotion;
import org.orderbench.policy.Promotion.Criterion;
import org.orderbench.policy.Ruling;
import org.orderbench.policy.Slice;
import org.orderbench.policy.SliceReport;
import org.orderbench.policy.SliceRule;
import org.orderbench.policy.TryOut;

/** Levels, rules and slices in the window's words. */
final class Words {

    private final Texts texts;
    private final Formats formats;
    private final CheckWords checks;

    Words(Texts texts, Formats formats) {
        this.texts = texts;
        this.checks = new CheckWords(texts.locale());
        this.formats = formats;
    }

    String level(AuthorityLevel level) {
        return texts.get("policy.level." + key(level));
    }

    String check(Check check) {
        return checks.say(check);
    }

    /** What a rehearsal would have written, and what people made of it instead. */
    String rehearsed(TryOut found) {
        long all = found.orders().stream().mapToLong(order -> order.lines().size()).sum();
        List<TryOut.Line> unasked = found.unasked();
        if (unasked.isEmpty()) {
            return texts.get("policy.rehearsed.none", all);
        }
        long unedited = unasked.stream().filter(line -> line.past().unedited()).count();
        long refused = unasked.stream().filter(line -> line.past().outcome() != Ruling.Outcome.APPROVED).count();
        BigDecimal value = found.value(Action.AUTO_CONFIRM);
        String written = texts.get(
                "policy.rehearsed", all, found.lines(Action.AUTO_CONFIRM).count(), value == null ? "–" : formats.money(value, found.currency()),
                found.lines(Action.AUTO_DRAFT).count());
        return written + " " + texts.get("policy.rehearsed.people", unasked.size(), unedited, unasked.size() - unedited - refused, refused);
    }

    /** What speaks for a higher level, a sentence each. */
    List<String> evidence(SliceReport report, EarnRule rule) {
        return Stream.of(Criterion.DECISIONS, Criterion.AGREEMENT, Criterion.EDITS, Criterion.TRACKING).map(criterion -> criterion(criterion, report, rule)).toList();
    }

    List<String> lacking(Promotion.NotYet not, SliceReport report, EarnRule rule) {
        return not.lacking().stream().map(criterion -> criterion(criterion, report, rule)).toList();
    }

    private String criterion(Criterion criterion, SliceReport report, EarnRule rule) {
        Agreement agreement = report.agreement();
        Double tracking = report.tracking();
        return switch (criterion) {
            case DECISIONS -> texts.get("policy.criterion.decisions", agreement.considered(), rule.window().toDays(), rule.minimumLines(), agreement.rubberStamps());
            case AGREEMENT -> texts.get(
                    "policy.criterion.agreement", agreement.unedited(), formats.percent(agreement.bounds().lower()), formats.percent(rule.promoteFrom()));
            case EDITS -> texts.get(
                    "policy.criterion.edits", formats.percent(agreement.p90Edit()), formats.percent(agreement.medianEdit()), formats.percent(rule.largestEdit()));
            case TRACKING -> tracking == null
                    ? texts.get("policy.criterion.tracking.none")
                    : texts.get("policy.criterion.tracking", formats.rate(tracking), formats.rate(rule.trackingLimit()));
            case LEVEL -> texts.get("policy.criterion.level");
        };
    }

    /** What the level means, in a sentence. */
    String meaning(AuthorityLevel level) {
        return texts.get("policy.meaning." + key(level));
    }

    static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What belongs to a slice, with the names of vendors and warehouses. */
    String rules(Slice slice, Choices choices) {
        return slice.rules().stream().map(rule -> rule(rule, choices)).collect(Collectors.joining(" · "));
    }

    private String rule(SliceRule rule, Choices choices) {
        return switch (rule) {
            case SliceRule.Everything all -> texts.get("policy.rule.everything");
            case SliceRule.InCategory in -> in.category();
            case SliceRule.FromVendors from -> names(from.vendorIds().stream().sorted().toList(), choices.vendors());
            case SliceRule.InWarehouses in -> names(in.warehouseIds().stream().sorted().toList(), choices.warehouses());
            case SliceRule.OfClass of -> texts.get("policy.rule.class", joined(of.values()), joined(of.steadiness()));
            case SliceRule.HandPicked picked -> texts.get("policy.rule.picked", picked.skus().size());
            case SliceRule.WithTags with -> texts.get("policy.rule.tags", joined(with.tags()));
        };
    }

    private static String joined(Iterable<?> items) {
        List<String> words = new ArrayList<>();
        items.forEach(item -> words.add(item.toString()));
        return words.stream().sorted().collect(Collectors.joining(", "));
    }

    private String names(List<Integer> ids, SortedMap<Integer, String> names) {
        List<String> known = ids.stream().map(id -> names.getOrDefault(id, "#" + id)).toList();
        return known.size() <= 2
                ? String.join(", ", known)
                : texts.get("policy.rule.more", String.join(", ", known.subList(0, 2)), formats.count(known.size() - 2));
    }
}
