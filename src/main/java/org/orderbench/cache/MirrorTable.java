package org.orderbench.cache;

import java.util.Locale;
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

    String stage() {
        return "stage_" + mirror.name().toLowerCase(Locale.ROOT);
    }

    /** @param once whether no row comes twice: a plain insert takes a part of a merge's time */
    String putStaged(boolean once) {
        return (once ? "insert into " + stage() + " (" + columns + ")" : "merge into " + stage() + " (" + columns + ") key (" + keys + ")") + " values (" + mirror.columns().stream().map(c -> "?").collect(Collectors.joining(", ")) + ")";
    }

    /** Which of the table's rows are this mirror's. */
    String scope() {
        return switch (mirror) {
            case OPEN_MOVE -> "state <> 'done'";
            case DONE_MOVE -> "state = 'done'";
            default -> "true";
        };
    }

    String clear() {
        return "delete from " + mirror.table() + " where " + scope();
    }

    String removeGone() {
        return "delete from " + mirror.table() + " where id in (select id from stage_gone where mirror = '" + mirror.name() + "')";
    }

    String land() {
        return "merge into " + mirror.table() + " (" + columns + ") key (" + keys + ") select " + columns + " from " + stage();
    }

    /** For a table that holds nothing yet: a plain insert takes half of a merge's time. */
    String landInEmpty() {
        return "insert into " + mirror.table() + " (" + columns + ") select " + columns + " from " + stage();
    }

    /** Before a plain insert: what is there under the same key. */
    String removeStaged() {
        return "delete from " + mirror.table() + " where id in (select id from " + stage() + ")";
    }

    /** The same where the table's own rows of this mirror are gone already: a look at the few others instead of one for each staged row. */
    String removeStagedOfOthers() {
        return "delete from " + mirror.table() + " o where not (" + scope() + ") and exists (select 1 from " + stage() + " s where s.id = o.id)";
    }

    /** Of all rows of a table H2 knows how many there are; of some it has to look. */
    String count() {
        return "select count(*) from " + mirror.table() + (scope().equals("true") ? "" : " where " + scope());
    }

    String isEmpty() {
        return "select not exists (select 1 from " + mirror.table() + ")";
    }

    String held() {
        return "select id from " + mirror.table() + " where " + scope();
    }

    String staged() {
        return "select id from " + stage();
    }
}
