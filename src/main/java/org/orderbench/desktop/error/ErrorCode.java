package org.orderbench.desktop.error;

import java.util.Locale;

/**
 * Names a defect: the same fault on another machine has the same code. Made of what was thrown, where it came from, and where its root cause did.
 *
 * @param value like {@code 3F2A:91C0}
 */
record ErrorCode(String value) {

    static ErrorCode of(Throwable failure) {
        Throwable root = failure;
        for (int depth = 0; root.getCause() != null && depth < 32; depth++) {
            root = root.getCause();
        }
        return new ErrorCode(part(failure) + ":" + part(root));
    }

    /** Line numbers are left out: they change with every release, and the defect does not. */
    private static String part(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        String where = trace.length == 0 ? "" : trace[0].getClassName() + '.' + trace[0].getMethodName();
        return String.format(Locale.ROOT, "%04X", (failure.getClass().getName() + where).hashCode() & 0xFFFF);
    }

    @Override
    public String toString() {
        return value;
    }
}
