package org.orderbench.desktop.error;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.event.ActionEvent;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.orderbench.desktop.common.DialogDress;
import org.orderbench.desktop.common.Support;
import org.orderbench.desktop.common.Texts;
import org.orderbench.desktop.common.WorkbenchServices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows what nobody expected: that nothing decided is lost, a code to name it by, the details to copy, and the support file. Logged once. One window at
 * a time: a fault that repeats itself must not bury the work.
 */
public final class ErrorReports {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorReports.class);

    private final Texts texts;
    private final Clock clock;
    private final Support support;
    private final Executor background;
    private final Executor window;
    private @Nullable Alert showing;

    /**
     * @param background where the support file is written
     * @param window     puts a piece on the window thread
     */
    public ErrorReports(WorkbenchServices services, Executor background, Executor window) {
        this.texts = new Texts(services.locale());
        this.clock = services.clock();
        this.support = services.support();
        this.background = background;
        this.window = window;
    }

    /** On the window thread. */
    public void show(Window owner, Throwable failure) {
        ErrorCode code = ErrorCode.of(failure);
        LOG.error("{}", code, failure);
        if (showing == null) {
            Alert alert = alert(owner, code, failure);
            showing = alert;
            alert.setOnHidden(event -> showing = null);
            alert.show();
        }
    }

    private Alert alert(Window owner, ErrorCode code, Throwable failure) {
        String details = details(code, failure);
        ButtonType copy = new ButtonType(texts.get("error.copy"), ButtonBar.ButtonData.LEFT);
        ButtonType collect = new ButtonType(texts.get("error.collect"), ButtonBar.ButtonData.LEFT);
        ButtonType close = new ButtonType(texts.get("error.close"), ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.ERROR, texts.get("error.text"), copy, collect, close);
        alert.initOwner(owner);
        alert.setTitle(texts.get("error.title"));
        alert.setHeaderText(texts.get("error.head", code));
        alert.setResizable(true);
        TextArea area = new TextArea(details);
        area.setEditable(false);
        area.setAccessibleText(texts.get("error.details"));
        alert.getDialogPane().setExpandableContent(area);
        DialogDress.as(owner, alert.getDialogPane());
        stays(alert, copy, () -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, details)));
        stays(alert, collect, () -> collect(alert));
        return alert;
    }

    /** A button after which the window stays open. */
    private static void stays(Alert alert, ButtonType type, Runnable action) {
        Button button = (Button) alert.getDialogPane().lookupButton(type);
        button.addEventFilter(ActionEvent.ACTION, event -> {
            event.consume();
            action.run();
        });
    }

    private void collect(Alert alert) {
        Path folder = Path.of(System.getProperty("user.home"));
        background.execute(() -> {
            String words;
            try {
                words = texts.get("settings.support.done", support.collect(folder).toString());
            } catch (IOException | RuntimeException e) {
                words = texts.said(String.valueOf(e.getMessage()));
            }
            String said = words;
            window.execute(() -> alert.setContentText(said));
        });
    }

    private String details(ErrorCode code, Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return code + "\n" + clock.instant() + "\n" + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", Java "
                + System.getProperty("java.version") + "\n" + trace;
    }
}
