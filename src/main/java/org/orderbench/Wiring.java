package org.orderbench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.orderbench.cache.CacheAuthorities;
import org.orderbench.cache.CacheDatabase;
import org.orderbench.cache.CacheDayForecasts;
import org.orderbench.cache.CacheException;
import org.orderbench.cache.CacheFacts;
import org.orderbench.cache.CacheForecastLog;
import org.orderbench.cache.CacheJournal;
import org.orderbench.cache.CacheLargeOrders;
import org.orderbench.cache.CacheModel;
import org.orderbench.cache.CacheOutbox;
import org.orderbench.cache.CacheOutboxDesk;
import org.orderbench.cache.CachePaidPrices;
import org.orderbench.cache.CachePolicy;
import org.orderbench.cache.CachePolicyLock;
import org.orderbench.cache.CachePolicyRecords;
import org.orderbench.cache.CacheProposals;
import org.orderbench.cache.CacheReviewDesk;
import org.orderbench.cache.CacheScopes;
import org.orderbench.cache.CacheSettings;
import org.orderbench.cache.CacheSkuNotes;
import org.orderbench.cache.CacheSuccessors;
import org.orderbench.cache.ConnectionStore;
import org.orderbench.cache.MirrorJdbcStore;
import org.orderbench.cache.RightsStore;
import org.orderbench.desktop.common.FilePreferences;
import org.orderbench.desktop.common.Preferences;
import org.orderbench.desktop.common.ServiceSource;
import org.orderbench.desktop.common.WorkbenchServices;
import org.orderbench.journal.Journal;
import org.orderbench.managed.ManagedFile;
import org.orderbench.managed.ManagedSettings;
import org.orderbench.odoo.Capabilities;
import org.orderbench.odoo.Keychain;
import org.orderbench.odoo.OdooConnector;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooRights;
import org.orderbench.odoo.OdooSession;
import org.orderbench.odoo.Secret;
import org.orderbench.odoo.SecretFile;
import org.orderbench.odoo.SecretKeeper;
import org.orderbench.odoo.TeamChannel;
import org.orderbench.odoo.WireLimits;
import org.orderbench.policy.BoundedPolicyStore;
import org.orderbench.policy.Guard;
import org.orderbench.policy.PolicyDesk;
import org.orderbench.policy.PolicyLock;
import org.orderbench.policy.PolicyRecords;
import org.orderbench.policy.PolicyStore;
import org.orderbench.proposal.LargeOrderBook;
import org.orderbench.proposal.ModelStore;
import org.orderbench.proposal.Plan;
import org.orderbench.proposal.Planner;
import org.orderbench.proposal.ProposalStore;
import org.orderbench.proposal.SettingScopes;
import org.orderbench.proposal.SettingsStore;
import org.orderbench.proposal.SkuNotes;
import org.orderbench.proposal.Successors;
import org.orderbench.schedule.RoundSchedule;
import org.orderbench.schedule.Scheduling;
import org.orderbench.schedule.SystemCommands;
import org.orderbench.schedule.SystemScheduler;
import org.orderbench.schedule.ThisProgram;
import org.orderbench.sync.Synchronizer;
import org.orderbench.writeback.ReviewDesk;

/**
 * The one composition root: every part of one profile, put together with plain {@code new}, top to bottom. Whoever opens it closes it.
 */
public final class Wiring implements AutoCloseable {


    private final CacheDatabase database;
    private final Clock clock;
    private final ConnectionStore connections;
    private final OdooConnector connector;
    private final SecretKeeper secrets;
    private final AtomicReference<SecretKeeper.Passphrase> passphrase = new AtomicReference<>(Passphrases.ofEnvironment());
    private final SignIn signIn;
    private final Journal journal;
    private final CacheAuthorities authorities;
    private final ProposalStore proposals;
    private final Planner planner;
    private final ReviewDesk desk;
    private final CacheOutboxDesk outbox;
    private final CacheOutbox outboxStore;
    private final ModelStore models;
    private final PolicyStore policy;
    private final PolicyWiring odooSide;
    private final SettingsStore settings;
    private final ManagedSettings managed;
    private final Path folder;

    private Wiring(CacheDatabase database, Path folder, Clock clock, @Nullable Secret secret, ManagedSettings managed) {
        this.managed = managed;
        this.database = database;
        this.folder = folder;
        this.clock = clock;
        this.connections = new ConnectionStore(database);
        this.journal = new CacheJournal(database, clock);
        this.authorities = new CacheAuthorities(database, journal, clock);
        this.connector = new OdooConnector(WireLimits.USUAL, clock, authorities::authorities);
        this.secrets = new SecretKeeper(new Keychain(), new SecretFile(folder.resolveSibling("secrets.json")), question -> Objects.requireNonNull(passphrase.get()).ask(question));
        this.signIn = new SignIn(connections, connector, secrets, secret, managed, clock);
        this.proposals = new CacheProposals(database.jdbi());
        this.models = new CacheModel(database.jdbi());
        this.settings = new CacheSettings(database, clock);
        this.planner = new Planner(
                new CacheFacts(database.jdbi()), models, new CacheForecastLog(database.jdbi()), new CacheDayForecasts(database.jdbi()), settings::current, clock);
        this.policy = new BoundedPolicyStore(new CachePolicy(database, clock), managed.bounds());
        this.odooSide = new PolicyWiring(signIn, this::buyer, new RightsStore(database, clock));
        this.desk = new CacheReviewDesk(database, clock, lines -> policyDesk().judge(lines));
        this.outbox = new CacheOutboxDesk(database, clock);
        this.outboxStore = new CacheOutbox(database, clock);
    }

    /**
     * A user's own profile, within what this computer's administrators settled.
     *
     * @param cache the folder that the profile's cache lies in
     */
    public static Wiring open(Path cache) {
        return open(cache, Clock.systemUTC(), null, ManagedFile.ofThisComputer().read());
    }

    /**
     * The same; where another instance has the profile open, as it is now, and only to look at.
     *
     * @see #isReading
     */
    public static Wiring openOrRead(Path cache) {
        return new Wiring(CacheDatabase.openOrRead(cache), cache, Clock.systemUTC(), null, ManagedFile.ofThisComputer().read());
    }

    /** The same, for a window that is made meanwhile: returns at once. Whoever reads or writes the cache waits until it is open. */
    public static Wiring opening(Path cache) {
        return new Wiring(CacheDatabase.opening(cache), cache, Clock.systemUTC(), null, ManagedFile.ofThisComputer().read());
    }

    /** Waits until the cache is open; fails as {@link #open} does. */
    public void awaitOpen() {
        database.await();
    }

    boolean isOpen() {
        return database.isOpen();
    }

    /** Whether this only looks, because another instance has the profile open: nothing can be synced, decided or sent. */
    public boolean isReading() {
        return database.isReading();
    }

    /** @throws CacheException with words for the user if this only looks */
    void requireWritable() {
        database.requireWritable();
    }

    /** A profile of the demo, which no administrator settles anything for. */
    public static Wiring open(Path cache, Clock clock, @Nullable Secret secret) {
        return open(cache, clock, secret, ManagedSettings.NONE);
    }

    /** @param secret what to sign in with, for the demo; null to take the environment's or the keychain's */
    static Wiring open(Path cache, Clock clock, @Nullable Secret secret, ManagedSettings managed) {
        return new Wiring(CacheDatabase.open(cache), cache, clock, secret, managed);
    }

    /** What this computer's administrators settled. */
    public ManagedSettings managed() {
        return managed;
    }

    /** Where the secrets of connections are kept. */
    public SecretKeeper secrets() {
        return secrets;
    }

    /** Who is asked for the passphrase of the file with secrets, where the environment names none; before anything signs in. */
    public void askPassphrase(SecretKeeper.Passphrase by) {
        passphrase.set(Passphrases.ofEnvironmentOr(by));
    }

    /** Where newer versions are announced. */
    public ProfileUpdates updates() {
        return new ProfileUpdates(managed, preferences());
    }

    public SignIn signIn() {
        return signIn;
    }

    OdooConnector connector() {
        return connector;
    }

    public ConnectionStore connections() {
        return connections;
    }

    /** The certificate authorities that this profile trusts beside the system's. */
    public CacheAuthorities authorities() {
        return authorities;
    }

    public Journal journal() {
        return journal;
    }

    public ProposalStore proposals() {
        return proposals;
    }

    public Planner planner() {
        return planner;
    }

    /** Plans, keeps what came of it, and judges it by the policy: the one way to new proposals. */
    public Plan plan(IntConsumer progress) {
        Plan plan = planner.plan(today(), progress);
        proposals.save(plan);
        policyDesk().judge();
        return plan;
    }

    /** How planning decides. */
    public SettingsStore settings() {
        return settings;
    }

    /** Vendors, categories and SKUs by the names that buyers use. */
    public SettingScopes scopes() {
        return new CacheScopes(database);
    }

    public ReviewDesk desk() {
        return desk;
    }

    public CacheOutboxDesk outbox() {
        return outbox;
    }

    CachePaidPrices paidPrices() {
        return new CachePaidPrices(database.jdbi());
    }

    /** What buyers said about large orders. */
    public LargeOrderBook largeOrders() {
        return new CacheLargeOrders(database, clock);
    }

    /** Which product succeeds which. */
    public Successors successors() {
        return new CacheSuccessors(database, clock);
    }

    SkuNotes notes() {
        return new CacheSkuNotes(database);
    }

    /** Where this profile's exports go. */
    Path exports() {
        return folder.resolve("exports");
    }

    /** How this profile's user likes the window. */
    Preferences preferences() {
        return new FilePreferences(folder.resolve("preferences.properties"));
    }

    Clock clock() {
        return clock;
    }

    public Synchronizer synchronizer(OdooSession session) throws OdooException {
        return new Synchronizer(session, Capabilities.of(session), new MirrorJdbcStore(database), clock);
    }

    /** What writes into Odoo, and looks after what was written. */
    public WritebackWiring writeback() {
        return new WritebackWiring(this, database, outboxStore, settings);
    }

    /** The policy's versions and the brake of this machine. */
    public PolicyStore policy() {
        return policy;
    }

    /** What policy knows of the past, in the buyer's days. */
    public PolicyRecords policyRecords() {
        return policyRecords(zone());
    }

    private PolicyRecords policyRecords(ZoneId zone) {
        return new CachePolicyRecords(database, models, clock.withZone(zone));
    }

    /** Keeps what the Odoo user may do, so that the window knows it without asking again. */
    void rememberRights(OdooSession session) throws OdooException {
        new RightsStore(database, clock).keep(buyer(), OdooRights.read(session));
    }

    /** Who may change the policy. */
    public PolicyLock policyLock() {
        return new CachePolicyLock(database, clock);
    }

    /** Where people look at the policy and change it. */
    public PolicyDesk policyDesk() {
        return policyDesk(zone());
    }

    PolicyDesk policyDesk(ZoneId zone) {
        return new PolicyDesk(policy, policyRecords(zone), policyLock(), proposals::current, odooSide, clock.withZone(zone));
    }

    /** Judges a round by the policy and both brakes. */
    public Guard guard(OdooSession session) {
        return new Guard(policy, policyRecords(), new TeamChannel(session));
    }

    /** Everything that the window can do with this profile. */
    public WorkbenchServices window(Locale locale) {
        return windows().services(locale);
    }

    /** The same, for a window that may change its language or its connection. */
    public ServiceSource windows() {
        return new WindowWiring(this, null);
    }

    /** The profile's own folder: that of the cache lies in it, and that of the logs. */
    Path profileFolder() {
        return folder.toAbsolutePath().resolve("..").normalize();
    }

    /** The system's scheduler, for the unattended round. */
    public Scheduling scheduling() {
        String local = System.getenv("LOCALAPPDATA");
        Path home = Path.of(System.getProperty("user.home", "."));
        return new Scheduling(SystemScheduler.of(System.getProperty("os.name", ""), home, local == null ? home : Path.of(local)), new SystemCommands());
    }

    /** This profile's round at that time. The folder of the cache lies in the profile's, and that in the home. */
    public RoundSchedule schedule(LocalTime at, boolean weekdaysOnly) {
        Path profile = folder.toAbsolutePath().getParent();
        Path home = profile == null ? null : profile.getParent();
        if (profile == null || home == null) {
            throw new IllegalStateException("The cache lies in no profile: " + folder);
        }
        return new RoundSchedule(at, weekdaysOnly, ThisProgram.command(), home, String.valueOf(profile.getFileName()));
    }

    /** This moment by the profile's clock. */
    public Instant now() {
        return clock.instant();
    }

    /** When the cache last read Odoo in full success; empty before the first time. */
    public Optional<Instant> syncedAt() {
        return connections.syncedAt();
    }

    /** Today in the zone that the buyer works in. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    public ZoneId zone() {
        return connections.find().map(c -> ZoneId.of(c.timeZone())).orElse(ZoneId.of("UTC"));
    }

    /** Who decides here: the login of the connection. */
    public String buyer() {
        return connections.find().map(ConnectionStore.Connection::login).orElse("buyer");
    }

    @Override
    public void close() {
        database.close();
    }
}
