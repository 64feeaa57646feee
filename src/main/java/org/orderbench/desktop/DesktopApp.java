package org.orderbench.desktop;

import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.HostServices;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.orderbench.desktop.common.Fonts;
import org.orderbench.desktop.common.Job;
import org.orderbench.desktop.common.Look;
import org.orderbench.desktop.common.ServiceSource;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.common.Texts;
import org.orderbench.desktop.common.Theme;
import org.orderbench.desktop.common.WorkbenchServices;
import org.orderbench.desktop.connect.PassphraseDialog;
import org.orderbench.desktop.error.ErrorReports;
import org.orderbench.desktop.shell.Host;
import org.orderbench.desktop.shell.Shell;
import org.orderbench.handover.Link;
import org.orderbench.schedule.Notification;
import org.orderbench.update.UpdateStatus;

/** The window's life: one stage, and the shell in it, which is made anew when language or connection change. */
final class DesktopApp implements Host {

    private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 128, 256);
    private static final Duration TICK = Duration.seconds(30);
    private static final Duration DAY = Duration.hours(24);

    private final ServiceSource profile;
    private final Executor background;
    private final Rest rest = new Rest();
    private final Gate window = new Gate();
    private ServiceSource source;
    private volatile @Nullable ServiceSource prepared;
    private Look look;
    private boolean inDemo;
    private UpdateStatus.@Nullable Newer newer;
    private Consumer<Throwable> unexpected = failure -> {};
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private @Nullable Shell shell;
    private @Nullable Stage stage;
    private @Nullable HostServices browser;

    DesktopApp(ServiceSource profile, Executor background) {
        this.profile = profile;
        this.source = profile;
        this.background = background;
        this.look = Look.of(profile.preferences());
    }

    /**
     * Makes what the window will show, on the caller's thread, and begins to read it: JavaFX lets nodes be made anywhere as long as they are in no window, so this is
     * done while it starts, after {@link Theme#announce}. What is read waits for {@link #start}.
     */
    void prepare() {
        Fonts.load();
        awaitProfile();
        shell = make();
    }

    /** Takes the stage, and makes ready what needs JavaFX alone. On the window thread, before {@link #start}; {@link #prepare} may be under way meanwhile. */
    void take(Stage fresh, HostServices way) {
        stage = fresh;
        browser = way;
        look.theme().read();
        fresh.setTitle("Orderbench");
        for (int size : ICON_SIZES) {
            InputStream picture = DesktopApp.class.getResourceAsStream("icons/orderbench-" + size + ".png");
            if (picture != null) {
                fresh.getIcons().add(new Image(picture));
            }
        }
        place(fresh).take();
    }

    private StagePlace place(Stage of) {
        return new StagePlace(of, profile.preferences());
    }

    /** Shows what was prepared. On the window thread, once. */
    void start() {
        Stage stage = stage();
        show(Objects.requireNonNull(shell, "not prepared"));
        // Rows that are there already are laid out with the rest, and not after it.
        window.open(Platform::runLater);
        stage.show();
        PassphraseDialog passphrase = new PassphraseDialog(stage, () -> new Texts(look.locale(Locale.getDefault())), Platform::runLater);
        background.execute(() -> profile.unlock(passphrase));
        Platform.getPreferences().colorSchemeProperty().subscribe((before, now) -> dress());
        Timeline clock = new Timeline(new KeyFrame(TICK, tick -> {
            if (shell != null) {
                shell.tick();
            }
        }));
        clock.setCycleCount(Animation.INDEFINITE);
        clock.play();
        Timeline news = new Timeline(new KeyFrame(DAY, tick -> askForNewer()));
        news.setCycleCount(Animation.INDEFINITE);
        news.play();
        askForNewer();
        stage.setOnHiding(closing -> {
            place(stage).keep();
            clock.stop();
            news.stop();
            endDemo();
        });
    }

    /** The window is there before what it shows: all that asks for it waits, and a profile that cannot be opened closes the window again. */
    private void awaitProfile() {
        background.execute(() -> {
            try {
                boolean holds = profile.await();
                ready.complete(null);
                if (!holds) {
                    window.execute(this::renew);
                }
            } catch (RuntimeException told) {
                window.execute(() -> stage().hide());
            }
        });
    }

    private void askForNewer() {
        background.execute(() -> {
            Optional<UpdateStatus.Newer> found = profile.newer();
            Platform.runLater(() -> {
                newer = found.orElse(newer);
                announce();
            });
        });
    }

    private void announce() {
        if (newer != null && shell != null) {
            shell.announce(newer);
        }
    }

    /** The program was started again: this window is meant. */
    void visit(Optional<Link> link) {
        stage().setIconified(false);
        stage().toFront();
        stage().requestFocus();
        link.ifPresent(this::follow);
    }

    void follow(Link link) {
        if (shell != null) {
            shell.follow(link);
        }
    }

    private Stage stage() {
        return Objects.requireNonNull(stage, "not started");
    }

    private Shell make() {
        WorkbenchServices services = source.services(look.locale(Locale.getDefault()));
        ErrorReports errors = new ErrorReports(services, background, window);
        unexpected = failure -> errors.show(stage(), failure);
        return new Shell(services, new Tasks(this::runWhenOpen, window, unexpected), this);
    }

    private void renew() {
        Shell fresh = make();
        shell = fresh;
        show(fresh);
    }

    private void show(Shell fresh) {
        Stage stage = stage();
        Consumer<Throwable> told = unexpected;
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> told.accept(failure));
        Scene scene = stage.getScene();
        if (scene == null) {
            // Of the size that it will have: else all of it is laid out twice, first at the size that it would like.
            stage.setScene(new Scene(fresh.root(), stage.getWidth(), stage.getHeight()));
        } else {
            scene.setRoot(fresh.root());
        }
        dress();
        announce();
        fresh.focus();
    }

    private void runWhenOpen(Runnable work) {
        CompletableFuture<Void> unused = ready.thenRunAsync(work, background);
    }

    private void dress() {
        look.dress(stage().getScene());
    }

    @Override
    public void browse(String address) {
        Objects.requireNonNull(browser, "not started").showDocument(address);
    }

    @Override
    public void tell(String text) {
        Stage stage = stage();
        if (!stage.isFocused()) {
            background.execute(() -> Notification.show(stage.getTitle(), text));
        }
    }

    @Override
    public void whenDrawn(Runnable work) {
        rest.afterPainting(work);
    }

    @Override
    public void whenRested(Runnable work) {
        rest.afterAMoment(work);
    }

    @Override
    public Look look() {
        return look;
    }

    @Override
    public void turn(Look next) {
        boolean otherLanguage = !next.tag().equals(look.tag());
        look = next;
        next.keep(profile.preferences());
        if (otherLanguage) {
            renew();
        } else {
            dress();
        }
    }

    @Override
    public void reopen() {
        renew();
    }

    @Override
    public Job demo() {
        return progress -> {
            prepared = profile.demo(progress);
            return "";
        };
    }

    @Override
    public void enterDemo() {
        ServiceSource ready = prepared;
        if (ready != null) {
            source = ready;
            inDemo = true;
            renew();
        }
    }

    @Override
    public boolean inDemo() {
        return inDemo;
    }

    @Override
    public void leaveDemo() {
        source = profile;
        inDemo = false;
        renew();
        endDemo();
    }

    private void endDemo() {
        ServiceSource ended = prepared;
        prepared = null;
        if (ended != null) {
            background.execute(ended::close);
        }
    }
}
