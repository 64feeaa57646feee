package org.orderbench.desktop.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Texts;
import org.orderbench.policy.AuthorityLevel;
import org.orderbench.policy.Choices;
import org.orderbench.policy.Slice;
import org.orderbench.policy.SliceRule;

/** Levels, rules and slices in the window's words. */
final class Words {

    private final Texts texts;
    private final Formats formats;

    Words(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    String level(AuthorityLevel level) {
        return texts.get("policy.level." + key(level));
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
