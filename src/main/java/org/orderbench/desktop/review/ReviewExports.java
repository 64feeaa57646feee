package org.orderbench.desktop.review;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.ContextMenu;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Quantity;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Frame;
import org.orderbench.desktop.common.Frame.Kind;
import org.orderbench.desktop.common.Frame.Notice;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.common.Texts;
import org.orderbench.desktop.common.WorkbenchServices;
import org.orderbench.desktop.export.DecisionPage;
import org.orderbench.desktop.export.ExportFolder;
import org.orderbench.desktop.export.Sheet;
import org.orderbench.proposal.Proposal;
import org.orderbench.proposal.ProposalLine;

/** Puts the grid, or what was decided in this session, into a file: the lines that are marked, or all that are shown. */
public final class ReviewExports {

    /** Writes a file. */
    private interface Writer {
        void write(Path file) throws Exception;
    }

    private final WorkbenchServices services;
    private final Tasks tasks;
    private final Frame frame;
    private final Texts texts;
    private final Formats formats;
    private final ExportFolder folder;

    public ReviewExports(WorkbenchServices services, Tasks tasks, Frame frame, Texts texts, Formats formats, ExportFolder folder) {
        this.services = services;
        this.tasks = tasks;
        this.frame = frame;
        this.texts = texts;
        this.formats = formats;
        this.folder = folder;
    }

    void fill(ContextMenu menu, ReviewGrid grid, ReviewModel model) {
        menu.getItems().setAll(
                GridMenus.item(texts.get("review.export.xlsx"), () -> sheet(grid, model, "xlsx")),
                GridMenus.item(texts.get("review.export.csv"), () -> sheet(grid, model, "csv")),
                GridMenus.item(texts.get("review.export.decisions"), () -> decisions(model)));
    }

    void sheet(ReviewGrid grid, ReviewModel model, String form) {
        Sheet sheet = sheet(grid, model.marked() > 0 ? model.targets() : model.shownLines());
        write(texts.get("review.export.file"), form, file -> {
            if (form.equals("xlsx")) {
                sheet.xlsx(file);
            } else {
                sheet.csv(file, services.locale());
            }
        });
    }

    private Sheet sheet(ReviewGrid grid, List<Row.Line> lines) {
        List<Column> columns = new ArrayList<>(grid.shownColumns());
        // A sheet has no heads of orders: who sells it must stand in each row.
        boolean named = columns.stream().anyMatch(column -> column.id().equals("vendor"));
        List<String> heads = new ArrayList<>(columns.stream().map(column -> grid.head(column.id())).toList());
        if (!named) {
            heads.addFirst(grid.head("vendor"));
        }
        heads.add(texts.get("review.export.currency"));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Row.Line line : lines) {
            List<@Nullable Object> row = new ArrayList<>();
            if (!named) {
                row.add(line.proposal().vendorName());
            }
            columns.forEach(column -> row.add(plain(column.raw().apply(line))));
            row.add(line.proposal().currency());
            rows.add(row);
        }
        return new Sheet(texts.get("review.export.file"), heads, rows);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof Quantity quantity ? quantity.value() : value;
    }

    void decisions(ReviewModel model) {
        Map<Long, Proposal> session = model.decisions().session();
        if (session.isEmpty()) {
            frame.notice(Notice.of(Kind.HINT, texts.get("review.export.no-decisions")));
            return;
        }
        write(texts.get("review.export.decisions.file"), "html", file -> {
            List<DecisionPage.Line> lines = session.entrySet().stream()
                    .map(entry -> services.proposals().line(entry.getKey()).map(line -> line(entry.getValue(), line)))
                    .flatMap(Optional::stream)
                    .collect(Collectors.toList());
            // Number formats belong to one thread: the page gets its own.
            new DecisionPage(texts, new Formats(formats.locale(), formats.zone(), texts), services.buyer(), services.clock().instant(), LocalDate.ofInstant(services.clock().instant(), services.zone()),
                    services.currency()).write(file, lines);
        });
    }

    private static DecisionPage.Line line(Proposal proposal, ProposalLine line) {
        return new DecisionPage.Line(proposal.vendorName(), proposal.warehouseName(), proposal.currency(), line, Row.Line.companyValue(line));
    }

    private void write(String name, String extension, Writer writer) {
        tasks.run(() -> {
            Path file = folder.create(name, extension);
            writer.write(file);
            return file;
        }, file -> frame.notice(new Notice(Kind.DONE, texts.get("export.done", file.getFileName()), texts.get("export.open"),
                () -> frame.browse(file.toUri().toString()))), failure -> frame.notice(Notice.of(Kind.PROBLEM, texts.get("export.failed", String.valueOf(failure.getMessage())))));
    }
}
