package org.orderbench;

import java.time.LocalTime;
import org.orderbench.desktop.common.RoundScheduler;
import org.orderbench.schedule.Scheduling;

/** The unattended round of this profile in the system's scheduler, as the window offers it. */
final class WindowRounds implements RoundScheduler {

    private final Wiring wiring;
    private final Scheduling scheduling;

    WindowRounds(Wiring wiring) {
        this.wiring = wiring;
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
    public String schedule(LocalTime at, boolean weekdaysOnly) throws InterruptedException {
        scheduling.install(wiring.schedule(at, weekdaysOnly));
        return scheduling.schedulerName() + " starts the round at " + at + (weekdaysOnly ? ", Monday to Friday." : " every day.");
    }

    @Override
    public String remove() throws InterruptedException {
        scheduling.remove(wiring.schedule(LocalTime.MIDNIGHT, false));
        return "The round is no longer started by " + scheduling.schedulerName() + ".";
    }
}
