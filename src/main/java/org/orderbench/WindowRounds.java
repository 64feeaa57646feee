package org.orderbench;

import java.io.IOException;
import java.time.LocalTime;
import org.orderbench.cli.Round;
import org.orderbench.cli.RoundHandover;
import org.orderbench.desktop.common.Job;
import org.orderbench.desktop.common.Progress;
import org.orderbench.desktop.common.RoundScheduler;
import org.orderbench.desktop.common.Texts;
import org.orderbench.odoo.OdooException;
import org.orderbench.schedule.Scheduling;

/** The unattended round of this profile in the system's scheduler, as the window offers it. */
final class WindowRounds implements RoundScheduler {

    private final Wiring wiring;
    private final ServerContact contact;
    private final Texts texts;
    private final RoundHandover handover;
    private final Scheduling scheduling;

    WindowRounds(Wiring wiring, ServerContact contact, Texts texts) {
        this.wiring = wiring;
        this.contact = contact;
        this.texts = texts;
        this.handover = new RoundHandover(wiring.profileFolder(), wiring.clock());
        this.scheduling = wiring.scheduling();
    }

    @Override
    public String name() {
        return scheduling.schedulerName();
    }

    @Override
    public boolean scheduled() {
        return scheduling.isScheduled(wiring.schedule(LocalTime.MIDNIGHT, false).profile());
    }

    @Override
    public void schedule(LocalTime at, boolean weekdaysOnly) throws InterruptedException {
        scheduling.install(wiring.schedule(at, weekdaysOnly));
    }

    @Override
    public void remove() throws InterruptedException {
        scheduling.remove(wiring.schedule(LocalTime.MIDNIGHT, false));
    }

    @Override
    public boolean waits() throws IOException {
        return !wiring.isReading() && handover.isAsked();
    }

    @Override
    public Job round() {
        return progress -> {
            RoundHandover.Taken taken = handover.take().orElse(null);
            if (taken == null) {
                return "";
            }
            try {
                wiring.requireWritable();
                Round.Report report = new Round(wiring, contact::signIn, taken.dry(), new Watching(progress)).run();
                taken.answer(report);
                return texts.get(
                        report.exitCode() == 0 ? "job.round.done" : "job.round.person", report.drafted(), report.confirmed(), wiring.proposals().current().size());
            } catch (OdooException e) {
                taken.failed(e.failure().message());
                throw e;
            } catch (RuntimeException e) {
                taken.failed(String.valueOf(e.getMessage()));
                throw e;
            }
        };
    }

    private record Watching(Progress progress) implements Round.Watcher {
        @Override
        public void at(String step) {
            progress.at(step, -1);
        }

        @Override
        public boolean cancelled() {
            return progress.cancelled();
        }
    }
}
