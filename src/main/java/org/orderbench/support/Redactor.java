package org.orderbench.support;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes out of a text what must not leave the computer: what is known to be secret, whatever looks like a secret, and who and where the user is.
 * Errs on the side of taking too much. Immutable.
 */
public final class Redactor {

    static final String GONE = "[removed]";

    /** A word that announces a secret, and the value after it, in quotes or up to the next space or separator. */
    private static final Pattern ANNOUNCED = Pattern.compile(
            "(?i)(\\b[\\w.-]*(?:password|passwd|pwd|secret|api[-_ ]?key|token|session[-_]?id|csrf|credential)[\\w.-]*\"?\\s*(?:[:=]|\\bis\\b)\\s*)(\"[^\"]*\"|'[^']*'|[^\\s,;&)}\\]]+)");
    private static final Pattern HEADER = Pattern.compile("(?i)\\b((?:authorization|proxy-authorization|cookie|set-cookie)\"?\\s*[:=]\\s*)[^\\r\\n]+");
    private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9+/=._~-]{4,}");
    /** Odoo's API keys, session ids, hashes: long runs of hexadecimal digits. Our own line keys go with them; their first digits are enough. */
    private static final Pattern HEXADECIMAL = Pattern.compile("\\b([0-9a-fA-F]{6})[0-9a-fA-F]{18,}\\b");
    private static final Pattern LONG_MIX = Pattern.compile("\\b(?=[A-Za-z0-9_-]*\\d)(?=[A-Za-z0-9_-]*[A-Z])(?=[A-Za-z0-9_-]*[a-z])[A-Za-z0-9_-]{24,}\\b");
    private static final Pattern USER_IN_ADDRESS = Pattern.compile("(?i)\\b([a-z][a-z0-9+.-]*://)[^/\\s@]+@");
    private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");
    private static final Pattern HOST = Pattern.compile("(?i)\\b(https?://)(?!127\\.0\\.0\\.1|localhost|\\[::1])[^/\\s:\"')]+");
    private static final Pattern HOME = Pattern.compile("(?i)((?:/home/|/Users/|\\\\Users\\\\))[^/\\\\\\s]+");

    private final List<String> known;

    /** @param known texts that must not appear at all: the secret, the login, the host; blank ones are ignored */
    public Redactor(List<String> known) {
        this.known = known.stream().filter(text -> text.strip().length() > 2).sorted(Comparator.comparingInt(String::length).reversed()).toList();
    }

    public String clean(String text) {
        String clean = text;
        for (String secret : known) {
            clean = Pattern.compile(Pattern.quote(secret), Pattern.CASE_INSENSITIVE).matcher(clean).replaceAll(GONE);
        }
        clean = HEADER.matcher(clean).replaceAll("$1" + GONE);
        clean = BEARER.matcher(clean).replaceAll("$1 " + GONE);
        clean = ANNOUNCED.matcher(clean).replaceAll("$1" + GONE);
        clean = USER_IN_ADDRESS.matcher(clean).replaceAll("$1" + GONE + "@");
        clean = MAIL.matcher(clean).replaceAll(GONE);
        clean = HOST.matcher(clean).replaceAll("$1" + GONE);
        clean = HEXADECIMAL.matcher(clean).replaceAll("$1…");
        clean = LONG_MIX.matcher(clean).replaceAll(GONE);
        return HOME.matcher(clean).replaceAll("$1" + GONE);
    }
}
