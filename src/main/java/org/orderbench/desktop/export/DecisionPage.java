package org.orderbench.desktop.export;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orderbench.desktop.common.Formats;
import org.orderbench.desktop.common.Texts;
import org.orderbench.proposal.Decision;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.ProposalLine;
import org.orderbench.replenish.Wording;

/** What a buyer decided in one session, as a page that a manager reads or prints: no script, nothing from elsewhere, every text escaped. */
public final class DecisionPage {

    private static final String STYLE = """
            :root { color-scheme: light }
            body { font: 13px/1.45 system-ui, sans-serif; color: #1b262c; margin: 32px auto; max-width: 960px; padding: 0 24px }
            h1 { font-size: 22px; margin: 0 } h2 { font-size: 15px; margin: 24px 0 6px } p { margin: 4px 0; color: #56646d }
            table { border-collapse: collapse; width: 100% } th { text-align: left; color: #56646d; font-weight: 600 }
            th, td { padding: 5px 8px; border-bottom: 1px solid #e3e7ea; vertical-align: top } .n { text-align: right; white-space: nowrap }
            .was { color: #6a7880; text-decoration: line-through } .total { font-weight: 600 } .why { color: #56646d }
            tr { break-inside: avoid } h2 { break-after: avoid } @media print { body { margin: 0; max-width: none } @page { margin: 16mm } }
            """;

    /**
     * A line with its order.
     *
     * @param companyValue at the present quantity, in the company's currency; null without a rate
     */
    public record Line(String vendor, String warehouse, String currency, ProposalLine line, @Nullable BigDecimal companyValue) {}

    private final Texts texts;
    private final Formats formats;
    private final String buyer;
    private final Instant at;
    private final LocalDate day;
    private final String currency;

    public DecisionPage(Texts texts, Formats formats, String buyer, Instant at, LocalDate day, String currency) {
        this.texts = texts;
        this.formats = formats;
        this.buyer = buyer;
        this.at = at;
        this.day = day;
        this.currency = currency;
    }

    /** @param lines as they stand now: what was taken back since has no part in it */
    public void write(Path file, List<Line> lines) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(page(lines));
        }
    }

    String page(List<Line> lines) {
        StringBuilder html = new StringBuilder(4096);
        String title = texts.get("export.page.title", formats.fullDay(day));
        html.append("<!DOCTYPE html>\n<html lang=\"").append(formats.locale().toLanguageTag()).append("\"><head><meta charset=\"utf-8\"><title>").append(escape(title))
                .append("</title><style>\n").append(STYLE).append("</style></head><body>\n<h1>").append(escape(title)).append("</h1>\n");
        paragraph(html, texts.get("export.page.by", buyer, formats.moment(at)));
        List<Line> approved = in(lines, LineState.APPROVED);
        BigDecimal value = approved.stream().map(Line::companyValue).map(worth -> worth == null ? BigDecimal.ZERO : worth).reduce(BigDecimal.ZERO, BigDecimal::add);
        paragraph(html, texts.get("export.page.sum", approved.size(), formats.money(value, currency),
                approved.stream().filter(line -> edited(line.line())).count()));
        Map<String, List<Line>> orders = approved.stream()
                .collect(Collectors.groupingBy(line -> line.vendor() + " · " + line.warehouse() + " · " + line.currency(), TreeMap::new, Collectors.toList()));
        orders.forEach((order, own) -> order(html, order, own));
        section(html, "export.page.edited", lines.stream().filter(line -> line.line().state() == LineState.OPEN && edited(line.line())).toList());
        section(html, "export.page.rejected", in(lines, LineState.REJECTED));
        section(html, "export.page.snoozed", in(lines, LineState.SNOOZED));
        return html.append("</body></html>\n").toString();
    }

    private static List<Line> in(List<Line> lines, LineState state) {
        return lines.stream().filter(line -> line.line().state() == state).toList();
    }

    private static boolean edited(ProposalLine line) {
        return !line.quantity().equals(line.proposed());
    }

    private void order(StringBuilder html, String name, List<Line> lines) {
        BigDecimal total = BigDecimal.ZERO;
        for (Line line : lines) {
            total = total.add(line.line().unitPrice().multiply(line.line().quantity().value()));
        }
        heading(html, name);
        table(html, lines);
        html.append("<p class=\"n total\">").append(escape(texts.get("export.page.total", formats.money(total, lines.getFirst().currency())))).append("</p>\n");
    }

    private void section(StringBuilder html, String key, List<Line> lines) {
        if (!lines.isEmpty()) {
            heading(html, texts.get(key, lines.size()));
            table(html, lines);
        }
    }

    private void table(StringBuilder html, List<Line> lines) {
        html.append("<table><thead><tr><th>").append(escape(texts.get("review.column.code"))).append("</th><th>").append(escape(texts.get("review.column.name")))
                .append("</th><th class=\"n\">").append(escape(texts.get("review.column.quantity"))).append("</th><th class=\"n\">")
                .append(escape(texts.get("review.column.value"))).append("</th><th>").append(escape(texts.get("review.column.why"))).append("</th></tr></thead><tbody>\n");
        for (Line line : lines.stream().sorted(Comparator.comparing((Line one) -> one.line().code())).toList()) {
            ProposalLine l = line.line();
            html.append("<tr><td>").append(escape(l.code())).append("</td><td>").append(escape(l.name())).append("</td><td class=\"n\">");
            if (edited(l)) {
                html.append("<span class=\"was\">").append(escape(formats.quantity(l.proposed()))).append("</span> ");
            }
            html.append(escape(formats.quantity(l.quantity()) + " " + l.unitName())).append("</td><td class=\"n\">")
                    .append(escape(formats.money(l.unitPrice().multiply(l.quantity().value()), line.currency()))).append("</td><td class=\"why\">")
                    .append(escape(why(l))).append("</td></tr>\n");
        }
        html.append("</tbody></table>\n");
    }

    private String why(ProposalLine line) {
        return switch (line.decision()) {
            case null -> Wording.headline(line.explanation(), formats.locale());
            case Decision.Approve approve -> Wording.headline(line.explanation(), formats.locale());
            case Decision.Reject reject -> texts.said(reject.reason());
            case Decision.Snooze snooze -> texts.get("export.page.until", formats.fullDay(snooze.until()), texts.said(snooze.reason()));
        };
    }

    private static void heading(StringBuilder html, String words) {
        html.append("<h2>").append(escape(words)).append("</h2>\n");
    }

    private static void paragraph(StringBuilder html, String words) {
        html.append("<p>").append(escape(words)).append("</p>\n");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }
}
