package org.orderbench.proposal;

import org.orderbench.replenish.SettingName;

/**
 * What holds of one setting where somebody looks, and where it came from.
 *
 * @param value  in its kept form; empty where nothing limits, or where each class has its own
 * @param origin how near it was set
 * @param from   what it was set for, as in {@link SettingScopes.Scope}; the class for {@link Origin#CLASS}; else empty
 */
public record HeldSetting(SettingName name, String value, Origin origin, String from) {

    /** Where a value comes from. */
    public enum Origin {
        /** Set for what is looked at. */
        HERE,
        /** Set for something wider. */
        WIDER,
        /** The class tables say so. */
        CLASS,
        /** Nobody set anything. */
        DEFAULT
    }
}
