package org.orderbench.desktop.shell;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import org.orderbench.desktop.common.Frame.Kind;
import org.orderbench.desktop.common.Frame.Notice;
import org.orderbench.desktop.common.Texts;

/** A notice at the window's edge. What went well leaves by itself; a problem stays until it is read. */
final class NoticeNode extends HBox {

    private final Notice notice;

    NoticeNode(Notice notice, Texts texts, Consumer<NoticeNode> gone) {
        this.notice = notice;
        getStyleClass().addAll("notice", "notice-" + notice.kind().name().toLowerCase(Locale.ROOT));
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(notice.message());
        setMaxHeight(USE_PREF_SIZE);
        FontIcon sign = new FontIcon(switch (notice.kind()) {
            case DONE -> "mdal-check_circle";
            case HINT -> "mdal-info";
            case PROBLEM -> "mdal-error";
        });
        Label message = new Label(notice.message());
        message.setWrapText(true);
        message.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(message, Priority.ALWAYS);
        getChildren().addAll(sign, message);
        if (!notice.action().isEmpty()) {
            Button act = new Button(notice.action());
            act.getStyleClass().addAll("flat", "small", "notice-action");
            act.setMinWidth(USE_PREF_SIZE);
            act.setOnAction(event -> {
                gone.accept(this);
                notice.onAction().run();
            });
            getChildren().add(act);
        }
        Button close = new Button(null, new FontIcon("mdal-close"));
        close.getStyleClass().addAll("flat", "small", "button-icon");
        close.setAccessibleText(texts.get("shell.notice.close"));
        close.setOnAction(event -> gone.accept(this));
        getChildren().add(close);
        switch (notice.kind()) {
            case DONE, HINT -> {
                PauseTransition life = new PauseTransition(Duration.seconds(8));
                life.setOnFinished(event -> gone.accept(this));
                life.play();
            }
            case PROBLEM -> { }
        }
    }

    boolean isProblem() {
        return notice.kind() == Kind.PROBLEM;
    }

    /** It says the same, or offers the same action, which is about the newest: two buttons "Undo" would both take back the last decision. */
    boolean isOutdatedBy(Notice newer) {
        return notice.kind() == newer.kind() && (notice.message().equals(newer.message()) || (!notice.action().isEmpty() && notice.action().equals(newer.action())));
    }
}
