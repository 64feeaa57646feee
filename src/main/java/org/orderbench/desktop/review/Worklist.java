package org.orderbench.desktop.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Sku;
import org.orderbench.proposal.LineNews;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.Proposal;
import org.orderbench.proposal.ProposalLine;

/**
 * The lines under review, arranged into rows on demand: filtered, sorted, grouped. Made for 100,000 lines: a line has an index, what is asked of it again
 * and again lies in arrays by that index, and what a change doesn't touch isn't worked out anew. For one thread.
 */
public final class Worklist {

    /** What to show and in which order: the first column counts most; without any the store's order stays. */
    public record Query(String search, QuickFilter filter, boolean grouped, Set<Long> folded, List<SortBy> order) {}

    /**
     * @param counts lines that each quick filter would show under the same search
     * @param lines  lines shown, folded ones included
     */
    public record Arrangement(List<Row> rows, Map<QuickFilter, Integer> counts, int lines) {}

    /** One order: its lines are those from one index to another. Its head is kept until a line of it, or the question, changes. */
    private static final class Block {
        final Proposal proposal;
        final int from;
        final int to;
        Row.@Nullable Group head;
        @Nullable HeadOf headOf;

        Block(Proposal proposal, int from) {
            this.proposal = proposal;
            this.from = from;
            to = from + proposal.lines().size();
        }
    }

    private record HeadOf(String search, QuickFilter filter, boolean folded) {}

    private final Map<Long, LineNews> news;
    private final boolean whole;
    private final CeilingCheck ceilings;
    private final List<Block> blocks = new ArrayList<>();
    private final Map<Long, Block> byProposal = new HashMap<>();
    private final Map<Long, Integer> indexes = new HashMap<>();
    private final Row.Line[] lines;
    private final int[] blockOf;
    private final int[] admitting;
    private final Haystacks haystacks;
    private final Ordering ordering;

    /** All lines. */
    Worklist(List<Proposal> proposals, Map<Long, LineNews> news, CeilingCheck ceilings) {
        this(proposals, news, ceilings, true);
    }

    /**
     * @param news  by line id; lines without news are absent
     * @param whole false where more lines are being read
     */
    Worklist(List<Proposal> proposals, Map<Long, LineNews> news, CeilingCheck ceilings, boolean whole) {
        this.news = news;
        this.whole = whole;
        this.ceilings = ceilings;
        int size = proposals.stream().mapToInt(proposal -> proposal.lines().size()).sum();
        lines = new Row.Line[size];
        blockOf = new int[size];
        admitting = new int[size];
        String[] texts = new String[size];
        int index = 0;
        for (Proposal proposal : proposals) {
            Block block = new Block(proposal, index);
            for (ProposalLine line : proposal.lines()) {
                indexes.put(line.id(), index);
                blockOf[index] = blocks.size();
                lines[index] = row(proposal, line);
                admitting[index] = QuickFilter.admitting(lines[index]);
                texts[index] = Haystacks.text(proposal, line);
                index++;
            }
            blocks.add(block);
            byProposal.put(proposal.id(), block);
        }
        haystacks = new Haystacks(texts);
        ordering = new Ordering(lines);
    }

    private Row.Line row(Proposal proposal, ProposalLine line) {
        return new Row.Line(proposal, line, news.getOrDefault(line.id(), LineNews.NONE), ceilings);
    }

    public int size() {
        return lines.length;
    }

    public Row.@Nullable Line find(long lineId) {
        Integer index = indexes.get(lineId);
        return index == null ? null : lines[index];
    }

    /** The first line of a SKU that waits for a decision. */
    Row.@Nullable Line openLine(Sku sku) {
        for (int i = 0; i < lines.length; i++) {
            if ((admitting[i] & QuickFilter.OPEN.bit()) != 0 && lines[i].line().basis().sku().equals(sku)) {
                return lines[i];
            }
        }
        return null;
    }

    /** Puts a line's new state in the place of its old one. A line that isn't here is ignored: it came with a newer plan. */
    public void replace(ProposalLine line) {
        Integer index = indexes.get(line.id());
        if (index != null) {
            Block block = blocks.get(blockOf[index]);
            Row.Line before = lines[index];
            lines[index] = row(block.proposal, line);
            admitting[index] = QuickFilter.admitting(lines[index]);
            block.headOf = null;
            ordering.replaced(before, lines[index]);
        }
    }

    /** Ids of one order's lines under a search and a filter. */
    public List<Long> shownOf(long proposalId, String search, QuickFilter filter) {
        List<Long> ids = new ArrayList<>();
        Block block = byProposal.get(proposalId);
        boolean[] found = haystacks.find(search);
        for (int i = block == null ? 0 : block.from; block != null && i < block.to; i++) {
            if (found[i] && (admitting[i] & filter.bit()) != 0) {
                ids.add(lines[i].id());
            }
        }
        return ids;
    }

    /** Whether a search and a filter let a line through. */
    boolean admits(long lineId, String search, QuickFilter filter) {
        Integer index = indexes.get(lineId);
        return index != null && (admitting[index] & filter.bit()) != 0 && haystacks.find(search)[index];
    }

    public Arrangement arrange(Query query) {
        boolean[] found = haystacks.find(query.search());
        boolean[] admitted = new boolean[lines.length];
        int shown = 0;
        int bit = query.filter().bit();
        for (int i = 0; i < lines.length; i++) {
            admitted[i] = found[i] && (admitting[i] & bit) != 0;
            shown += admitted[i] ? 1 : 0;
        }
        return new Arrangement(Arrays.asList(query.grouped() ? grouped(query, admitted, shown) : loose(query, admitted, shown)), counts(found), shown);
    }

    private Row[] loose(Query query, boolean[] admitted, int shown) {
        Row[] rows = new Row[shown];
        int at = 0;
        for (int line : ordering.by(query.order())) {
            if (admitted[line]) {
                rows[at++] = lines[line];
            }
        }
        return rows;
    }

    /** Heads first, each with room for its lines below it; then every line into the next free place below its head. */
    private Row[] grouped(Query query, boolean[] admitted, int shown) {
        Row[] rows = new Row[shown + blocks.size()];
        int[] next = new int[blocks.size()];
        int at = 0;
        for (int b = 0; b < next.length; b++) {
            Block block = blocks.get(b);
            boolean folded = query.folded().contains(block.proposal.id());
            Row.Group head = head(block, admitted, new HeadOf(query.search(), query.filter(), folded));
            next[b] = -1;
            if (head.lines() > 0) {
                rows[at++] = head;
                if (!folded) {
                    next[b] = at;
                    at += head.lines();
                }
            }
        }
        for (int line : ordering.by(query.order())) {
            if (admitted[line] && next[blockOf[line]] >= 0) {
                rows[next[blockOf[line]]++] = lines[line];
            }
        }
        return Arrays.copyOf(rows, at);
    }

    private Map<QuickFilter, Integer> counts(boolean[] found) {
        int[] alike = new int[1 << QuickFilter.values().length];
        for (int i = 0; i < found.length; i++) {
            if (found[i]) {
                alike[admitting[i]]++;
            }
        }
        Map<QuickFilter, Integer> counts = new EnumMap<>(QuickFilter.class);
        for (QuickFilter filter : QuickFilter.values()) {
            int count = 0;
            for (int bits = 0; bits < alike.length; bits++) {
                count += (bits & filter.bit()) != 0 ? alike[bits] : 0;
            }
            counts.put(filter, count);
        }
        return counts;
    }

    private Row.Group head(Block block, boolean[] admitted, HeadOf question) {
        Row.Group known = block.head;
        if (known == null || !question.equals(block.headOf)) {
            known = sum(block, admitted, question.folded());
            block.head = known;
            block.headOf = question;
        }
        return known;
    }

    private Row.Group sum(Block block, boolean[] admitted, boolean folded) {
        int count = 0;
        int open = 0;
        int urgent = 0;
        int below = 0;
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal waiting = BigDecimal.ZERO;
        LocalDate arrival = null;
        for (int i = block.from; i < block.to; i++) {
            if (!admitted[i]) {
                continue;
            }
            Row.Line row = lines[i];
            ProposalLine line = row.line();
            count++;
            total = total.add(row.value());
            arrival = arrival == null || line.arrival().isAfter(arrival) ? line.arrival() : arrival;
            below += row.belowMinimum() ? 1 : 0;
            if (line.state() == LineState.OPEN) {
                open++;
                urgent += line.urgent() ? 1 : 0;
                BigDecimal worth = row.companyValue();
                waiting = waiting == null || worth == null ? null : waiting.add(worth);
            }
        }
        Proposal proposal = block.proposal;
        return new Row.Group(proposal.id(), proposal.vendorName(), proposal.warehouseName(), proposal.currency(), folded, count, open, urgent, total,
                arrival, below, open > 0 && ceilings.over(waiting), whole);
    }
}
