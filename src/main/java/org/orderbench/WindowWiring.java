package org.orderbench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderbench.cli.Version;
import org.orderbench.desktop.common.Job;
import org.orderbench.desktop.common.JournalRow;
import org.orderbench.desktop.common.OutboxActions;
import org.orderbench.desktop.common.PassphraseAsker;
import org.orderbench.desktop.common.Preferences;
import org.orderbench.desktop.common.Progress;
import org.orderbench.desktop.common.ReviewAids;
import org.orderbench.desktop.common.ServiceSource;
import org.orderbench.desktop.common.Texts;
import org.orderbench.desktop.common.WorkbenchServices;
import org.orderbench.journal.JournalEntry;
import org.orderbench.odoo.OdooFailure;
import org.orderbench.proposal.PlanningDesk;
import org.orderbench.update.Release;
import org.orderbench.update.UpdateCheck;
import org.orderbench.update.UpdateStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window's part of the composition root: features as the window calls them. Safe for several threads. */
final class WindowWiring implements ServiceSource {

    private static final Logger LOG = LoggerFactory.getLogger(WindowWiring.class);
    private static final int JOURNAL_ROWS = 500;

    private final Wiring wiring;
    private final @Nullable DemoProfile demo;
    private final ServerContact contact;
    private final Preferences preferences;
    private final @Nullable Remembered remembered;

    /** @param demo what is closed with the window, or null for a profile of its own */
    WindowWiring(Wiring wiring, @Nullable DemoProfile demo) {
        this.wiring = wiring;
        this.demo = demo;
        this.contact = new ServerContact(wiring);
        this.preferences = wiring.preferences();
        this.remembered = wiring.isOpen() ? null : Remembered.of(preferences).orElse(null);
    }

    @Override
    public Preferences preferences() {
        return preferences;
    }

    @Override
    public boolean isKnown() {
        return remembered != null || wiring.isOpen();
    }

    @Override
    public boolean await() {
        wiring.awaitOpen();
        Remembered now = now(OdooFailure::message);
        now.keep(preferences);
        return remembered == null || remembered.holds(now);
    }

    /** As it stands in the cache; while that is being opened, as it stood the last time. */
    private Remembered known(FailureWords words) {
        return remembered != null && !wiring.isOpen() ? remembered : now(words::of);
    }

    private Remembered now(Function<OdooFailure, String> words) {
        return new Remembered(wiring.zone(), wiring.buyer(), wiring.connections().companyCurrency().orElse("EUR"), contact.situation(words));
    }

    @Override
    public void unlock(PassphraseAsker asked) {
        wiring.askPassphrase(question -> asked.ask(PassphraseAsker.Question.valueOf(question.name())));
        wiring.signIn().unlock();
    }

    @Override
    public WorkbenchServices services(Locale locale) {
        Texts texts = new Texts(locale);
        FailureWords words = new FailureWords(texts);
        WindowJobs jobs = new WindowJobs(wiring, contact, texts);
        Remembered known = known(words);
        return new WorkbenchServices(
                wiring.proposals(),
                wiring.desk(),
                sku -> wiring.planner().view(sku, wiring.today()),
                () -> wiring.outbox().entries(),
                new OutboxActions(wiring.outbox(), jobs::withdraw, wiring.outbox()::offers),
                words.saying(writing(jobs::sync)),
                words.saying(writing(jobs::plan)),
                words.saying(writing(jobs::push)),
                () -> wiring.journal().newest(0, JOURNAL_ROWS).stream().map(WindowWiring::row).toList(),
                () -> contact.situation(words::of),
                known.situation(),
                new WindowConnector(wiring, contact, words),
                contact::look,
                new WindowSupport(wiring, contact),
                demo != null,
                wiring.clock(),
                known.zone(),
                locale,
                known.buyer(),
                known.currency(),
                new ReviewAids(
                        () -> wiring.policy().current().limits(),
                        (sku, whatIf) -> wiring.planner().view(sku, wiring.today(), whatIf),
                        wiring.paidPrices()::of,
                        wiring.notes(),
                        wiring.largeOrders(),
                        wiring.exports()),
                preferences,
                jobs::replay,
                wiring.policyDesk(known.zone()),
                new WindowRounds(wiring, contact, new Texts(locale)),
                wiring.updates(),
                new PlanningDesk(wiring.settings(), wiring.scopes(), wiring.planner(), wiring.proposals(), wiring::today, known.buyer()));
    }

    /** Refused with words for the buyer where this window can only look. */
    private Job writing(Job job) {
        return progress -> {
            wiring.requireWritable();
            return job.run(progress);
        };
    }

    private static JournalRow row(JournalEntry entry) {
        return new JournalRow(entry.seq(), entry.at(), entry.what().actor(), entry.what().action(), entry.what().subject(), entry.what().cause());
    }

    @Override
    public ServiceSource demo(Progress progress) throws Exception {
        Path folder = Files.createTempDirectory(wiring.profileFolder(), "demo");
        DemoProfile started = DemoProfile.start(folder);
        try {
            started.read(at -> progress.at(at.what(), at.total() <= 0 ? -1 : (double) at.done() / at.total()), progress::cancelled);
            started.wiring().plan(done -> {});
            return started.windows();
        } catch (Exception e) {
            started.close();
            throw e;
        }
    }

    /** Quiet: what cannot be told is not told, and stands in the log. */
    @Override
    public Optional<UpdateStatus.Newer> newer() {
        try {
            Optional<UpdateStatus> status = wiring.updates().source().map(source -> new UpdateCheck(source, new Release(Version.number())).ask());
            if (status.orElse(null) instanceof UpdateStatus.Unknown unknown) {
                LOG.info("Whether there is a newer version could not be told: {}", unknown.reason());
            }
            return status.filter(UpdateStatus.Newer.class::isInstance).map(UpdateStatus.Newer.class::cast);
        } catch (IllegalArgumentException e) {
            LOG.info("No newer version was asked for: {}", e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        if (demo != null) {
            demo.close();
        }
    }
}
