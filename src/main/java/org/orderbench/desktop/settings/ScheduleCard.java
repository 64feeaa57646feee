package org.orderbench.desktop.settings;

import java.time.LocalTime;
import java.util.concurrent.Callable;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.orderbench.desktop.common.Frame;
import org.orderbench.desktop.common.Frame.Kind;
import org.orderbench.desktop.common.Frame.Notice;
import org.orderbench.desktop.common.RoundScheduler;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.common.Texts;

/** Lets the system's scheduler start the unattended round each day, or no longer. */
public final class ScheduleCard extends VBox {

    private static final int STEP_MINUTES = 30;

    private final RoundScheduler scheduler;
    private final Tasks tasks;
    private final Frame frame;
    private final Texts texts;
    private final Label standing = new Label();
    private final Button stop;

    public ScheduleCard(RoundScheduler scheduler, Tasks tasks, Frame frame, Texts texts) {
        this.scheduler = scheduler;
        this.tasks = tasks;
        this.frame = frame;
        this.texts = texts;
        getStyleClass().add("card");
        Label title = new Label(texts.get("rounds.title"));
        title.getStyleClass().add("card-title");
        ComboBox<LocalTime> time = new ComboBox<>();
        for (int minutes = 0; minutes < 24 * 60; minutes += STEP_MINUTES) {
            time.getItems().add(LocalTime.MIDNIGHT.plusMinutes(minutes));
        }
        time.setValue(LocalTime.of(6, 30));
        time.setAccessibleText(texts.get("rounds.at"));
        CheckBox weekdays = new CheckBox(texts.get("rounds.weekdays"));
        weekdays.setSelected(true);
        FlowPane when = new FlowPane(10, 8, new Label(texts.get("rounds.at")), time, weekdays);
        when.setRowValignment(VPos.CENTER);
        Button start = new Button(texts.get("rounds.start"));
        start.setId("rounds-start");
        start.setOnAction(event -> {
            LocalTime at = time.getValue();
            boolean few = weekdays.isSelected();
            run(() -> {
                scheduler.schedule(at, few);
                return texts.get(few ? "rounds.started.weekdays" : "rounds.started", scheduler.name(), at.toString());
            });
        });
        stop = new Button(texts.get("rounds.stop"));
        stop.setId("rounds-stop");
        stop.setOnAction(event -> run(() -> {
            scheduler.remove();
            return texts.get("rounds.stopped", scheduler.name());
        }));
        standing.getStyleClass().add("hint");
        standing.setWrapText(true);
        getChildren().addAll(title, wrapped(texts.get("rounds.text")), when, new HBox(8, start, stop), standing);
        load();
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        return label;
    }

    private void load() {
        tasks.run(scheduler::scheduled, this::show);
    }

    private void show(boolean scheduled) {
        standing.setText(texts.get(scheduled ? "rounds.scheduled" : "rounds.not-scheduled", scheduler.name()));
        stop.setDisable(!scheduled);
    }

    private void run(Callable<String> work) {
        tasks.run(work, words -> {
            frame.notice(Notice.of(Kind.DONE, words));
            load();
        }, failure -> {
            frame.notice(Notice.of(Kind.PROBLEM, String.valueOf(failure.getMessage())));
            load();
        });
    }
}
