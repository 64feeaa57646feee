package org.orderbench.writeback;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.orderbench.replenish.Explanation;

/**
 * The internal note with the reasoning: what was decided by whom and when, and why each quantity. Readable by a person, every text from
 * elsewhere escaped, no secret, and short: the first reasons of a line, not all its figures.
 */
public final class NoteWriter {

    private static final int STEPS_SHOWN = 8;

    private final DateTimeFormatter time;
    private final String version;

    /** @param version of this program */
    public NoteWriter(Locale locale, ZoneId zone, String version) {
        this.time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(locale).withZone(zone);
        this.version = version;
    }

    /** HTML that Odoo's sanitizer leaves as it is. */
    public String write(OutboxOrder order) {
        StringBuilder html = new StringBuilder();
        html.append("<p><b>Why this was ordered</b></p>");
        for (OutboxLine line : order.going()) {
            line(html, line.intent());
        }
        List<String> apart = new ArrayList<>();
        for (OutboxLine line : order.lines()) {
            if (!line.goesWithOrder()) {
                apart.add(escape(line.intent().label()) + ": " + escape(line.reason() == null ? "" : line.reason()));
            }
        }
        if (!apart.isEmpty()) {
            html.append("<p>Decided together with these, and not on this order:</p><ul>");
            apart.forEach(text -> html.append("<li>").append(text).append("</li>"));
            html.append("</ul>");
        }
        html.append("<p>").append(order.confirm() ? "Confirmation was asked for." : "Left as a draft for a person to confirm.");
        html.append(" Orderbench ").append(escape(version)).append(", key ").append(order.key().hex()).append("</p>");
        return html.toString();
    }

    private void line(StringBuilder html, LineIntent intent) {
        html.append("<p><b>").append(escape(intent.label())).append("</b>: ").append(intent.quantity()).append(' ').append(escape(intent.unitName()));
        if (!intent.quantity().equals(intent.proposedQuantity())) {
            html.append(" (proposed: ").append(intent.proposedQuantity()).append(')');
        }
        html.append(", approved by ").append(escape(intent.decidedBy())).append(", ").append(escape(time.format(intent.decidedAt())));
        html.append(". Supply when decided: ").append(intent.decided().supply()).append(' ').append(escape(intent.unitName()));
        if (intent.weekly() != null) {
            html.append("; forecast ").append(String.format(Locale.ROOT, "%.1f", intent.weekly())).append(" a week");
        }
        html.append(".</p><ul>");
        List<Explanation.Step> steps = intent.explanation().steps();
        for (Explanation.Step step : steps.subList(0, Math.min(STEPS_SHOWN, steps.size()))) {
            html.append("<li>").append(escape(step.text())).append("</li>");
        }
        html.append("</ul>");
        if (intent.policy() != null) {
            PolicyNote.write(html, intent.policy());
        }
    }

    /** Text as text: nothing that came from a product's name or a reason can become markup. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&#34;");
                case '\'' -> out.append("&#39;");
                case '\n', '\t' -> out.append(' ');
                default -> {
                    if (c >= ' ') {
                        out.append(c);
                    }
                }
            }
        }
        return out.toString();
    }
}
