package org.orderbench.odoo;

import java.net.ProxySelector;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orderbench.odoo.TransportChoice.Kind;

/** Signs in to Odoo servers over the cheapest transport that works. Every way in which that fails is told apart. Safe for several threads. */
public final class OdooConnector {

    /** The oldest version whose calls Orderbench knows. */
    static final int OLDEST = 17;

    private static final int OLDEST_WITH_JSON_2 = 19;
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    /** What Odoo makes as API keys; a password is never put where only a key belongs. */
    private static final Pattern API_KEY = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern HEADER_SAFE = Pattern.compile("[\\x21-\\x7e]+");

    private final WireLimits limits;
    private final Clock clock;
    private final Supplier<List<Authority>> authorities;
    private final ProxySelector proxies;

    /** Trusts what the system trusts. */
    public OdooConnector(WireLimits limits, Clock clock) {
        this(limits, clock, List::of);
    }

    /** @param authorities asked at each connection: whom to trust beside the system's authorities */
    public OdooConnector(WireLimits limits, Clock clock, Supplier<List<Authority>> authorities) {
        this(limits, clock, authorities, new SystemProxies(System.getenv(), ProxySelector.getDefault()));
    }

    OdooConnector(WireLimits limits, Clock clock, Supplier<List<Authority>> authorities, ProxySelector proxies) {
        this.limits = limits;
        this.clock = clock;
        this.authorities = authorities;
        this.proxies = proxies;
    }

    /**
     * Asks the server what it is, then signs in: over JSON-2 from 19 on where the secret is an API key, else over JSON-RPC, else over XML-RPC.
     * Where the settings name a transport, over that one and no other.
     *
     * @throws OdooException saying what is wrong: the address, the server, its version, the database, or the login and secret
     */
    public ConnectedSession connect(ConnectionSettings settings, Secret secret) throws OdooException {
        HttpWire http = http(settings.address());
        try {
            return settings.only() == null ? connect(http, settings, secret) : connect(http, settings, secret, settings.only());
        } catch (OdooException | RuntimeException e) {
            http.close();
            throw e;
        }
    }

    private static ConnectedSession connect(HttpWire http, ConnectionSettings settings, Secret secret, Kind only) throws OdooException {
        XmlRpcWire xml = new XmlRpcWire(http);
        ServerInfo server = server(xml, settings.database());
        if (only == Kind.JSON_2 && server.major() < OLDEST_WITH_JSON_2) {
            throw new OdooException(new OdooFailure.NoSuchTransport(server.address(), server.version(), only.title()));
        }
        OdooSession session = switch (only) {
            case XML_RPC -> open(xml, server, settings, secret);
            case JSON_RPC -> open(new JsonRpcWire(http), server, settings, secret);
            case JSON_2 -> Json2Session.open(http, server, settings.login(), secret);
        };
        return new SteadySession(session, null, new TransportChoice(only, "as you chose"));
    }

    private ConnectedSession connect(HttpWire http, ConnectionSettings settings, Secret secret) throws OdooException {
        XmlRpcWire xml = new XmlRpcWire(http);
        ServerInfo server = server(xml, settings.database());
        if (server.major() >= OLDEST_WITH_JSON_2 && isKey(secret) && HEADER_SAFE.matcher(settings.database()).matches()) {
            try {
                Json2Session json2 = Json2Session.open(http, server, settings.login(), secret);
                return new SteadySession(json2, new RpcSession(xml, server, settings.login(), json2.uid(), secret),
                        new TransportChoice(Kind.JSON_2, "Odoo " + server.major() + " and an API key"));
            } catch (OdooException e) {
                if (!isOfTheTransport(e.failure()) && !(e.failure() instanceof OdooFailure.WrongSecret)) {
                    throw e; // a refused key is asked again below, where the login counts too
                }
            }
        }
        String why = server.major() < OLDEST_WITH_JSON_2 ? "the cheapest that Odoo " + server.major() + " has" : "Odoo " + server.major() + " and a password; with an API key it would be JSON-2";
        try {
            RpcSession json = open(new JsonRpcWire(http), server, settings, secret);
            return new SteadySession(json, new RpcSession(xml, server, settings.login(), json.uid(), secret), new TransportChoice(Kind.JSON_RPC, why));
        } catch (OdooException e) {
            if (!isOfTheTransport(e.failure())) {
                throw e;
            }
            RpcSession plain = open(xml, server, settings, secret);
            return new SteadySession(plain, null, new TransportChoice(Kind.XML_RPC, "JSON-RPC is barred or changed on the way"));
        }
    }

    /** Something answers that is no such end point: another transport may do. */
    private static boolean isOfTheTransport(OdooFailure failure) {
        return failure instanceof OdooFailure.NotOdoo || failure instanceof OdooFailure.Malformed;
    }

    private static boolean isKey(Secret secret) {
        return API_KEY.matcher(secret.reveal()).matches();
    }

    private static RpcSession open(RpcWire wire, ServerInfo server, ConnectionSettings settings, Secret secret) throws OdooException {
        return new RpcSession(wire, server, settings.login(), signIn(wire, settings, secret), secret);
    }

    /** What the server at an address says of itself, without signing in; the database stays empty. */
    public ServerInfo look(String address) throws OdooException {
        try (RpcWire wire = new XmlRpcWire(http(address))) {
            return server(wire, "");
        }
    }

    /** The names of the server's databases, for choosing from; empty where the server keeps them to itself. */
    public List<String> listDatabases(String address) throws OdooException {
        try (RpcWire wire = new XmlRpcWire(http(address))) {
            return switch (wire.invoke("db", "list", List.of())) {
                case Answer.Value(List<?> names) -> names.stream().filter(Objects::nonNull).map(name -> Words.plain(String.valueOf(name))).toList();
                case Answer.Value(Object other) -> List.of();
                case Answer.Fault fault -> List.of();
            };
        }
    }

    private HttpWire http(String typed) throws OdooException {
        try {
            URI address = ServerAddress.parse(typed);
            return new HttpWire(address, limits, clock, proxies, authorities.get());
        } catch (IllegalArgumentException e) {
            throw new OdooException(OdooFailure.BadAddress.of(typed, e), e);
        }
    }

    private static ServerInfo server(RpcWire wire, String database) throws OdooException {
        Answer answer = version(wire);
        if (answer instanceof Answer.Value(Map<?, ?> said) && said.get("server_version") instanceof String version) {
            int major = major(said.get("server_version_info"), version);
            if (major < OLDEST) {
                throw new OdooException(new OdooFailure.UnsupportedVersion(wire.address(), Words.plain(version), OLDEST));
            }
            return new ServerInfo(wire.address(), database, Words.plain(version), major);
        }
        throw new OdooException(new OdooFailure.NotOdoo(wire.address(), "it speaks XML-RPC, but does not say an Odoo version"));
    }

    /** The first question to a server. What breaks here is rather the wrong address than a fault of an Odoo. */
    private static Answer version(RpcWire wire) throws OdooException {
        try {
            return wire.invoke("common", "version", List.of());
        } catch (OdooException e) {
            throw switch (e.failure()) {
                case OdooFailure.ServerFault fault -> new OdooException(new OdooFailure.NotOdoo(wire.address(), fault.lastLine()), e);
                case OdooFailure.NoAnswer cut when cut.detail().startsWith("the connection broke") ->
                        new OdooException(new OdooFailure.NotOdoo(wire.address(), cut.detail() + "; if it is one, try again in a minute"), e);
                default -> e;
            };
        }
    }

    /** {@code [18, 0, …]}, or {@code ["saas~18", 3, …]} between the yearly versions. */
    private static int major(@Nullable Object info, String version) {
        Object first = info instanceof List<?> list && !list.isEmpty() ? list.getFirst() : version;
        Matcher digits = NUMBER.matcher(String.valueOf(first));
        return digits.find() && digits.group().length() < 6 ? Integer.parseInt(digits.group()) : 0;
    }

    private static int signIn(RpcWire wire, ConnectionSettings settings, Secret secret) throws OdooException {
        Answer answer = wire.invoke("common", "authenticate", List.of(settings.database(), settings.login(), secret.reveal(), Map.of()));
        return switch (answer) {
            case Answer.Value(Integer uid) when uid > 0 -> uid;
            case Answer.Value(Object refused) -> throw new OdooException(new OdooFailure.WrongSecret(settings.login()));
            case Answer.Fault fault -> throw new OdooException(Faults.ofSignIn(fault.without(secret), settings.login(), settings.database()));
        };
    }
}
