package org.orderbench.odoo;

/** Text that came from a server, made fit for a message: one line, no control or invisible characters, not long. */
final class Words {

    private static final int LONGEST = 400;

    private Words() {}

    static String plain(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").replaceAll("[\\p{Cf}\\p{Co}\\p{Cs}]", "").replaceAll(" {2,}", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    /** The last line of a traceback that says anything: it holds the message. */
    static String lastLine(String traceback) {
        return plain(traceback.stripTrailing().lines().reduce("", (before, line) -> line.isBlank() ? before : line));
    }
}
