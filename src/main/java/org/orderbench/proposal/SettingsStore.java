package org.orderbench.proposal;

import java.time.LocalDate;
import java.util.List;
import org.orderbench.replenish.Closing;
import org.orderbench.replenish.PlanningSetting;
import org.orderbench.replenish.PolicyOverride;
import org.orderbench.replenish.ReplenishmentSettings;
import org.orderbench.replenish.SettingName;

/** What buyers set about planning, and when vendors are closed. Implemented by the cache; each change is journalled. Safe for several threads. */
public interface SettingsStore {

    /** The defaults with all that was set over them. */
    ReplenishmentSettings current();

    /** By name, then from the nearest scope to the farthest. */
    List<PlanningSetting> list();

    /**
     * Sets it, in place of what was set under the same name for the same scope and key.
     *
     * @throws IllegalArgumentException with words for the buyer if it contradicts another one; nothing is changed
     */
    void set(PlanningSetting setting, String by);

    /**
     * @return false when there was nothing to clear
     * @throws IllegalArgumentException with words for the buyer if what then holds contradicts another one; nothing is changed
     */
    boolean clear(SettingName name, PolicyOverride.Scope scope, String key, String by);

    /** By vendor, then day. */
    List<VendorClosing> closings();

    /** Adds a closing; the same days again change its reason. */
    void close(VendorClosing closing, String by);

    /** @return false when no closing of the vendor begins on that day */
    boolean open(int vendorId, LocalDate from, String by);

    /** @param vendorId {@link ReplenishmentSettings#OWN} for our own company */
    record VendorClosing(int vendorId, String vendorName, Closing closing) {}
}
