package org.orderbench.desktop.shell;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Sku;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Frame.Kind;
import org.orderbench.desktop.common.Frame.Notice;
import org.orderbench.desktop.common.Look;
import org.orderbench.desktop.common.Preferences;
import org.orderbench.desktop.common.Screens;
import org.orderbench.desktop.common.Situation;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.common.Texts;
import org.orderbench.desktop.common.WorkbenchServices;
import org.orderbench.desktop.connect.ConnectController;
import org.orderbench.desktop.connect.ConnectModel;
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
import org.orderbench.desktop.replay.ReplayController;
import org.orderbench.desktop.replay.ReplayModel;
import org.orderbench.desktop.review.ReviewController;
import org.orderbench.desktop.review.ReviewDialogs;
import org.orderbench.desktop.review.ReviewExports;
import org.orderbench.desktop.review.ReviewModel;
import org.orderbench.desktop.review.Row;
import org.orderbench.desktop.settings.PlanningModel;
import org.orderbench.desktop.settings.PlanningView;
import org.orderbench.desktop.settings.ScheduleCard;
import org.orderbench.desktop.settings.SettingsController;
import org.orderbench.desktop.settings.SettingsModel;
import org.orderbench.desktop.settings.UpdatesCard;
import org.orderbench.desktop.sku.FactAges;
import org.orderbench.desktop.sku.SkuController;
import org.orderbench.desktop.sku.SkuModel;
import org.orderbench.desktop.skus.SkuFilter;
import org.orderbench.desktop.skus.SkusController;
import org.orderbench.desktop.skus.SkusModel;
import org.orderbench.handover.Link;
import org.orderbench.policy.PolicyDesk;
import org.orderbench.policy.UserRights;
import org.orderbench.proposal.SkuStatus;
import org.orderbench.update.UpdateStatus;
import org.orderbench.writeback.OutboxEntry;

/** Puts the window together: makes every screen, and passes on what one tells the other. */
public final class Shell {

    private static final String TOUR_SEEN = "window.toured";

    private final WorkbenchServices services;
    private final Tasks tasks;
    private final Texts texts;
    private final Formats formats;
    private final Screens screens;
    private final Host host;
    private final ShellModel model;
    private final ShellController frame;
    private final StatusBar status;
    private final Parent root;
    private final ReviewModel review;
    private final ReviewController reviewController;
    private final SkusModel skus;
    private final LinkGuide links;
    private final ObjectProperty<Instant> now;
    private @Nullable ConnectModel connecting;

    public Shell(WorkbenchServices services, Tasks tasks, Host host) {
        this.services = services;
        this.tasks = tasks;
        this.host = host;
        texts = new Texts(services.locale());
        formats = new Formats(services.locale(), services.zone(), texts);
        screens = new Screens(texts);
        now = new SimpleObjectProperty<>(this, "now", services.clock().instant());
        model = new ShellModel(services, tasks, texts, host::tell);
        frame = new ShellController(model, texts, host);
        root = screens.load(frame);
        status = new StatusBar(model, texts, formats, services.clock(), services.buyer(), services.demo(), host, frame.age());

        review = new ReviewModel(services, tasks, frame, texts);
        review.load(); // Reads while the screens are made.
        ReviewDialogs dialogs = new ReviewDialogs(review, frame, texts, formats, services.clock(), services.currency());
        ExportFolder exports = new ExportFolder(services.aids().exports(), services.clock(), services.zone());
        ReviewExports files = new ReviewExports(services, tasks, frame, texts, formats, exports);
        reviewController = new ReviewController(review, services, tasks, frame, texts, formats, dialogs, files);
        SkuModel sku = new SkuModel(services, tasks);
        skus = new SkusModel(services, tasks);
        SkuModel chosenSku = new SkuModel(services, tasks);
        SkusController skusController = new SkusController(skus, texts, formats, this::openProduct);
        OutboxModel outbox = new OutboxModel(services, tasks, frame, texts, review::load);
        ExceptionsModel exceptions = new ExceptionsModel(services, tasks, formats.locale());
        PolicyModel policy = new PolicyModel(services, tasks, frame, texts);
        BrakeModel brake = new BrakeModel(services, tasks, frame, texts);
        TraceView trace = new TraceView(services, tasks, texts, formats);
        JournalModel journal = new JournalModel(services, tasks, texts);
        ReplayModel replay = new ReplayModel(
                services, tasks, frame, texts, new ExportFolder(services.aids().exports(), services.clock(), services.zone()));
        SettingsModel settings = new SettingsModel(services, tasks, frame, texts);

        // The first screen at once; each other when it is first looked at.
        Map<Screen, Supplier<Node>> nodes = new EnumMap<>(Screen.class);
        Node reviewNode = screens.load(reviewController);
        nodes.put(Screen.REVIEW, () -> reviewNode);
        PlanningModel planning = new PlanningModel(services, tasks, frame, texts);
        PlanningModel chosenPlanning = new PlanningModel(services, tasks, frame, texts);
        nodes.put(Screen.SKUS, () -> {
            Node node = screens.load(skusController);
            SkuController chosenController = new SkuController(chosenSku, frame, tasks, texts, formats, exports, review.decisions()::order);
            skusController.setDetail(screens.load(chosenController));
            chosenController.setAges(new FactAges(model.situation(), now, texts, formats));
            chosenController.setPlanning(new PlanningView(chosenPlanning, texts, formats, false));
            return node;
        });
        nodes.put(Screen.OUTBOX, () -> screens.load(new OutboxController(outbox, frame, texts, formats, model.situation())));
        nodes.put(Screen.EXCEPTIONS, () -> screens.load(new ExceptionsController(
                exceptions, texts, formats, model.situation(), services.clock(), this::openProduct, this::showSku)));
        nodes.put(Screen.POLICY, () -> screens.load(new PolicyController(policy, frame, texts, formats)));
        nodes.put(Screen.REPLAY, () -> screens.load(new ReplayController(replay, texts, formats, services.currency())));
        nodes.put(Screen.JOURNAL, () -> screens.load(new JournalController(journal, texts, formats)));
        SettingsController settingsController = new SettingsController(settings, texts, formats, model.situation(), new AroundSettings());
        nodes.put(Screen.SETTINGS, () -> {
            Node node = screens.load(settingsController);
            settingsController.setPlanning(new PlanningView(new PlanningModel(services, tasks, frame, texts), texts, formats, true));
            settingsController.add(new ScheduleCard(services.rounds(), tasks, frame, texts));
            settingsController.add(new UpdatesCard(services.updates(), tasks, texts));
            return node;
        });

        links = new LinkGuide(services, tasks, texts, frame, new LinkGuide.Sights() {
            @Override
            public void screen(Screen screen) {
                open(screen);
            }

            @Override
            public void sku(Sku sku) {
                showSku(sku);
            }

            @Override
            public void order(OutboxEntry entry) {
                outbox.find(entry.id());
                open(Screen.OUTBOX);
            }
        });

        skus.cursor().subscribe(chosen -> {
            Sku one = Optional.ofNullable(chosen).map(SkuStatus::sku).orElse(null);
            chosenSku.show(one);
            chosenPlanning.show(one);
        });
        Map<Screen, Runnable> loads = new EnumMap<>(Screen.class);
        loads.put(Screen.SKUS, skus::load);
        loads.put(Screen.OUTBOX, outbox::load);
        loads.put(Screen.EXCEPTIONS, exceptions::load);
        loads.put(Screen.POLICY, policy::load);
        loads.put(Screen.JOURNAL, journal::load);
        loads.put(Screen.SETTINGS, settingsController::load);
        Node statusBar = screens.load(status);
        status.brake(brake.standing(), () -> frame.overlay(new BrakeCard(brake, texts, formats, frame)));
        OnlyLooking looking = new OnlyLooking(root, model.situation());
        nodes.replaceAll((screen, make) -> () -> looking.watch(screen, make.get()));
        frame.fill(nodes, statusBar, () -> {
            loads.getOrDefault(model.screen().get(), () -> {}).run();
            brake.refresh();
            bound(services.policy());
            trace.reload();
        });
        Map<Screen, Runnable> focuses = Map.of(Screen.REVIEW, reviewController::focus, Screen.SKUS, skusController::focus);
        model.screen().subscribe(screen -> {
            loads.getOrDefault(screen, () -> {}).run();
            focuses.getOrDefault(screen, () -> {}).run();
        });
        model.setAfterReconnect(this::showHomecoming);
        model.setSignIn(() -> connect(model.situation().get()));
        tasks.busy().subscribe((before, busy) -> {
            if (before && !busy) {
                review.load();
                sku.reload();
                chosenSku.reload();
                trace.reload();
            }
        });
        Situation begin = model.situation().get();
        if (begin.server() == null || begin.syncedAt() == null) {
            connect(begin);
        }
        whenRowsAreShown(() -> {
            SkuController skuController = new SkuController(sku, frame, tasks, texts, formats, exports, review.decisions()::order);
            Parent panel = screens.load(skuController);
            skuController.setTrace(trace);
            skuController.setAges(new FactAges(model.situation(), now, texts, formats));
            skuController.setPlanning(new PlanningView(planning, texts, formats, false));
            reviewController.setDetail(panel);
            reviewController.begin();
            review.cursor().subscribe(moved -> host.whenRested(() -> {
                Row row = review.cursor().get();
                sku.show(skuOf(row));
                planning.show(skuOf(row));
                trace.show(row instanceof Row.Line line ? line.line().id() : null);
            }));
            frame.changed();
        });
    }

    /** Once: whatever a buyer does not need for the first decision comes after the rows. */
    private void whenRowsAreShown(Runnable work) {
        AtomicBoolean begun = new AtomicBoolean();
        review.phase().subscribe(phase -> {
            if (phase != ReviewModel.Phase.LOADING && begun.compareAndSet(false, true)) {
                frame.whenDrawn(work);
            }
        });
    }

    /** What the Odoo user may do bounds what is offered; where it was never read, Odoo itself says no. */
    private void bound(PolicyDesk policy) {
        tasks.run(() -> Optional.ofNullable(policy.rights()), rights -> {
            reviewController.allowConfirming(rights.map(UserRights::mayConfirm).orElse(true));
            frame.allowSending(rights.map(UserRights::mayDraft).orElse(true));
        });
    }

    private static @Nullable Sku skuOf(@Nullable Row row) {
        return row instanceof Row.Line line ? line.line().basis().sku() : null;
    }

    /** The way in, over the whole window. */
    private void connect(Situation now) {
        boolean first = now.server() == null || now.syncedAt() == null;
        ConnectModel way = new ConnectModel(services, tasks, texts, host.demo(), host::reopen, host::enterDemo);
        connecting = way;
        frame.cover(screens.load(new ConnectController(way, texts, host::browse, first, frame::uncover)));
        way.begin(now);
    }

    private void openProduct(Sku sku) {
        Situation now = model.situation().get();
        if (now.server() != null) {
            host.browse(now.server().productLink(sku.productId()));
        }
    }

    private void showSku(Sku sku) {
        skus.search().set("");
        skus.filter().set(SkuFilter.ALL);
        open(Screen.SKUS);
        skus.find(sku);
    }

    /** Says calmly that there is a newer version, unless this person wants to hear no more of it. */
    public void announce(UpdateStatus.Newer newer) {
        String version = newer.version().text();
        if (services.preferences().get(UpdateCard.SKIPPED).filter(version::equals).isEmpty()) {
            status.announce(version, () -> frame.overlay(new UpdateCard(newer, texts, frame, () -> {
                services.preferences().put(UpdateCard.SKIPPED, version);
                status.forgetNewer();
            })));
        }
    }

    /** Shows what a link asks for. Over a dialog, or while there is nothing to show yet, it only offers to. */
    public void follow(Link link) {
        links.follow(link);
    }

    private void showHomecoming() {
        tasks.run(() -> Homecoming.of(services), home ->
                frame.overlay(new HomecomingCard(home, texts, formats, frame, () -> model.push(frame), () -> open(Screen.OUTBOX))));
    }

    private void showTour() {
        open(Screen.REVIEW);
        frame.overlay(new Tour(texts, root, frame));
        services.preferences().put(TOUR_SEEN, "yes");
    }

    /** As time goes by: the data grows older, and a server that was away may be back. */
    public void tick() {
        now.set(services.clock().instant());
        status.showAge(model.situation().get());
        model.lookForServer(frame);
        model.runRound(frame);
    }

    public Parent root() {
        return root;
    }

    public void open(Screen screen) {
        model.screen().set(screen);
    }

    /** Puts the keyboard where the work is; on the very first day shows around first. */
    public void focus() {
        if (connecting != null) {
            // The field lies in a scroll pane, and is found only when that has its skin: before the window is shown it has none yet.
            root.applyCss();
            root.layout();
            root.lookup("#address").requestFocus();
            return;
        }
        reviewController.focus();
        Preferences preferences = services.preferences();
        if (preferences.get(TOUR_SEEN).isEmpty()) {
            showTour();
        }
    }

    /** Says something at the window's edge, for whoever drives the window from outside. */
    public void notice(Kind kind, String message) {
        frame.notice(Notice.of(kind, message));
    }

    /** The review screen's model, for whoever drives the window from outside: journeys and pictures. */
    public ReviewModel review() {
        return review;
    }

    /** The frame, for whoever shows its states from outside. */
    public ShellModel model() {
        return model;
    }

    private final class AroundSettings implements SettingsController.Around {

        @Override
        public Look look() {
            return host.look();
        }

        @Override
        public void turn(Look look) {
            host.turn(look);
        }

        @Override
        public void signInAgain() {
            connect(model.situation().get());
        }

        @Override
        public void showTour() {
            Shell.this.showTour();
        }
    }
}
