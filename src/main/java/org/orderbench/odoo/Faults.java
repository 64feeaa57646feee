package org.orderbench.odoo;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a fault of Odoo means. The traceback goes to the debug log; its last line, which holds the message, is all that anybody is shown. */
final class Faults {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    private static final Pattern GROUP = Pattern.compile("allowed for the following groups:\\s*-\\s*([^\\n]+)");
    private static final Pattern NO_MODEL = Pattern.compile("Object (\\S+) doesn't exist|the model '([^']+)' does not exist");

    private Faults() {}

    /** Of a call on a model. */
    static OdooFailure ofCall(Answer.Fault fault, String login, String database, String model, String method) {
        LOG.debug("Fault {} of {}.{}: {}", fault.code(), model, method, fault.text());
        if (NO_MODEL.matcher(fault.text()).find()) {
            return new OdooFailure.MissingModel(model, Apps.of(model));
        }
        return switch (fault.code()) {
            case 2 -> new OdooFailure.Refused(Words.plain(fault.text()));
            case 3 -> new OdooFailure.WrongSecret(login);
            case 4 -> new OdooFailure.Forbidden(model, Apps.operation(method), group(fault.text(), model));
            default -> isDatabaseError(fault.text())
                    ? new OdooFailure.WrongDatabase(database)
                    : new OdooFailure.ServerFault(fault.code(), Words.lastLine(fault.text()));
        };
    }

    /** Of a sign-in. */
    static OdooFailure ofSignIn(Answer.Fault fault, String login, String database) {
        LOG.debug("Fault {} at sign-in: {}", fault.code(), fault.text());
        if (isDatabaseError(fault.text())) {
            return new OdooFailure.WrongDatabase(database);
        }
        return fault.code() == 3 || fault.code() == 4
                ? new OdooFailure.WrongSecret(login)
                : new OdooFailure.ServerFault(fault.code(), Words.lastLine(fault.text()));
    }

    private static boolean isDatabaseError(String text) {
        return (text.contains("psycopg2.OperationalError") && text.contains("does not exist")) || text.contains("Database not found");
    }

    private static String group(String text, String model) {
        Matcher matcher = GROUP.matcher(text);
        return matcher.find() ? Words.plain(matcher.group(1)) : Apps.group(model);
    }
}
