package org.orderbench;

import org.orderbench.desktop.common.Job;
import org.orderbench.desktop.common.Texts;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooFailure;

/** What went wrong with Odoo and what to do next, in the language of the window. What a server said itself, and technical details in brackets, stay as they came. */
final class FailureWords {

    private final Texts texts;

    FailureWords(Texts texts) {
        this.texts = texts;
    }

    String of(OdooFailure failure) {
        return switch (failure) {
            case OdooFailure.BadAddress f -> texts.get(switch (f.trouble()) {
                case SCHEME -> "failure.address.scheme";
                case UNREADABLE -> "failure.address";
            }, f.typed());
            case OdooFailure.UnsupportedVersion f -> texts.get("failure.version", f.address(), f.version(), String.valueOf(f.oldest()));
            case OdooFailure.NoSuchTransport f -> texts.get("failure.transport", f.address(), f.version(), f.transport());
            case OdooFailure.Unreachable f -> texts.get("failure.unreachable", f.address(), f.detail());
            case OdooFailure.NoAnswer f -> texts.get("failure.no-answer", f.address(), f.detail());
            case OdooFailure.Untrusted f -> texts.get("failure.untrusted", f.address(), f.detail());
            case OdooFailure.NotOdoo f -> texts.get("failure.not-odoo", f.address(), f.detail());
            case OdooFailure.Unavailable f -> f.retryAfter() == null
                    ? texts.get("failure.unavailable", f.address(), String.valueOf(f.status()))
                    : texts.get("failure.unavailable.until", f.address(), String.valueOf(f.status()), String.valueOf(f.retryAfter().toSeconds()));
            case OdooFailure.WrongDatabase f -> texts.get("failure.database", f.database());
            case OdooFailure.WrongSecret f -> texts.get("failure.secret", f.login());
            case OdooFailure.Forbidden f -> texts.get("failure.forbidden", f.operation(), f.model(), f.group());
            case OdooFailure.MissingModel f -> texts.get("failure.missing", f.model(), f.app());
            case OdooFailure.Refused f -> texts.get("failure.refused", f.odooMessage());
            case OdooFailure.ServerFault f -> texts.get("failure.fault", f.lastLine());
            case OdooFailure.Malformed f -> texts.get("failure.malformed", f.address(), f.detail());
        };
    }

    /** A job whose failures of this kind are said in the window's language; every other failure stays what it is. */
    Job saying(Job job) {
        return progress -> {
            try {
                return job.run(progress);
            } catch (Exception failure) {
                for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                    if (cause instanceof OdooException odoo) {
                        throw new JobFailedException(of(odoo.failure()), failure);
                    }
                }
                throw failure;
            }
        };
    }

    /** An expected failure; its message is for the buyer. */
    static final class JobFailedException extends Exception {

        private static final long serialVersionUID = 1L;

        JobFailedException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
