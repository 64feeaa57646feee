package org.orderbench.desktop.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a spreadsheet put on the clipboard, matched to lines. Three forms are understood: rows under heads of which one is the SKU's and one the order's
 * (what the grid itself copies); rows that begin with a SKU and end with a quantity; and quantities alone, which go to the lines from the cursor on.
 *
 * @param typed   what each line is to get, as typed
 * @param unknown rows that fit no line, as they were
 */
record PastedQuantities(Map<Row.Line, String> typed, List<String> unknown) {

    /**
     * @param shown    the lines that are shown, in their order
     * @param from     where among them the cursor is
     * @param codeHead what the grid calls the SKU
     * @param orderHead what the grid calls the quantity
     */
    static PastedQuantities read(String text, List<Row.Line> shown, int from, String codeHead, String orderHead) {
        List<List<String>> rows = cells(text);
        Map<Row.Line, String> typed = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        if (rows.isEmpty()) {
            return new PastedQuantities(typed, unknown);
        }
        int code = indexOf(rows.getFirst(), codeHead);
        int order = indexOf(rows.getFirst(), orderHead);
        boolean heads = code >= 0 && order >= 0;
        if (!heads && rows.stream().allMatch(row -> row.size() == 1)) {
            for (int i = 0; i < rows.size(); i++) {
                if (from + i < shown.size()) {
                    typed.put(shown.get(from + i), rows.get(i).getFirst());
                } else {
                    unknown.add(rows.get(i).getFirst());
                }
            }
            return new PastedQuantities(typed, unknown);
        }
        Map<String, List<Row.Line>> byCode = new HashMap<>();
        shown.forEach(row -> byCode.computeIfAbsent(key(row.line().code()), none -> new ArrayList<>()).add(row));
        for (List<String> row : heads ? rows.subList(1, rows.size()) : rows) {
            int last = heads ? order : row.size() - 1;
            List<Row.Line> found = byCode.getOrDefault(key(row.get(heads ? Math.min(code, row.size() - 1) : 0)), List.of());
            // A SKU that stands in two warehouses is two lines: which one is meant nobody can tell.
            if (found.size() == 1 && last < row.size() && last > 0) {
                typed.put(found.getFirst(), row.get(last));
            } else {
                unknown.add(String.join("  ", row));
            }
        }
        return new PastedQuantities(typed, unknown);
    }

    private static int indexOf(List<String> heads, String wanted) {
        for (int i = 0; i < heads.size(); i++) {
            if (key(heads.get(i)).equals(key(wanted))) {
                return i;
            }
        }
        return -1;
    }

    private static String key(String text) {
        String plain = text.startsWith("'") ? text.substring(1) : text;
        return plain.strip().toLowerCase(Locale.ROOT);
    }

    /** Tabs between cells, lines between rows; a cell that holds either stands in quotes. Empty rows are left out. */
    private static List<List<String>> cells(String text) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    cell.append(c);
                }
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == '\t' || c == '\n' || c == '\r') {
                row.add(cell.toString().strip());
                cell.setLength(0);
                if (c != '\t') {
                    end(rows, row);
                    row = new ArrayList<>();
                }
            } else {
                cell.append(c);
            }
        }
        row.add(cell.toString().strip());
        end(rows, row);
        return rows;
    }

    private static void end(List<List<String>> rows, List<String> row) {
        if (row.stream().anyMatch(cell -> !cell.isEmpty())) {
            rows.add(row);
        }
    }
}
