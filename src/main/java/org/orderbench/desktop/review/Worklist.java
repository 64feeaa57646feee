package org.orderbench.desktop.review;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderbench.catalog.Sku;
import org.orderbench.proposal.LineNews;
import org.orderbench.proposal.LineState;
import org.orderbench.proposal.Proposal;
import org.orderbench.proposal.ProposalLine;

/**
 * The lines under review, arranged into rows on demand: filtered, sorted, grouped. Made for 100,000 lines: each arrangement is one pass. For one
 * thread.
 */
public final class Worklist {

    /** What to show and in which order. {@code order} null keeps the store's. */
    public record Query(String search, QuickFilter filter, boolean grouped, Set<Long> folded, @Nullable Comparator<Row.Line> order) {}

    /**
     * @param counts lines that each quick filter would show under the same search
     * @param lines  lines shown, folded ones included
     */
    public record Arrangement(List<Row> rows, Map<QuickFilter, Integer> counts, int lines) {}

    /** Asked once a line: {@code values()} would copy it each time. */
    private static final QuickFilter[] FILTERS = QuickFilter.values();

    private static final class Block {
        final Proposal proposal;
        final List<Row.Line> lines = new ArrayList<>();
        final List<String> haystacks = new ArrayList<>();

        Block(Proposal proposal) {
            this.proposal = proposal;
        }
    }

    private record Place(Block block, int index) {}

    private final Map<Long, LineNews> news;
    private final CeilingCheck ceilings;
    private final List<Block> blocks = new ArrayList<>();
    private final Map<Long, Block> byProposal = new HashMap<>();
    private final Map<Long, Place> places = new HashMap<>();

    /** @param news by line id; lines without news are absent */
    Worklist(List<Proposal> proposals, Map<Long, LineNews> news, CeilingCheck ceilings) {
        this.news = news;
        this.ceilings = ceilings;
        for (Proposal proposal : proposals) {
            Block block = new Block(proposal);
            for (ProposalLine line : proposal.lines()) {
                places.put(line.id(), new Place(block, block.lines.size()));
                block.lines.add(row(proposal, line));
                block.haystacks.add(haystack(proposal, line));
            }
            blocks.add(block);
            byProposal.put(proposal.id(), block);
        }
    }

    private Row.Line row(Proposal proposal, ProposalLine line) {
        return new Row.Line(proposal, line, news.getOrDefault(line.id(), LineNews.NONE), ceilings);
    }

    private static String haystack(Proposal proposal, ProposalLine line) {
        String barcode = line.barcode();
        return (line.code() + '\n' + line.name() + '\n' + proposal.vendorName() + '\n' + line.category() + '\n' + (barcode == null ? "" : barcode))
                .toLowerCase(Locale.ROOT);
    }

    public int size() {
        return places.size();
    }

    public Row.@Nullable Line find(long lineId) {
        Place place = places.get(lineId);
        return place == null ? null : place.block.lines.get(place.index);
    }

    /** The first line of a SKU that waits for a decision. */
    Row.@Nullable Line openLine(Sku sku) {
        for (Block block : blocks) {
            for (Row.Line row : block.lines) {
                if (row.open() && row.line().basis().sku().equals(sku)) {
                    return row;
                }
            }
        }
        return null;
    }

    /** Puts a line's new state in the place of its old one. A line that isn't here is ignored: it came with a newer plan. */
    public void replace(ProposalLine line) {
        Place place = places.get(line.id());
        if (place != null) {
            place.block.lines.set(place.index, row(place.block.proposal, line));
        }
    }

    /** Ids of one order's lines under a search and a filter. */
    public List<Long> shownOf(long proposalId, String search, QuickFilter filter) {
        String[] words = words(search);
        List<Long> ids = new ArrayList<>();
        Block block = byProposal.get(proposalId);
        for (int i = 0; block != null && i < block.lines.size(); i++) {
            if (filter.admits(block.lines.get(i)) && matches(block.haystacks.get(i), words)) {
                ids.add(block.lines.get(i).id());
            }
        }
        return ids;
    }

    /** Whether a search and a filter let a line through. */
    boolean admits(long lineId, String search, QuickFilter filter) {
        Place place = places.get(lineId);
        return place != null && filter.admits(place.block.lines.get(place.index)) && matches(place.block.haystacks.get(place.index), words(search));
    }

    private static String[] words(String search) {
        return search.strip().toLowerCase(Locale.ROOT).split("\\s+");
    }

    public Arrangement arrange(Query query) {
        String[] words = words(query.search());
        int[] counts = new int[FILTERS.length];
        List<Row> rows = new ArrayList<>(query.grouped() ? places.size() + blocks.size() : places.size());
        List<Row.Line> loose = new ArrayList<>();
        int shown = 0;
        for (Block block : blocks) {
            List<Row.Line> admitted = new ArrayList<>();
            for (int i = 0; i < block.lines.size(); i++) {
                if (!matches(block.haystacks.get(i), words)) {
                    continue;
                }
                Row.Line line = block.lines.get(i);
                for (QuickFilter filter : FILTERS) {
                    if (filter.admits(line)) {
                        counts[filter.ordinal()]++;
                    }
                }
                if (query.filter().admits(line)) {
                    admitted.add(line);
                }
            }
            shown += admitted.size();
            if (!query.grouped()) {
                loose.addAll(admitted);
            } else if (!admitted.isEmpty()) {
                boolean folded = query.folded().contains(block.proposal.id());
                rows.add(head(block.proposal, admitted, folded));
                if (!folded) {
                    rows.addAll(sorted(admitted, query.order()));
                }
            }
        }
        rows.addAll(sorted(loose, query.order()));
        return new Arrangement(rows, byFilter(counts), shown);
    }

    private static boolean matches(String haystack, String[] words) {
        for (String word : words) {
            if (!haystack.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private static List<Row.Line> sorted(List<Row.Line> lines, @Nullable Comparator<Row.Line> order) {
        if (order != null) {
            lines.sort(order);
        }
        return lines;
    }

    private static Map<QuickFilter, Integer> byFilter(int[] counts) {
        Map<QuickFilter, Integer> map = new EnumMap<>(QuickFilter.class);
        for (QuickFilter filter : QuickFilter.values()) {
            map.put(filter, counts[filter.ordinal()]);
        }
        return map;
    }

    private Row.Group head(Proposal proposal, List<Row.Line> lines, boolean folded) {
        int open = 0;
        int urgent = 0;
        int below = 0;
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal waiting = BigDecimal.ZERO;
        LocalDate arrival = null;
        for (Row.Line row : lines) {
            ProposalLine line = row.line();
            total = total.add(row.value());
            arrival = arrival == null || line.arrival().isAfter(arrival) ? line.arrival() : arrival;
            below += line.quantity().compareTo(line.minimum()) < 0 ? 1 : 0;
            if (line.state() == LineState.OPEN) {
                open++;
                urgent += line.urgent() ? 1 : 0;
                BigDecimal worth = row.companyValue();
                waiting = waiting == null || worth == null ? null : waiting.add(worth);
            }
        }
        return new Row.Group(proposal.id(), proposal.vendorName(), proposal.warehouseName(), proposal.currency(), folded, lines.size(), open, urgent,
                total, arrival, below, open > 0 && ceilings.over(waiting));
    }
}
