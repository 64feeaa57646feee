package org.orderbench.desktop.common;

/** How far a list is read: empty, not yet there, and not to be had must never look alike. */
public enum Reading {
    UNDER_WAY,
    DONE,
    FAILED;

    /**
     * What stands in the place of an empty list.
     *
     * @param emptyIcon  stands over the words for a list that is rightly empty
     */
    public Blank blank(Texts texts, String emptyIcon, String emptyTitle, String emptyText) {
        return switch (this) {
            case UNDER_WAY -> new Blank("mdal-hourglass_empty", texts.get("reading.under-way"), "");
            case DONE -> new Blank(emptyIcon, emptyTitle, emptyText);
            case FAILED -> new Blank("mdal-cloud_off", texts.get("reading.failed.title"), texts.get("reading.failed.text"));
        };
    }
}
