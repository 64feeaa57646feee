package org.orderbench.desktop;

import java.net.URI;
import org.orderbench.desktop.common.UpdatePlace;
import org.orderbench.update.Release;
import org.orderbench.update.UpdateSource;
import org.orderbench.update.UpdateStatus;

/** A place of announcements that only remembers. */
final class SampleUpdates implements UpdatePlace {

    private Place now = new Place("", "", false);
    UpdateStatus answer = new UpdateStatus.Newer(new Release("9.1"), URI.create("https://orderbench.example/9.1"), "");

    @Override
    public Place now() {
        return now;
    }

    @Override
    public void ask(String address, String key) {
        UpdateSource.of(address, key);
        now = new Place(address, key, false);
    }

    @Override
    public void askNowhere() {
        now = new Place("", "", false);
    }

    @Override
    public UpdateStatus look() {
        return answer;
    }

    /** An administrator settles it. */
    void manage(String address) {
        now = new Place(address, "", true);
    }
}
