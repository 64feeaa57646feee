package org.orderbench.desktop.policy;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.orderbench.desktop.common.Frame;
import org.orderbench.desktop.common.Frame.Kind;
import org.orderbench.desktop.common.Frame.Notice;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.common.Texts;
import org.orderbench.desktop.common.WorkbenchServices;
import org.orderbench.policy.BrakeState;
import org.orderbench.policy.Brakes;
import org.orderbench.policy.ChangeRule;
import org.orderbench.policy.PolicyDesk;
import org.orderbench.policy.PolicyDesk.Outcome;

/** Both brakes, as they were read last. The shared one takes a sign-in, so it is asked for only where somebody looks. For the window thread. */
public final class BrakeModel {

    /**
     * @param authority whether a slice may write unasked at all
     * @param rule      what releasing takes
     */
    public record Standing(Brakes brakes, boolean sharedRead, boolean authority, ChangeRule rule) {

        public boolean on() {
            return authority && !(brakes.local() instanceof BrakeState.Released && (!sharedRead || brakes.shared() instanceof BrakeState.Released));
        }
    }

    private static final Standing UNKNOWN = new Standing(Brakes.RELEASED, false, false, ChangeRule.ADMINISTRATOR);

    private final PolicyDesk desk;
    private final WorkbenchServices services;
    private final Tasks tasks;
    private final Frame frame;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(this, "standing", UNKNOWN);

    public BrakeModel(WorkbenchServices services, Tasks tasks, Frame frame, Texts texts) {
        this.desk = services.policy();
        this.services = services;
        this.tasks = tasks;
        this.frame = frame;
        this.texts = texts;
    }

    /** This machine's brake; of the shared one what was read last stays. */
    public void refresh() {
        Standing last = standing.get();
        tasks.run(() -> new Standing(new Brakes(desk.brake(), last.brakes().shared()), last.sharedRead(), authority(), desk.rule()), standing::set);
    }

    /** Both, the shared one from Odoo. */
    public void read() {
        tasks.run(() -> new Standing(desk.brakes(), true, authority(), desk.rule()), standing::set);
    }

    private boolean authority() {
        return desk.current().slices().stream().anyMatch(slice -> slice.level().writesUnasked());
    }

    void pull(boolean everybody, String why, Consumer<String> refused) {
        change(() -> desk.pull(everybody, why, services.buyer()), refused);
    }

    void release(boolean everybody, String why, char[] passphrase, Consumer<String> refused) {
        change(() -> desk.release(everybody, why, services.buyer(), passphrase), refused);
    }

    private void change(Callable<Outcome> work, Consumer<String> refused) {
        tasks.run(work, outcome -> {
            switch (outcome) {
                case Outcome.Done done -> {
                    frame.notice(Notice.of(Kind.DONE, BrakeWords.said(texts, done)));
                    frame.changed();
                }
                case Outcome.Refused no -> refused.accept(BrakeWords.said(texts, no));
            }
            read();
        });
    }

    boolean demo() {
        return services.demo();
    }

    public ReadOnlyObjectProperty<Standing> standing() {
        return standing.getReadOnlyProperty();
    }
}
