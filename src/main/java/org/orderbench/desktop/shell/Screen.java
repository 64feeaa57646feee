package org.orderbench.desktop.shell;

/** The screens, in the order in which the rail shows them. */
public enum Screen {
    REVIEW("review", "mdal-fact_check"),
    SKUS("skus", "mdal-category"),
    OUTBOX("outbox", "mdal-all_inbox"),
    EXCEPTIONS("exceptions", "mdmz-report_problem"),
    REPLAY("replay", "mdal-history_edu"),
    POLICY("policy", "mdmz-policy"),
    JOURNAL("journal", "mdal-history"),
    SETTINGS("settings", "mdmz-settings");

    private final String id;
    private final String icon;

    Screen(String id, String icon) {
        this.id = id;
        this.icon = icon;
    }

    /** Names its words and its files. */
    public String id() {
        return id;
    }

    String icon() {
        return icon;
    }
}
