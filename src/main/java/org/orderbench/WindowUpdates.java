package org.orderbench;

import org.orderbench.cli.Version;
import org.orderbench.desktop.common.UpdatePlace;
import org.orderbench.update.Release;
import org.orderbench.update.UpdateCheck;
import org.orderbench.update.UpdateSource;
import org.orderbench.update.UpdateStatus;

/** The place of announcements of this profile, as the window offers it. */
final class WindowUpdates implements UpdatePlace {

    private final Wiring wiring;

    WindowUpdates(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Place now() {
        return wiring.updatePlace();
    }

    @Override
    public void ask(String address, String key) {
        UpdateSource.of(address, key);
        wiring.keepUpdates(address.strip(), key.strip());
    }

    @Override
    public void askNowhere() {
        wiring.keepUpdates(null, null);
    }

    @Override
    public UpdateStatus look() {
        return wiring.updates()
                .map(source -> new UpdateCheck(source, new Release(Version.number())).ask())
                .orElseGet(() -> new UpdateStatus.Unknown(""));
    }
}
