package org.orderbench.desktop.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.orderbench.desktop.common.Frame;
import org.orderbench.desktop.common.Frame.Kind;
import org.orderbench.desktop.common.Frame.Notice;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.common.Texts;
import org.orderbench.desktop.common.WorkbenchServices;
import org.orderbench.desktop.export.ExportFolder;
import org.orderbench.proposal.replay.ReplayChart;
import org.orderbench.proposal.replay.ReplayCsv;
import org.orderbench.proposal.replay.ReplayReport;
import org.orderbench.proposal.replay.ReplayReport.Curve;

/** The newest replay and the slice that is looked at. For the window thread. */
public final class ReplayModel {

    /** Fill rates that the table compares at. */
    private static final List<Double> FILL_RATES = List.of(0.80, 0.85, 0.90, 0.95);

    private final WorkbenchServices services;
    private final Tasks tasks;
    private final Frame frame;
    private final Texts texts;
    private final ExportFolder exports;
    private final ReadOnlyObjectWrapper<@Nullable ReplayReport> report = new ReadOnlyObjectWrapper<>(this, "report");
    /** Set by the job before it ends, read by the window thread after. */
    private final AtomicReference<@Nullable ReplayReport> finished = new AtomicReference<>();
    private final StringProperty slice = new SimpleStringProperty(this, "slice", "");

    public ReplayModel(WorkbenchServices services, Tasks tasks, Frame frame, Texts texts, ExportFolder exports) {
        this.services = services;
        this.tasks = tasks;
        this.frame = frame;
        this.texts = texts;
        this.exports = exports;
    }

    /**
     * One fill rate, and what each way of ordering holds for it.
     *
     * @param stocks by way, in the order of the curves; empty where a way does not get there
     */
    public record Row(double fillRate, List<OptionalDouble> stocks) {

        /** How much less the agent holds than another way, as a share; empty where either does not get there. */
        public OptionalDouble saving(int way) {
            OptionalDouble agent = stocks.getFirst();
            OptionalDouble other = stocks.get(way);
            return way > 0 && agent.isPresent() && other.isPresent() && other.getAsDouble() > 0
                    ? OptionalDouble.of(1 - agent.getAsDouble() / other.getAsDouble())
                    : OptionalDouble.empty();
        }
    }

    public void start(int days) {
        tasks.start(texts.get("job.replay"), progress -> {
            ReplayReport made = services.replays().run(days, progress);
            finished.set(made);
            return texts.get("replay.done", made.items());
        }, summary -> {
            slice.set("");
            report.set(finished.get());
            frame.notice(Notice.of(Kind.DONE, summary));
        }, failure -> {
            if (failure instanceof CancellationException) {
                frame.notice(Notice.of(Kind.HINT, texts.get("replay.stopped")));
            } else {
                frame.notice(new Notice(Kind.PROBLEM, String.valueOf(failure.getMessage()), texts.get("shell.retry"), () -> start(days)));
            }
        });
    }

    public ReadOnlyObjectProperty<@Nullable ReplayReport> report() {
        return report.getReadOnlyProperty();
    }

    /** While a long job runs there is no room for another. */
    public ReadOnlyBooleanProperty busy() {
        return tasks.busy();
    }

    /** The slice's name; empty for all SKUs. */
    public StringProperty slice() {
        return slice;
    }

    /** Of the chosen slice; empty before the first replay. */
    public List<Curve> curves() {
        ReplayReport shown = report.get();
        return shown == null ? List.of() : shown.slices().getOrDefault(slice.get(), shown.curves());
    }

    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        if (!curves().isEmpty()) {
            FILL_RATES.forEach(rate -> rows.add(new Row(rate, curves().stream().map(curve -> curve.stockAt(rate)).toList())));
        }
        return rows;
    }

    public void exportTable() {
        export("csv", ReplayCsv::of);
    }

    public void exportChart() {
        export("svg", made -> ReplayChart.svg(made, services.currency()));
    }

    private interface Writing {
        String text(ReplayReport report);
    }

    private void export(String extension, Writing writing) {
        ReplayReport shown = report.get();
        if (shown == null) {
            return;
        }
        tasks.run(() -> write(extension, writing.text(shown)), file -> frame.notice(Notice.of(Kind.DONE, texts.get("replay.exported", file))),
                failure -> frame.notice(Notice.of(Kind.PROBLEM, texts.get("replay.not-exported", String.valueOf(failure.getMessage())))));
    }

    private Path write(String extension, String text) throws IOException {
        Path file = exports.create("replay", extension);
        Files.writeString(file, text);
        return file;
    }
}
