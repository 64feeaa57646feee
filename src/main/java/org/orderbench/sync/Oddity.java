package org.orderbench.sync;

/** What can be odd about a row without making the others worthless. {@link #words()} ends a sentence that starts with the number of rows. */
public enum Oddity {
    BAD_DATE("with a date that is none or lies centuries away; read as empty"),
    NOT_A_NUMBER("with no number where one belongs; read as zero"),
    UNREADABLE("left out: a value that the row cannot do without is missing or of the wrong kind"),
    NEGATIVE_STOCK("with negative stock; counted as it stands, so check the last moves in Odoo"),
    DUPLICATE_CODE("with a product code that another product has too; the codes tell them apart no longer"),
    UNKNOWN_UNIT("with a unit that your user cannot see; left out"),
    UNKNOWN_CURRENCY("with a currency that your user cannot see; left out"),
    HIDDEN("that orders or prices name, but your user cannot see"),
    NO_RIGHT("not read: your Odoo user may not see them"),
    NO_RATIO("received though nothing was ordered; counted one to one");

    private final String words;

    Oddity(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
