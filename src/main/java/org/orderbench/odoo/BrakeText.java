package org.orderbench.odoo;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.orderbench.policy.BrakeCause;
import org.orderbench.policy.BrakeState;

/**
 * The shared brake as the description of the team's channel. Only the exact text that says "released" releases; whatever else stands there, typed by
 * hand or by another program, keeps the brake on.
 */
final class BrakeText {

    private static final String HELP = "Orderbench writes nothing unasked unless this text says released. To stop all Orderbench clients from anywhere, write STOP here."
            + " To start again, release the shared brake in Orderbench.";
    private static final Pattern RELEASED = Pattern.compile("Orderbench brake: released\\nby: (.+)\\nat: (\\S+)\\n\\n(.*)", Pattern.DOTALL);
    private static final Pattern ON = Pattern.compile("Orderbench brake: on \\((\\w+)\\)\\nby: ([^\\n]+)\\nat: (\\S+)\\nwhy: ([^\\n]+)\\n\\n.*", Pattern.DOTALL);

    private BrakeText() {}

    static String released(String by, Instant at) {
        return "Orderbench brake: released\nby: " + name(by) + "\nat: " + at + "\n\n" + HELP;
    }

    static String on(BrakeState.Braked brake) {
        return "Orderbench brake: on (" + brake.cause() + ")\nby: " + name(brake.by()) + "\nat: " + brake.at() + "\nwhy: " + line(brake.words()) + "\n\n" + HELP;
    }

    static BrakeState parse(String description) {
        String text = description.replace("\r\n", "\n").strip();
        try {
            Matcher released = RELEASED.matcher(text);
            if (released.matches() && text.equals(released(released.group(1), Instant.parse(released.group(2))))) {
                return new BrakeState.Released();
            }
            Matcher on = ON.matcher(text);
            if (on.matches() && Arrays.stream(BrakeCause.values()).anyMatch(cause -> cause.name().equals(on.group(1)))) {
                return new BrakeState.Braked(BrakeCause.valueOf(on.group(1)), Words.plain(on.group(4)), Words.plain(on.group(2)), Instant.parse(on.group(3)));
            }
        } catch (DateTimeException e) {
            return unknown(text);
        }
        return unknown(text);
    }

    private static BrakeState unknown(String text) {
        String said = text.isEmpty() ? "is empty" : "says: \"" + Words.plain(text) + "\"";
        return new BrakeState.Unreadable("The description of the team's channel " + said + ". Release the shared brake in Orderbench when unasked writing may go on.");
    }

    private static String name(String by) {
        String plain = line(by);
        return plain.length() <= 80 ? plain : plain.substring(0, 80);
    }

    private static String line(String text) {
        String plain = Words.plain(text);
        return plain.isEmpty() ? "unknown" : plain;
    }
}
