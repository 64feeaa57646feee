package org.orderbench.desktop.policy;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Tasks;
import org.orderbench.desktop.common.Texts;
import org.orderbench.desktop.common.WorkbenchServices;
import org.orderbench.policy.Check;
import org.orderbench.policy.Verdict;

/** The policy trace of one line: each check with its figures, those that did not pass first. For the SKU panel. */
public final class TraceView extends VBox {

    private final WorkbenchServices services;
    private final Tasks tasks;
    private final Texts texts;
    private final Words words;
    private @Nullable Long wanted;

    public TraceView(WorkbenchServices services, Tasks tasks, Texts texts, Formats formats) {
        this.services = services;
        this.tasks = tasks;
        this.texts = texts;
        this.words = new Words(texts, formats);
        getStyleClass().add("trace");
    }

    /** @param line the proposal line's id; null for none */
    public void show(@Nullable Long line) {
        wanted = line;
        if (line == null) {
            getChildren().clear();
            return;
        }
        tasks.run(() -> services.policy().verdict(line), found -> {
            if (line.equals(wanted)) {
                fill(found);
            }
        });
    }

    /** Reads the shown line's trace anew. */
    public void reload() {
        show(wanted);
    }

    private void fill(Optional<Verdict> found) {
        getChildren().clear();
        if (found.isEmpty()) {
            getChildren().add(Card.wrapped(texts.get("trace.none"), "muted"));
            return;
        }
        Verdict verdict = found.get();
        List<Check> failed = verdict.trace().notPassed();
        List<Check> passed = verdict.trace().checks().stream().filter(Check::passed).toList();
        getChildren().add(Card.wrapped(texts.get("trace.action." + Words.key(verdict.action())), "trace-action"));
        getChildren().add(Card.wrapped(
                texts.get("trace.judged", verdict.trace().slice(), words.level(verdict.trace().level()), verdict.trace().policyVersion()), "hint"));
        failed.forEach(check -> getChildren().add(line(check)));
        VBox all = new VBox(6);
        passed.forEach(check -> all.getChildren().add(line(check)));
        TitledPane rest = new TitledPane(texts.get("trace.passed", passed.size()), all);
        rest.setExpanded(false);
        rest.setAnimated(false);
        rest.getStyleClass().addAll("dense", "trace-passed");
        getChildren().add(rest);
    }

    private Node line(Check check) {
        FontIcon sign = new FontIcon(switch (check.result()) {
            case PASSED -> "mdal-check_circle";
            case FAILED -> "mdal-error_outline";
            case STOPPED -> "mdmz-pan_tool";
            case CANNOT_EVALUATE -> "mdal-help_outline";
        });
        sign.getStyleClass().add("check-" + Words.key(check.result()));
        String sentence = words.check(check);
        Label said = Card.wrapped(sentence, "check-words");
        said.setAccessibleText(texts.get("trace.check." + Words.key(check.result()), sentence));
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox line = new HBox(8, sign, said);
        line.getStyleClass().add("sentence-line");
        return line;
    }
}
