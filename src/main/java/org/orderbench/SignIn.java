package org.orderbench;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orderbench.cache.ConnectionStore;
import org.orderbench.managed.ManagedSettings;
import org.orderbench.odoo.ConnectedSession;
import org.orderbench.odoo.ConnectionSettings;
import org.orderbench.odoo.KeyExpiry;
import org.orderbench.odoo.OdooConnector;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooFailure;
import org.orderbench.odoo.OdooSession;
import org.orderbench.odoo.Secret;
import org.orderbench.odoo.SecretKeeper;
import org.orderbench.odoo.SecretStore.SecretStoreException;
import org.orderbench.odoo.ServerAddress;
import org.orderbench.odoo.TransportChoice.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs in with the connection that the profile holds, and the secret from the environment or the keychain. Safe for several threads. */
public final class SignIn {

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);
    private static final String VARIABLE = "ORDERBENCH_SECRET";
    private static final Duration KEY_NOTICE = Duration.ofDays(14);

    private final ConnectionStore connections;
    private final OdooConnector connector;
    private final SecretKeeper secrets;
    private final @Nullable Secret given;
    /** Typed in the window where no keychain can keep it: for this run of the program only. */
    private final AtomicReference<@Nullable Secret> typed = new AtomicReference<>();
    private final ManagedSettings managed;
    private final Clock clock;

    /** @param given a secret that comes before the environment's and the keychain's (the demo's), or null */
    SignIn(ConnectionStore connections, OdooConnector connector, SecretKeeper secrets, @Nullable Secret given, ManagedSettings managed, Clock clock) {
        this.clock = clock;
        this.managed = managed;
        this.connections = connections;
        this.connector = connector;
        this.secrets = secrets;
        this.given = given;
    }

    /** The secret that is set for this process, or null. Where it is set it is used and nothing is stored. */
    public static @Nullable Secret secretFromEnvironment() {
        String value = System.getenv(VARIABLE);
        return value == null || value.isEmpty() ? null : Secret.of(value);
    }

    /**
     * Keeps the secret of a connection: in the keychain or the encrypted file, or where neither can be used in memory until the program ends.
     *
     * @return where it is kept; empty if it does not outlive the program
     */
    public Optional<SecretKeeper.Place> remember(ConnectionSettings settings, Secret secret) {
        typed.set(Secret.of(secret.reveal()));
        try {
            return Optional.of(secrets.store(settings, secret));
        } catch (SecretStoreException e) {
            LOG.warn("{}", e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Opens the encrypted file now if the profile's secret lies there, so that its passphrase is asked for at the start and not in the middle of work; what it
     * holds is in memory until the program ends.
     */
    void unlock() {
        ConnectionStore.@Nullable Connection held = connections.find().orElse(null);
        if (held != null && given == null && typed.get() == null && secretFromEnvironment() == null) {
            keptOrNone(new ConnectionSettings(held.address(), held.database(), held.login())).ifPresent(typed::set);
        }
    }

    /** Signs in for the first time and keeps the connection, without its secret. A transport that was chosen before stays the chosen one. */
    public ConnectedSession connect(ConnectionSettings wanted, Secret secret) throws OdooException {
        Kind only = wanted.only() == null ? connections.find().map(SignIn::chosen).orElse(null) : wanted.only();
        ConnectionSettings settings = new ConnectionSettings(wanted.address(), wanted.database(), wanted.login(), only);
        ConnectedSession session = connector.connect(allowed(settings), secret);
        try {
            Object context = session.call("res.users", "context_get", List.of(), Map.of());
            String zone = context instanceof Map<?, ?> map && map.get("tz") instanceof String tz ? tz : "UTC";
            connections.save(new ConnectionStore.Connection(
                    session.server().address(), session.server().database(), settings.login(), session.server().version(), zone, only == null ? null : only.word()));
            return session;
        } catch (OdooException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /** @throws NotConnectedException if the profile has no connection yet, or no secret for it can be found */
    public ConnectedSession open() throws OdooException {
        ConnectionStore.Connection held = connections.find().orElseThrow(() -> new NotConnectedException(
                "This profile is not connected to an Odoo yet. Connect first: orderbench connect --url ADDRESS --db NAME --login LOGIN."));
        ConnectionSettings settings = new ConnectionSettings(held.address(), held.database(), held.login(), chosen(held));
        return connector.connect(allowed(settings), secret(settings));
    }

    /** Asked before the secret leaves this computer. */
    private ConnectionSettings allowed(ConnectionSettings settings) throws OdooException {
        try {
            managed.refusal(ServerAddress.parse(settings.address()), settings.database()).ifPresent(why -> {
                throw new NotConnectedException(why);
            });
        } catch (IllegalArgumentException e) {
            throw new OdooException(OdooFailure.BadAddress.of(settings.address(), e), e);
        }
        return settings;
    }

    private static @Nullable Kind chosen(ConnectionStore.Connection held) {
        return held.transport() == null ? null : Kind.ofWord(held.transport()).orElse(null);
    }

    /** Every secret that may be in use for a connection: what a text that leaves the computer is searched for. */
    List<String> secretsOf(ConnectionSettings settings) {
        return Stream.of(Optional.ofNullable(given), Optional.ofNullable(typed.get()), Optional.ofNullable(secretFromEnvironment()), keptOrNone(settings))
                .flatMap(Optional::stream)
                .map(Secret::reveal)
                .toList();
    }

    private Secret secret(ConnectionSettings settings) {
        if (given != null) {
            return given;
        }
        Secret remembered = typed.get();
        if (remembered != null) {
            return remembered;
        }
        Secret fromEnvironment = secretFromEnvironment();
        return (fromEnvironment != null ? Optional.of(fromEnvironment) : kept(settings)).orElseThrow(() -> new NotConnectedException(
                "No secret is stored for " + settings.login() + " on " + settings.database() + ". Run 'orderbench connect' again, or set " + VARIABLE + "."));
    }

    private Optional<Secret> keptOrNone(ConnectionSettings settings) {
        try {
            return secrets.find(settings);
        } catch (SecretStoreException e) {
            return Optional.empty(); // what nobody could open was not in use
        }
    }

    private Optional<Secret> kept(ConnectionSettings settings) {
        try {
            return secrets.find(settings);
        } catch (SecretStoreException e) {
            throw new NotConnectedException(String.valueOf(e.getMessage()));
        }
    }

    /**
     * What is to be said of an API key that ends within two weeks, or has ended; empty while there is time. Odoo gives a key at most three months from 18 on, and one
     * that ended looks like a wrong password.
     */
    public Optional<String> keyWarning(OdooSession session) {
        try {
            return KeyExpiry.within(KEY_NOTICE, session, clock).map(key -> key.words(clock.instant()));
        } catch (OdooException e) {
            LOG.info("When the API key ends could not be asked: {}", e.failure().message());
            return Optional.empty(); // a warning that cannot be had is no reason to fail what was done
        }
    }

    /** There is nothing to sign in with; the message says what to do. */
    public static final class NotConnectedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotConnectedException(String message) {
            super(message);
        }
    }
}
