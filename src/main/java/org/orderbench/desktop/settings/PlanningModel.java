package org.orderbench.desktop.settings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Sku;
import org.orderbench.desktop.common.Frame;
import org.orderbench.desktop.common.Frame.Kind;
import org.orderbench.desktop.common.Frame.Notice;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.common.Texts;
import org.orderbench.desktop.common.WorkbenchServices;
import org.orderbench.proposal.HeldSetting;
import org.orderbench.proposal.PlanningDesk;
import org.orderbench.proposal.SettingScopes.Scope;
import org.orderbench.replenish.Closing;
import org.orderbench.replenish.PolicyOverride;
import org.orderbench.replenish.SettingName;

/** The planning settings of what is looked at. For the window thread. */
public final class PlanningModel {

    private static final int SKUS = 40;
    private static final int LEAST_LETTERS = 2;

    private final WorkbenchServices services;
    private final PlanningDesk desk;
    private final Tasks tasks;
    private final Frame frame;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<@Nullable Page> page = new ReadOnlyObjectWrapper<>(this, "page");
    private final ReadOnlyObjectWrapper<PlanningDesk.@Nullable Effect> effect = new ReadOnlyObjectWrapper<>(this, "effect");
    private final ReadOnlyObjectWrapper<List<Choice>> choices = new ReadOnlyObjectWrapper<>(this, "choices", List.of());
    private final AtomicInteger measurement = new AtomicInteger();
    private @Nullable Scope scope;
    private String search = "";

    public PlanningModel(WorkbenchServices services, Tasks tasks, Frame frame, Texts texts) {
        this.services = services;
        this.desk = services.planning();
        this.tasks = tasks;
        this.frame = frame;
        this.texts = texts;
    }

    /** One scope with all that holds for it, and its closings where it has such. */
    public record Page(Scope scope, List<HeldSetting> held, List<Closing> closings, LocalDate today) {}

    /** @param settings how many it has of its own */
    public record Choice(Scope scope, int settings) {}

    /** Null until something is looked at. */
    public ReadOnlyObjectProperty<@Nullable Page> page() {
        return page.getReadOnlyProperty();
    }

    /** What the changes of this sitting come to when planned anew; null where there are none, or while it is worked out. */
    public ReadOnlyObjectProperty<PlanningDesk.@Nullable Effect> effect() {
        return effect.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Choice>> choices() {
        return choices.getReadOnlyProperty();
    }

    public void show(Scope chosen) {
        scope = chosen;
        load();
    }

    /** Of a SKU, by the panel that shows it; null for none. */
    public void show(@Nullable Sku sku) {
        if (sku == null) {
            scope = null;
            page.set(null);
        } else {
            tasks.run(() -> desk.scopes().sku(sku), this::show);
        }
    }

    public void load() {
        Scope shown = scope;
        if (shown != null) {
            LocalDate today = LocalDate.ofInstant(services.clock().instant(), services.zone());
            tasks.run(() -> new Page(shown, desk.held(shown), desk.closings(shown), today), page::set);
        }
    }

    /** What can be looked at: everything, vendors and categories that the words are in, SKUs that have settings, or that the words find. */
    public void find(String words) {
        search = words.strip();
        String wanted = search;
        tasks.run(() -> found(wanted), found -> {
            if (wanted.equals(search)) {
                choices.set(found);
            }
        });
    }

    private List<Choice> found(String words) {
        Map<Scope, Integer> counts = desk.counts();
        List<Scope> all = new ArrayList<>(List.of(Scope.COMPANY));
        all.addAll(desk.scopes().vendors());
        all.addAll(desk.scopes().categories());
        counts.keySet().stream().filter(each -> each.scope() == PolicyOverride.Scope.SKU).sorted(Comparator.comparing(Scope::label)).forEach(all::add);
        if (words.length() >= LEAST_LETTERS) {
            all.addAll(desk.scopes().skus(words, SKUS));
        }
        String wanted = words.toLowerCase(texts.locale());
        Set<String> seen = new HashSet<>();
        return all.stream()
                .filter(each -> wanted.isEmpty() || each.scope() == PolicyOverride.Scope.SKU || each.name().toLowerCase(texts.locale()).contains(wanted))
                .filter(each -> seen.add(each.scope() + each.key()))
                .map(each -> new Choice(each, count(counts, each)))
                .toList();
    }

    /** A vendor may have another name by now than when it was set. */
    private static int count(Map<Scope, Integer> counts, Scope scope) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().scope() == scope.scope() && entry.getKey().key().equals(scope.key()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** @param value null to clear it, so that the next nearest holds */
    public void set(SettingName name, @Nullable String value) {
        Page shown = page.get();
        if (shown == null) {
            return;
        }
        String before = shown.held().stream()
                .filter(held -> held.name() == name && held.origin() == HeldSetting.Origin.HERE)
                .map(HeldSetting::value)
                .findFirst()
                .orElse(null);
        change(() -> put(shown.scope(), name, value), () -> put(shown.scope(), name, before), texts.get("planning.saved"));
    }

    private void put(Scope where, SettingName name, @Nullable String value) {
        if (value == null) {
            desk.clear(where, name);
        } else {
            desk.set(where, name, value);
        }
    }

    public void close(Closing closing) {
        Page shown = page.get();
        if (shown != null) {
            change(() -> desk.close(shown.scope(), closing), () -> desk.open(shown.scope(), closing.from()), texts.get("planning.saved"));
        }
    }

    public void open(Closing closing) {
        Page shown = page.get();
        if (shown != null) {
            change(() -> desk.open(shown.scope(), closing.from()), () -> desk.close(shown.scope(), closing), texts.get("planning.saved"));
        }
    }

    private void change(Runnable doing, Runnable undoing, String words) {
        tasks.run(() -> {
            doing.run();
            return words;
        }, said -> {
            changed();
            frame.notice(new Notice(Kind.DONE, said, texts.get("planning.undo"), () -> tasks.run(() -> {
                undoing.run();
                return words;
            }, undone -> changed())));
        }, failure -> {
            load();
            if (failure instanceof IllegalArgumentException) {
                frame.notice(Notice.of(Kind.PROBLEM, String.valueOf(failure.getMessage())));
            } else {
                tasks.fail(failure);
            }
        });
    }

    private void changed() {
        load();
        find(search);
        measure();
    }

    /** A newer change stops the working out of an older one. */
    private void measure() {
        int mine = measurement.incrementAndGet();
        effect.set(null);
        tasks.run(() -> desk.effect(done -> {
            if (measurement.get() != mine) {
                throw new CancellationException();
            }
        }), found -> {
            if (measurement.get() == mine) {
                effect.set(found);
            }
        }, failure -> {
            if (!(failure instanceof CancellationException)) {
                tasks.fail(failure);
            }
        });
    }

    /** Proposes anew with the settings as they are now. */
    public void plan() {
        measurement.incrementAndGet();
        tasks.start(texts.get("job.plan"), services.plan(), summary -> {
            effect.set(null);
            frame.notice(Notice.of(Kind.DONE, summary));
            frame.changed();
        }, failure -> frame.notice(Notice.of(Kind.PROBLEM, String.valueOf(failure.getMessage()))));
    }
}
