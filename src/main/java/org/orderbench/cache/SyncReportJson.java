package org.orderbench.cache;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.orderbench.sync.SyncReport;

/** A sync's report as it is kept in {@code sync_run.report}: rows read and removed by table, and the warnings. */
final class SyncReportJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SyncReportJson() {}

    static String write(SyncReport report) {
        try {
            return JSON.writeValueAsString(Map.of("read", report.read(), "removed", report.removed(), "warnings", report.warnings()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
