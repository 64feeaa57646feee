package org.orderbench.desktop.common;

import org.orderbench.update.BadUpdateSourceException;
import org.orderbench.update.UpdateStatus;

/** Where this profile asks whether a newer version is announced. Every call may take its time. */
public interface UpdatePlace {

    /**
     * @param address empty for nowhere
     * @param key     the publisher's Ed25519 public key, X.509, in Base64
     * @param managed an administrator has settled it for this computer: it can only be looked at
     */
    record Place(String address, String key, boolean managed) {}

    Place now();

    /**
     * Asks there from now on, also when the workbench is opened.
     *
     * @throws BadUpdateSourceException if either of the two is no such thing; nothing is kept then
     */
    void ask(String address, String key);

    /** Asks nowhere any more. */
    void askNowhere();

    /** Asks at once; {@link UpdateStatus.Unknown} where no place is set. */
    UpdateStatus look();
}
