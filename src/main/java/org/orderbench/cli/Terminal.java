package org.orderbench.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintWriter;
import java.io.UncheckedIOException;

/**
 * Where a command prints. With {@code --json} standard output holds one JSON document and nothing else; words go to standard error. Without, words
 * and tables go to standard output. Not safe for several threads, except {@link #progress}.
 */
final class Terminal {

    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;

    Terminal(PrintWriter out, PrintWriter err, boolean json) {
        this.out = out;
        this.err = err;
        this.json = json;
    }

    boolean isJson() {
        return json;
    }

    /** A sentence for the person. */
    void say(String words) {
        PrintWriter to = json ? err : out;
        to.println(words);
        to.flush();
    }

    void say(TextTable table) {
        PrintWriter to = json ? err : out;
        to.print(table.render());
        to.flush();
    }

    /** How far a long task is; always to standard error, so that a pipe sees results only. */
    synchronized void progress(String words) {
        err.println(words);
        err.flush();
    }

    /** The command's one JSON document; nothing without {@code --json}. */
    void result(Object document) {
        if (!json) {
            return;
        }
        try {
            out.println(new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(document));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
