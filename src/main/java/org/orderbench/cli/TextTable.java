package org.orderbench.cli;

import java.util.ArrayList;
import java.util.List;

/** A table in plain text, columns as wide as their widest cell, numbers to the right. Not safe for several threads. */
final class TextTable {

    private static final String GAP = "  ";

    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... head) {
        this.head = List.of(head);
    }

    TextTable row(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(clean(String.valueOf(cell)));
        }
        rows.add(row);
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    String render() {
        int columns = head.size();
        int[] width = new int[columns];
        boolean[] numeric = new boolean[columns];
        for (int c = 0; c < columns; c++) {
            width[c] = head.get(c).length();
            numeric[c] = !rows.isEmpty();
            for (List<String> row : rows) {
                width[c] = Math.max(width[c], row.get(c).length());
                numeric[c] &= row.get(c).isEmpty() || row.get(c).matches("[-+]?[\\d,. ]+%?");
            }
        }
        StringBuilder text = new StringBuilder();
        line(text, head, width, numeric);
        List<String> rule = new ArrayList<>();
        for (int w : width) {
            rule.add("-".repeat(w));
        }
        line(text, rule, width, numeric);
        rows.forEach(row -> line(text, row, width, numeric));
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells, int[] width, boolean[] numeric) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < cells.size(); c++) {
            String pad = " ".repeat(width[c] - cells.get(c).length());
            line.append(c == 0 ? "" : GAP).append(numeric[c] ? pad + cells.get(c) : cells.get(c) + pad);
        }
        text.append(line.toString().stripTrailing()).append(System.lineSeparator());
    }

    /** Names come from a server: a control character in one must not steer the terminal. */
    private static String clean(String cell) {
        return cell.replaceAll("\\p{Cntrl}", " ");
    }
}
