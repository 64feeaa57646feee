package org.orderbench.desktop.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Sku;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Screens;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.common.Texts;
import org.orderbench.desktop.common.WorkbenchServices;
import org.orderbench.desktop.exceptions.ExceptionsController;
import org.orderbench.desktop.exceptions.ExceptionsModel;
import org.orderbench.desktop.export.ExportFolder;
import org.orderbench.desktop.journal.JournalController;
import org.orderbench.desktop.journal.JournalModel;
import org.orderbench.desktop.outbox.OutboxController;
import org.orderbench.desktop.outbox.OutboxModel;
import org.orderbench.desktop.policy.BrakeCard;
import org.orderbench.desktop.policy.BrakeModel;
import org.orderbench.desktop.policy.PolicyController;
import org.orderbench.desktop.policy.PolicyModel;
import org.orderbench.desktop.policy.TraceView;
import org.orderbench.desktop.review.ReviewController;
import org.orderbench.desktop.review.ReviewDialogs;
import org.orderbench.desktop.review.ReviewModel;
import org.orderbench.desktop.review.Row;
import org.orderbench.desktop.settings.ScheduleCard;
import org.orderbench.desktop.settings.SettingsController;
import org.orderbench.desktop.settings.SettingsModel;
import org.orderbench.desktop.sku.SkuController;
import org.orderbench.desktop.sku.SkuModel;
import org.orderbench.policy.UserRights;

/** Puts the window together: makes every screen, and passes on what one tells the other. */
public final class Shell {

    private final Parent root;
    private final ShellModel model;
    private final ReviewModel review;
    private final ReviewController reviewController;

    /**
     * @param browser     opens an address in the user's browser
     * @param switchTheme between light and dark
     */
    public Shell(WorkbenchServices services, Tasks tasks, Consumer<String> browser, Runnable switchTheme) {
        Texts texts = new Texts(services.locale());
        Formats formats = new Formats(services.locale(), services.zone(), texts);
        Screens screens = new Screens(texts);
        model = new ShellModel(services, tasks, texts);
        ShellController frame = new ShellController(model, texts, formats, services.clock(), services.buyer(), browser, switchTheme);
        root = screens.load(frame);

        review = new ReviewModel(services, tasks, frame, texts);
        ReviewDialogs dialogs = new ReviewDialogs(review, frame, texts, formats, services.clock());
        reviewController = new ReviewController(review, texts, formats, services.currency(), dialogs);
        SkuModel sku = new SkuModel(services, tasks);
        OutboxModel outbox = new OutboxModel(services, tasks);
        ExceptionsModel exceptions = new ExceptionsModel(services, tasks);
        PolicyModel policy = new PolicyModel(services, tasks, frame);
        BrakeModel brake = new BrakeModel(services, tasks, frame);
        TraceView trace = new TraceView(services, tasks, texts, formats);
        JournalModel journal = new JournalModel(services, tasks);
        SettingsModel settings = new SettingsModel(services, tasks, frame, texts);

        Map<Screen, Node> nodes = new EnumMap<>(Screen.class);
        nodes.put(Screen.REVIEW, screens.load(reviewController));
        ExportFolder exports = new ExportFolder(services.aids().exports(), services.clock(), services.zone());
        SkuController skuController = new SkuController(sku, frame, tasks, texts, formats, exports, review::order);
        reviewController.setDetail(screens.load(skuController));
        skuController.setTrace(trace);
        nodes.put(Screen.OUTBOX, screens.load(new OutboxController(outbox, frame, texts, formats, model.situation())));
        nodes.put(Screen.EXCEPTIONS, screens.load(new ExceptionsController(exceptions, texts)));
        nodes.put(Screen.POLICY, screens.load(new PolicyController(policy, frame, texts, formats)));
        nodes.put(Screen.JOURNAL, screens.load(new JournalController(journal, texts, formats)));
        SettingsController settingsController = new SettingsController(settings, texts, switchTheme);
        nodes.put(Screen.SETTINGS, screens.load(settingsController));
        settingsController.setRounds(new ScheduleCard(services.rounds(), tasks, frame, texts));

        review.cursor().subscribe(row -> {
            sku.show(skuOf(row));
            trace.show(row instanceof Row.Line line ? line.line().id() : null);
        });
        frame.brake(brake.standing(), () -> frame.overlay(new BrakeCard(brake, texts, formats, frame)));
        Map<Screen, Runnable> loads = new EnumMap<>(Screen.class);
        loads.put(Screen.OUTBOX, outbox::load);
        loads.put(Screen.EXCEPTIONS, exceptions::load);
        loads.put(Screen.POLICY, policy::load);
        loads.put(Screen.JOURNAL, journal::load);
        loads.put(Screen.SETTINGS, settings::load);
        frame.fill(nodes, () -> {
            loads.getOrDefault(model.screen().get(), () -> {}).run();
            brake.refresh();
            tasks.run(() -> Optional.ofNullable(services.policy().rights()), rights -> {
                reviewController.allowConfirming(rights.map(UserRights::mayConfirm).orElse(true));
                frame.allowSending(rights.map(UserRights::mayDraft).orElse(true));
            });
            trace.reload();
        });
        model.screen().subscribe(screen -> loads.getOrDefault(screen, reviewController::focus).run());
        model.situation().subscribe((before, now) -> {
            if (now.server() == null) {
                open(Screen.SETTINGS);
            }
        });
        tasks.busy().subscribe((before, busy) -> {
            if (before && !busy) {
                review.load();
                sku.reload();
                trace.reload();
            }
        });
        frame.changed();
        review.load();
    }

    private static @Nullable Sku skuOf(@Nullable Row row) {
        return row instanceof Row.Line line ? line.line().basis().sku() : null;
    }

    public Parent root() {
        return root;
    }

    public void open(Screen screen) {
        model.screen().set(screen);
    }

    /** Puts the keyboard where the work is. */
    public void focus() {
        reviewController.focus();
    }

    /** The review screen's model, for whoever drives the window from outside: journeys and pictures. */
    public ReviewModel review() {
        return review;
    }
}
