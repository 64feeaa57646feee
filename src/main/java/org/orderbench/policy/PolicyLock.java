package org.orderbench.policy;

/** Keeps who may change the policy; of a passphrase no more than a slow hash. Implemented by the cache. Safe for several threads. */
public interface PolicyLock {

    /** The shortest passphrase that is taken. */
    int SHORTEST = 8;

    ChangeRule rule();

    /** Whether this is the passphrase; false where none is set. The array is the caller's to wipe. */
    boolean matches(char[] passphrase);

    /** An administrator of purchasing changes the policy from now on. Journalled. */
    void toAdministrator(String by);

    /**
     * The passphrase changes the policy from now on. Journalled, without it.
     *
     * @throws IllegalArgumentException if it is shorter than {@link #SHORTEST}
     */
    void toPassphrase(char[] passphrase, String by);
}
