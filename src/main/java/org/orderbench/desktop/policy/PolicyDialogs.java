package org.orderbench.desktop.policy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Frame;
import org.orderbench.desktop.common.Texts;
import org.orderbench.policy.AuthorityLevel;
import org.orderbench.policy.ChangeRule;
import org.orderbench.policy.Policy;
import org.orderbench.policy.PolicyOverview;
import org.orderbench.policy.Promotion;
import org.orderbench.policy.Slice;
import org.orderbench.policy.SliceReport;
import org.orderbench.policy.TryOut;

/** What the policy screen asks before it changes anything: what would change, why, and the passphrase where it takes one. */
final class PolicyDialogs {

    private final PolicyModel model;
    private final Frame frame;
    private final Texts texts;
    private final Formats formats;
    private final Words words;

    PolicyDialogs(PolicyModel model, Frame frame, Texts texts, Formats formats, Words words) {
        this.model = model;
        this.frame = frame;
        this.texts = texts;
        this.formats = formats;
        this.words = words;
    }

    private PolicyOverview now() {
        PolicyOverview now = model.overview().get();
        if (now == null) {
            throw new IllegalStateException("Nothing is shown yet");
        }
        return now;
    }

    /**
     * @param lines what would change
     * @param why   what the reason field holds at first
     */
    void ask(String title, List<String> lines, String why, PolicyModel.Next next) {
        ChangeCard card = new ChangeCard(title, lines, why, now().rule() == ChangeRule.PASSPHRASE, model.demo(), texts, frame);
        card.setOnSave((reason, passphrase) -> model.change(next, reason, passphrase, card::refuse));
        frame.overlay(card);
    }

    /** Beside the question stands the evidence, or what is missing of it, and what the level would have done last month. */
    void raise(SliceReport report) {
        List<String> lines = new ArrayList<>();
        String why = "";
        TryOut above = report.above();
        switch (report.promotion()) {
            case Promotion.Offer offer -> {
                List<String> evidence = words.evidence(report, now().policy().earning());
                lines.addAll(evidence);
                why = texts.get("policy.level.earned", String.join("; ", evidence), above == null ? "" : words.rehearsed(above));
            }
            case Promotion.NotYet not -> words.lacking(not, report, now().policy().earning()).forEach(missing -> lines.add(texts.get("policy.level.missing", missing)));
        }
        if (above != null) {
            lines.add(words.rehearsed(above));
        }
        level(report, report.slice().level().above(), "policy.level.raise", lines, why);
    }

    void lower(SliceReport report) {
        level(report, report.slice().level().below(), "policy.level.lower", List.of(), "");
    }

    private void level(SliceReport report, AuthorityLevel level, String title, List<String> because, String why) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.get("policy.level.change", words.level(report.slice().level()), words.level(level)));
        lines.add(words.meaning(level));
        lines.addAll(because);
        String name = report.slice().name();
        ask(texts.get(title, name, words.level(level)), lines, why, (newest, by, at, reason) -> newest.withLevel(name, level, by, at, reason));
    }

    void move(SliceReport report, int by) {
        PolicyModel.Next next = (newest, who, at, why) -> {
            List<Slice> slices = new ArrayList<>(newest.slices());
            int from = indexOf(slices, report.slice().name());
            slices.add(Math.clamp(from + by, 0, slices.size() - 1), slices.remove(from));
            return newest.with(slices, who, at, why);
        };
        ask(texts.get("policy.slice.move", report.slice().name()), preview(next), "", next);
    }

    void remove(SliceReport report) {
        PolicyModel.Next next = (newest, who, at, why) ->
                newest.with(newest.slices().stream().filter(slice -> !slice.name().equals(report.slice().name())).toList(), who, at, why);
        ask(texts.get("policy.slice.remove.title", report.slice().name()), preview(next), "", next);
    }

    /** Before the last slice, which holds everything. */
    void addSlice(Slice slice, String why) {
        PolicyModel.Next next = (newest, who, at, reason) -> {
            List<Slice> slices = new ArrayList<>(newest.slices());
            slices.add(slices.size() - 1, slice);
            return newest.with(slices, who, at, reason);
        };
        ask(texts.get("policy.slice.add.title", slice.name()), preview(next), why, next);
    }

    /** @param report null to make a new one */
    void editSlice(@Nullable SliceReport report) {
        PolicyOverview now = now();
        SliceCard card = new SliceCard(report == null ? null : report.slice(), report != null && report.place() == now.slices().size(), now, texts, formats, frame);
        card.setOnDone(slice -> {
            if (report == null) {
                addSlice(slice, "");
                return;
            }
            PolicyModel.Next next = (newest, who, at, why) -> {
                List<Slice> slices = new ArrayList<>(newest.slices());
                slices.set(indexOf(slices, report.slice().name()), slice);
                return newest.with(slices, who, at, why);
            };
            ask(texts.get("policy.slice.edit.title", report.slice().name()), preview(next), "", next);
        });
        frame.overlay(card);
    }

    private List<String> preview(PolicyModel.Next next) {
        Policy policy = now().policy();
        try {
            return changes(policy, next.of(policy, policy.by(), policy.at(), ""));
        } catch (IllegalArgumentException e) {
            return List.of(texts.said(String.valueOf(e.getMessage())));
        }
    }

    /** What would change, a sentence each. */
    List<String> changes(Policy before, Policy after) {
        return new ChangeWords(texts, formats).between(before, after, now().choices());
    }

    private static int indexOf(List<Slice> slices, String name) {
        for (int i = 0; i < slices.size(); i++) {
            if (slices.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("There is no slice called \"" + name + "\" any more. Look at the list again.");
    }

    void askLock() {
        LockCard card = new LockCard(now().rule(), now().rights(), texts, frame);
        card.setOnSave((rule, wanted, passphrase) -> model.lock(rule, wanted, passphrase, card::refuse));
        frame.overlay(card);
    }
}
