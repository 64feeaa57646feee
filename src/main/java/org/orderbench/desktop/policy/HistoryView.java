package org.orderbench.desktop.policy;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.TextColumns;
import org.orderbench.desktop.common.Texts;
import org.orderbench.policy.Policy;
import org.orderbench.policy.PolicyOverview;
import org.orderbench.proposal.Decision;

/** Every version of the policy: who made it, when, why, and what it changed. */
final class HistoryView extends TableView<HistoryView.Version> {

    private static final double LEAST_CHANGES = 300;

    private final Texts texts;
    private final ChangeWords changes;

    /** @param changes what it changed against the version before */
    record Version(Policy policy, String changes) {}

    HistoryView(Texts texts, Formats formats) {
        this.texts = texts;
        this.changes = new ChangeWords(texts, formats);
        setAccessibleText(texts.get("policy.tab.history"));
        getColumns().add(TextColumns.right("version", texts.get("policy.history.version"), 80, row -> formats.count(row.policy().version())));
        getColumns().add(TextColumns.of("at", texts.get("policy.history.at"), 170, row -> formats.moment(row.policy().at())));
        getColumns().add(TextColumns.of("by", texts.get("policy.history.by"), 130, row -> who(row.policy().by())));
        getColumns().add(TextColumns.of("reason", texts.get("policy.history.reason"), 380, row -> texts.said(row.policy().reason())));
        TableColumn<Version, String> changed = TextColumns.of("changes", texts.get("policy.history.changes"), LEAST_CHANGES, Version::changes);
        getColumns().add(changed);
        TextColumns.fill(this, changed, LEAST_CHANGES);
    }

    /** What the program decided by itself carries its own name. */
    private String who(String by) {
        return by.equals(Decision.AGENT) ? texts.get("journal.program") : by;
    }

    void show(PolicyOverview overview) {
        List<Policy> all = overview.history();
        List<Version> rows = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            rows.add(new Version(
                    all.get(i), i + 1 < all.size() ? String.join(" ", changes.between(all.get(i + 1), all.get(i), overview.choices())) : texts.get("policy.history.first")));
        }
        getItems().setAll(rows);
    }
}
