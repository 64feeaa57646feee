package org.orderbench.sync;

import java.util.ArrayList;
import java.util.List;
import org.orderbench.sync.OdooRow.Unreadable;

/**
 * How one model is read into one mirror.
 *
 * @param what    in the user's words
 * @param domain  which records are wanted at all
 * @param fields  no more than the mapping needs
 * @param changes how an incremental read finds what changed
 * @param mapping a record into rows of the mirror, mostly one, with values in the order of its columns
 */
record ModelRead(Mirror mirror, String what, String model, List<?> domain, List<String> fields, Changes changes, Mapping mapping) {

    interface Mapping {
        List<Object[]> map(OdooRow row) throws Unreadable;
    }

    /** How an incremental read finds what changed. */
    sealed interface Changes {

        /** It doesn't: the model is small, or has no memory of its changes, and is read whole. */
        record Whole() implements Changes {}

        /**
         * By time of change.
         *
         * @param paths fields that carry it: the record's own {@code write_date}, and those of records whose changes show in this one
         * @param deletes whether such records are deleted in daily life: then all ids are compared every time, else only when the counts differ
         */
        record ByTime(List<String> paths, boolean deletes) implements Changes {}
    }

    static Changes whole() {
        return new Changes.Whole();
    }

    static Changes byTime(String... alsoBy) {
        List<String> paths = new ArrayList<>(List.of("write_date"));
        paths.addAll(List.of(alsoBy));
        return new Changes.ByTime(List.copyOf(paths), true);
    }

    static Changes byTimeNeverDeleted() {
        return new Changes.ByTime(List.of("write_date"), false);
    }

    /** The wanted records that changed since then. */
    List<?> changedSince(Changes.ByTime times, String since) {
        List<Object> narrowed = new ArrayList<>(domain);
        for (int i = 1; i < times.paths().size(); i++) {
            narrowed.add("|");
        }
        times.paths().forEach(path -> narrowed.add(List.of(path, ">=", since)));
        return narrowed;
    }
}
