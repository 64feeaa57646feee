package org.orderbench.cache;

import java.util.stream.Collectors;
import org.orderbench.sync.Mirror;

/** The statements for one mirror. Column and table names come from {@link Mirror} alone, never from a server. */
final class MirrorTable {

    private final Mirror mirror;
    private final String columns;
    private final String keys;

    MirrorTable(Mirror mirror) {
        this.mirror = mirror;
        this.columns = String.join(", ", mirror.columns());
        this.keys = String.join(", ", mirror.keys());
    }

    /** Which of the table's rows are this mirror's. */
    private String scope() {
        return switch (mirror) {
            case OPEN_MOVE -> "state <> 'done'";
            case DONE_MOVE -> "state = 'done'";
            default -> "true";
        };
    }

    String clear() {
        return "delete from " + mirror.table() + " where " + scope();
    }

    /** @param once whether no row is there under its key already: a plain insert is quicker than a merge */
    String put(boolean once) {
        return (once ? "insert into " + mirror.table() + " (" + columns + ")" : "merge into " + mirror.table() + " (" + columns + ") key (" + keys + ")") + " values ("
                + mirror.columns().stream().map(c -> "?").collect(Collectors.joining(", ")) + ")";
    }

    String remove() {
        return "delete from " + mirror.table() + " where id = ?";
    }

    /** Of all rows of a table H2 knows how many there are; of some it has to look. */
    String count() {
        return "select count(*) from " + mirror.table() + (scope().equals("true") ? "" : " where " + scope());
    }
}
