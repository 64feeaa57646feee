package org.orderbench;

import java.util.Optional;
import org.orderbench.cli.Version;
import org.orderbench.desktop.common.Preferences;
import org.orderbench.desktop.common.UpdatePlace;
import org.orderbench.managed.ManagedSettings;
import org.orderbench.update.Release;
import org.orderbench.update.UpdateCheck;
import org.orderbench.update.UpdateSource;
import org.orderbench.update.UpdateStatus;

/** Where newer versions are announced: as the administrators say; where they settled nothing, as this profile's user did. */
public final class ProfileUpdates implements UpdatePlace {

    private static final String ADDRESS = "news.address";
    private static final String KEY = "news.key";

    private final ManagedSettings managed;
    private final Preferences own;

    ProfileUpdates(ManagedSettings managed, Preferences own) {
        this.managed = managed;
        this.own = own;
    }

    /** @throws IllegalArgumentException if what the user once gave is no such place any more */
    public Optional<UpdateSource> source() {
        return managed.isManaged() ? managed.updates() : own.get(ADDRESS).flatMap(address -> own.get(KEY).map(key -> UpdateSource.of(address, key)));
    }

    @Override
    public Place now() {
        return managed.isManaged()
                ? new Place(managed.updates().map(source -> source.announcement().toString()).orElse(""), "", true)
                : new Place(own.get(ADDRESS).orElse(""), own.get(KEY).orElse(""), false);
    }

    @Override
    public void ask(String address, String key) {
        UpdateSource.of(address, key);
        own.put(ADDRESS, address.strip());
        own.put(KEY, key.strip());
    }

    @Override
    public void askNowhere() {
        own.put(ADDRESS, null);
        own.put(KEY, null);
    }

    @Override
    public UpdateStatus look() {
        return source().map(source -> new UpdateCheck(source, new Release(Version.number())).ask()).orElseGet(() -> new UpdateStatus.Unknown(""));
    }
}
