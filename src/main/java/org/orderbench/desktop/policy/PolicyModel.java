package org.orderbench.desktop.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.orderbench.desktop.common.Frame;
import org.orderbench.desktop.common.Frame.Kind;
import org.orderbench.desktop.common.Frame.Notice;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.common.Texts;
import org.orderbench.desktop.common.WorkbenchServices;
import org.orderbench.policy.ChangeRule;
import org.orderbench.policy.Policy;
import org.orderbench.policy.PolicyDesk;
import org.orderbench.policy.PolicyDesk.Outcome;
import org.orderbench.policy.PolicyOverview;
import org.orderbench.policy.SliceReport;
import org.orderbench.policy.TryOut;

/** The policy as it stands, which slice is looked at, and what a try-out found. For the window thread. */
public final class PolicyModel {

    /** A change that somebody may make: the next version of the newest. */
    @FunctionalInterface
    public interface Next {
        Policy of(Policy newest, String by, Instant at, String why);
    }

    private final PolicyDesk desk;
    private final WorkbenchServices services;
    private final Tasks tasks;
    private final Frame frame;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<@Nullable PolicyOverview> overview = new ReadOnlyObjectWrapper<>(this, "overview");
    private final ObjectProperty<@Nullable String> slice = new SimpleObjectProperty<>(this, "slice");
    private final ReadOnlyObjectWrapper<@Nullable TryOut> tryOut = new ReadOnlyObjectWrapper<>(this, "tryOut");
    private final ReadOnlyBooleanWrapper rehearsing = new ReadOnlyBooleanWrapper(this, "rehearsing");

    public PolicyModel(WorkbenchServices services, Tasks tasks, Frame frame, Texts texts) {
        this.desk = services.policy();
        this.services = services;
        this.tasks = tasks;
        this.frame = frame;
        this.texts = texts;
    }

    public void load() {
        tasks.run(desk::overview, found -> {
            overview.set(found);
            if (found.slices().stream().noneMatch(report -> report.slice().name().equals(slice.get()))) {
                slice.set(found.slices().getFirst().slice().name());
            }
        });
    }

    /** What this policy would have done with last month's lines. */
    public void rehearse(Policy candidate) {
        rehearsing.set(true);
        tasks.run(() -> desk.rehearse(candidate), found -> {
            rehearsing.set(false);
            tryOut.set(found);
        }, failure -> {
            rehearsing.set(false);
            tasks.fail(failure);
        });
    }

    /**
     * Makes the change, judges the open lines anew, and shows what became of it.
     *
     * @param refused hears why nothing was changed
     */
    public void change(Next next, String why, char[] passphrase, Consumer<String> refused) {
        Instant at = services.clock().instant();
        run(() -> desk.change(newest -> next.of(newest, services.buyer(), at, why), passphrase), refused);
    }

    public void lock(ChangeRule rule, char[] wanted, char[] passphrase, Consumer<String> refused) {
        run(() -> desk.lock(rule, wanted, services.buyer(), passphrase), refused);
    }

    private void run(Callable<Outcome> work, Consumer<String> refused) {
        tasks.run(() -> {
            Outcome outcome = work.call();
            if (outcome instanceof Outcome.Done) {
                desk.judge();
            }
            return outcome;
        }, outcome -> {
            switch (outcome) {
                case Outcome.Done done -> {
                    frame.closeOverlay();
                    frame.notice(Notice.of(Kind.DONE, BrakeWords.said(texts, done)));
                    tryOut.set(null);
                    load();
                    frame.changed();
                }
                case Outcome.Refused no -> refused.accept(BrakeWords.said(texts, no));
            }
        });
    }

    /** The slice that is looked at, as it stands. */
    public Optional<SliceReport> report() {
        PolicyOverview now = overview.get();
        List<SliceReport> reports = now == null ? List.of() : now.slices();
        return reports.stream().filter(report -> report.slice().name().equals(slice.get())).findFirst();
    }

    public ReadOnlyObjectProperty<@Nullable PolicyOverview> overview() {
        return overview.getReadOnlyProperty();
    }

    /** Name of the slice that is looked at. */
    public ObjectProperty<@Nullable String> slice() {
        return slice;
    }

    /** The company is made up, and the passphrase is told. */
    boolean demo() {
        return services.demo();
    }

    /** Null while nothing was tried. */
    public ReadOnlyObjectProperty<@Nullable TryOut> tryOut() {
        return tryOut.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty rehearsing() {
        return rehearsing.getReadOnlyProperty();
    }
}
