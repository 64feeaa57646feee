package org.orderbench.desktop.error;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonType;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.stage.Window;
import org.orderbench.desktop.common.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows what nobody expected: that nothing decided is lost, a code to name it by, and the details to copy. Logged once. */
public final class ErrorReports {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorReports.class);

    private final Texts texts;
    private final Clock clock;

    public ErrorReports(Locale locale, Clock clock) {
        this.texts = new Texts(locale);
        this.clock = clock;
    }

    /** On the window thread. */
    public void show(Window owner, Throwable failure) {
        ErrorCode code = ErrorCode.of(failure);
        LOG.error("{}", code, failure);
        String details = details(code, failure);
        ButtonType copy = new ButtonType(texts.get("error.copy"));
        Alert alert = new Alert(Alert.AlertType.ERROR, texts.get("error.text"), copy, ButtonType.CLOSE);
        alert.initOwner(owner);
        alert.setTitle(texts.get("error.title"));
        alert.setHeaderText(texts.get("error.head", code));
        TextArea area = new TextArea(details);
        area.setEditable(false);
        area.setAccessibleText(texts.get("error.details"));
        alert.getDialogPane().setExpandableContent(area);
        alert.setOnHidden(event -> {
            if (alert.getResult() == copy) {
                Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, details));
            }
        });
        alert.show();
    }

    private String details(ErrorCode code, Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return code + "\n" + clock.instant() + "\n" + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", Java "
                + System.getProperty("java.version") + "\n" + trace;
    }
}
