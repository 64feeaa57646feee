package org.orderbench.desktop.review;

import java.util.Arrays;
import org.orderbench.desktop.common.Folded;
import org.orderbench.proposal.Proposal;
import org.orderbench.proposal.ProposalLine;

/** What lines are searched in, by their indexes. The last answer is kept, and a search that goes on where it stopped looks only among it. For one thread. */
final class Haystacks {

    private final String[] texts;
    private String asked = "";
    private boolean[] answer;

    Haystacks(String[] texts) {
        this.texts = texts;
        answer = all();
    }

    /** Code, name, vendor, category and barcode. */
    static String text(Proposal proposal, ProposalLine line) {
        String barcode = line.barcode();
        return Folded.of(line.code() + '\n' + line.name() + '\n' + proposal.vendorName() + '\n' + line.category() + '\n' + (barcode == null ? "" : barcode));
    }

    private boolean[] all() {
        boolean[] every = new boolean[texts.length];
        Arrays.fill(every, true);
        return every;
    }

    /** Which lines have every word of a search. Not to be changed. */
    boolean[] find(String search) {
        if (search.equals(asked)) {
            return answer;
        }
        boolean[] found = search.startsWith(asked) ? answer.clone() : all();
        for (String word : Folded.words(search)) {
            for (int i = 0; i < found.length; i++) {
                found[i] = found[i] && texts[i].contains(word);
            }
        }
        asked = search;
        answer = found;
        return found;
    }
}
