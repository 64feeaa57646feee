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
 * @param large   whether there are so many that several stretches of them are read side by side
 */
record ModelRead(Mirror mirror, String what, String model, List<?> domain, List<String> fields, Changes changes, Mapping mapping, boolean large) {

    ModelRead(Mirror mirror, String what, String model, List<?> domain, List<String> fields, Changes changes, Mapping mapping) {
        this(mirror, what, model, domain, fields, changes, mapping, false);
    }

    interface Mapping {
        List<Object[]> map(OdooRow row) throws Unreadable;
    }

    /** How an incremental read finds what changed. */
    sealed interface Changes {

        /** It doesn't: the model is small, or has no memory of its changes, and is read whole. */
        record Whole() implements Changes {}

        /** By time of change: {@code paths} are fields that carry it, the record's own {@code write_date}, and those of records whose changes show in this one. */
        record ByTime(List<String> paths) implements Changes {}
    }

    static Changes whole() {
        return new Changes.Whole();
    }

    static Changes byTime(String... alsoBy) {
        List<String> paths = new ArrayList<>(List.of("write_date"));
        paths.addAll(List.of(alsoBy));
        return new Changes.ByTime(List.copyOf(paths));
    }

    /** The wanted records that changed since then; the time, which few pass, is asked first. */
    List<?> changedSince(Changes.ByTime times, String since) {
        List<Object> narrowed = new ArrayList<>();
        for (int i = 1; i < times.paths().size(); i++) {
            narrowed.add("|");
        }
        times.paths().forEach(path -> narrowed.add(List.of(path, ">=", since)));
        narrowed.addAll(domain);
        return narrowed;
    }
}
