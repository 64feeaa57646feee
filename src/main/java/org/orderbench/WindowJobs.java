package org.orderbench;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.orderbench.desktop.common.Progress;
import org.orderbench.desktop.common.Texts;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooSession;
import org.orderbench.proposal.Plan;
import org.orderbench.proposal.replay.ReplayReport;
import org.orderbench.proposal.replay.ReplaySpan;
import org.orderbench.sync.SyncMode;
import org.orderbench.sync.SyncProgress;
import org.orderbench.sync.SyncReport;
import org.orderbench.writeback.PushReport;

/** The long jobs of the window, told in its language. */
final class WindowJobs {

    private final Wiring wiring;
    private final ServerContact contact;
    private final Texts texts;

    WindowJobs(Wiring wiring, ServerContact contact, Texts texts) {
        this.wiring = wiring;
        this.contact = contact;
        this.texts = texts;
    }

    String sync(Progress progress) throws OdooException {
        try (OdooSession session = contact.signIn()) {
            wiring.rememberRights(session);
            SyncReport report = wiring.synchronizer(session).run(SyncMode.INCREMENTAL, at -> tell(at, progress), progress::cancelled);
            return switch (report.outcome()) {
                case DONE -> noticed(
                        report.warnings().isEmpty() ? texts.get("job.sync.done", report.rows()) : texts.get("job.sync.noted", report.rows(), report.warnings().size()),
                        wiring.writeback().watch(session)) + wiring.signIn().keyWarning(session).map(words -> " " + words).orElse("");
                case CANCELLED -> texts.get("job.sync.cancelled");
                case FAILED -> texts.get("job.sync.failed");
            };
        }
    }

    /** With the first of what happened to our orders; all of it stands in the outbox and in the journal. */
    private String noticed(String done, List<String> all) {
        String first = String.join(" ", all.subList(0, Math.min(2, all.size())));
        return all.isEmpty() ? done : all.size() <= 2 ? texts.get("job.sync.noticed", done, first) : texts.get("job.sync.noticed.more", done, first, all.size() - 2);
    }

    Optional<String> withdraw(long order) throws OdooException {
        try (OdooSession session = contact.signIn()) {
            return wiring.writeback().withdrawal(session).withdraw(order, wiring.buyer());
        }
    }

    private void tell(SyncProgress at, Progress progress) {
        double fraction = at.total() <= 0 ? -1 : Math.min(1, (double) at.done() / at.total());
        String step = texts.get("job.sync.step", at.what());
        progress.at(at.left() == null || at.left().toSeconds() < 5 ? step : texts.get("job.sync.left", step, at.left().toSeconds()), fraction);
    }

    String plan(Progress progress) {
        int known = Math.max(1, wiring.proposals().statuses().size());
        Plan plan = wiring.plan(done -> {
            if (progress.cancelled()) {
                throw new CancellationException(texts.get("job.plan.cancelled"));
            }
            progress.at(texts.get("job.plan.step", done), done > known ? -1 : (double) done / known);
        });
        int lines = plan.proposals().stream().mapToInt(proposal -> proposal.lines().size()).sum();
        return texts.get("job.plan.done", lines, plan.proposals().size(), plan.skus());
    }

    ReplayReport replay(int days, Progress progress) {
        return wiring.planner().replay(wiring.today(), ReplaySpan.back(wiring.today().minusDays(1), days), done -> {
            if (progress.cancelled()) {
                throw new CancellationException(texts.get("replay.stopped"));
            }
            progress.at(texts.get("replay.step", done), -1);
        });
    }

    String push(Progress progress) throws OdooException {
        try (OdooSession session = contact.signIn()) {
            PushReport report = wiring.writeback().pusher(session).push((done, of, label) -> {
                progress.at(label, of == 0 ? -1 : (double) done / of);
                return !progress.cancelled();
            });
            return texts.get("job.push.done", report.written(), report.settled(), report.waiting(), report.person());
        }
    }
}
