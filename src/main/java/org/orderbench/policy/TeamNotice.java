package org.orderbench.policy;

/** The place where the whole team reads what the agent did. Safe for several threads. */
public interface TeamNotice {

    /**
     * Posts a message unless one with this key is there already. Two clients that post in the same moment may both succeed.
     *
     * @param key  stands in the message, such as {@code orderbench-day 2026-11-25}: letters, digits, blanks and hyphens
     * @param text plain text, a line each; nothing of it is read as markup
     * @return false if it was there
     * @throws BrakeException saying why it could not be posted, and what to do
     */
    boolean postOnce(String key, String text) throws BrakeException;
}
