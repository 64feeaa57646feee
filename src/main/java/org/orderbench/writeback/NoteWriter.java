package org.orderbench.writeback;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.orderbench.handover.Link;
import org.orderbench.policy.CheckWords;
import org.orderbench.replenish.Explanation.Step;
import org.orderbench.replenish.Wording;

/**
 * The internal note with the reasoning: what was decided by whom and when, why each quantity, and which thresholds it passed. In the company's
 * language where there is one of ours, readable by a person, every text from elsewhere escaped, no secret, and short: the first reasons of a line,
 * not all its figures.
 *
 * <p>It ends with a link that shows the order in the workbench, on a computer that has one: a link only shows, it decides nothing.
 *
 * <p>A reason is said in the note's language. One that was kept in English only keeps its words, and a rule on quantity is named in the note's language, with
 * the quantity before and after it. The policy's checks are said in it: each with its figures where the program approved a line itself, and shorter where a
 * person did.
 */
public final class NoteWriter {

    private static final int STEPS_SHOWN = 8;
    private static final Set<String> OURS = Set.of("en", "de", "fr", "es");
    private static final String POLICY = "policy-";

    private final ZoneId zone;
    private final String version;

    /** @param version of this program */
    public NoteWriter(ZoneId zone, String version) {
        this.zone = zone;
        this.version = version;
    }

    /** HTML that Odoo's sanitizer leaves as it is. */
    public String write(OutboxOrder order, Locale language) {
        return new Note(language).write(order);
    }

    /** What an approver's activity is called. */
    public String approval(OutboxOrder order, Locale language) {
        return new Note(language).plain("approval", order.vendorName());
    }

    /** One note in one language. */
    private final class Note {
        private final Locale language;
        private final ResourceBundle words;
        private final DateTimeFormatter time;
        private final CheckWords checkWords;
        private final StringBuilder html = new StringBuilder();

        Note(Locale language) {
            this.language = OURS.contains(language.getLanguage()) ? language : Locale.UK;
            words = ResourceBundle.getBundle(
                    "org.orderbench.writeback.note", this.language, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            checkWords = new CheckWords(this.language);
            time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(this.language).withZone(zone);
        }

        private String say(String key, Object... what) {
            return escape(plain(key, what));
        }

        String plain(String key, Object... what) {
            return new MessageFormat(words.getString(key), language).format(what);
        }

        String write(OutboxOrder order) {
            html.append("<p><b>").append(say("title")).append("</b></p>");
            for (OutboxLine line : order.going()) {
                line(line.intent());
            }
            List<String> apart = new ArrayList<>();
            for (OutboxLine line : order.lines()) {
                if (!line.goesWithOrder()) {
                    apart.add(escape(line.intent().label()) + ": " + escape(line.reason() == null ? "" : line.reason()));
                }
            }
            if (!apart.isEmpty()) {
                html.append("<p>").append(say("apart")).append("</p>");
                list(apart);
            }
            html.append("<p>").append(say(order.confirm() ? "asked.confirm" : "asked.draft")).append(' ');
            html.append(say("made", version, order.key().hex()));
            if (order.odooOrderName() != null) {
                html.append(" <a href=\"").append(escape(new Link.ToOrder(order.odooOrderName()).text())).append("\">").append(say("open")).append("</a>");
            }
            return html.append("</p>").toString();
        }

        private void line(LineIntent intent) {
            html.append("<p><b>").append(escape(intent.label())).append("</b>: ").append(intent.quantity()).append(' ').append(escape(intent.unitName()));
            if (!intent.quantity().equals(intent.proposedQuantity())) {
                html.append(' ').append(say("line.proposed", intent.proposedQuantity().toString()));
            }
            String when = time.format(intent.decidedAt());
            html.append(", ").append(intent.unasked() ? say("line.agent", when) : say("line.approved", intent.decidedBy(), when));
            html.append(". ").append(say("line.supply", intent.decided().supply().toString(), intent.unitName()));
            if (intent.weekly() != null) {
                NumberFormat oneDecimal = NumberFormat.getNumberInstance(language);
                oneDecimal.setMaximumFractionDigits(1);
                oneDecimal.setMinimumFractionDigits(1);
                html.append("; ").append(say("line.forecast", oneDecimal.format(intent.weekly())));
            }
            html.append('.').append(intent.anyway() ? " " + say("line.anyway") : "").append("</p>");
            List<Step> steps = intent.explanation().steps();
            list(steps.stream().filter(step -> !step.rule().startsWith(POLICY)).limit(STEPS_SHOWN).map(this::reason).toList());
            List<String> checks = checks(steps.stream().filter(step -> step.rule().startsWith(POLICY)).toList(), intent.unasked());
            if (!checks.isEmpty()) {
                html.append("<p>").append(say("line.checks")).append("</p>");
                list(checks);
            }
        }

        /** All of them with their figures where nobody was asked; where a person decided, those that did not pass, and the others by name. */
        private List<String> checks(List<Step> steps, boolean unasked) {
            List<String> said = new ArrayList<>(steps.stream().filter(step -> unasked || CheckWords.counts(step)).map(step -> escape(checkWords.say(step))).toList());
            if (!unasked) {
                checkWords.passed(steps).map(NoteWriter::escape).ifPresent(said::add);
            }
            return said;
        }

        private String reason(Step step) {
            if (!step.said().isEmpty()) {
                return escape(Wording.of(step, language));
            }
            String key = "rule." + step.rule();
            if (!words.containsKey(key)) {
                return escape(step.text());
            }
            String change = step.before() == null || step.after() == null
                    ? escape(step.text())
                    : step.before().stripTrailingZeros().toPlainString() + " → " + step.after().stripTrailingZeros().toPlainString();
            return say(key) + ": " + change;
        }

        private void list(List<String> items) {
            html.append("<ul>");
            items.forEach(text -> html.append("<li>").append(text).append("</li>"));
            html.append("</ul>");
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
