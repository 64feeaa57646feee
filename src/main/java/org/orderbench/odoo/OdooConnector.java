package org.orderbench.odoo;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Signs in to Odoo servers. Every way in which that fails is told apart. Stateless, safe for several threads. */
public final class OdooConnector {

    /** The oldest version whose calls Orderbench knows. */
    static final int OLDEST = 17;

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final WireLimits limits;
    private final Clock clock;

    public OdooConnector(WireLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Asks the server what it is, then signs in.
     *
     * @throws OdooException saying what is wrong: the address, the server, its version, the database, or the login and secret
     */
    public OdooSession connect(ConnectionSettings settings, Secret secret) throws OdooException {
        RpcWire wire = new XmlRpcWire(new HttpWire(address(settings.address()), limits, clock));
        try {
            ServerInfo server = server(wire, settings.database());
            return new RpcSession(wire, server, settings.login(), signIn(wire, settings, secret), secret);
        } catch (OdooException | RuntimeException e) {
            wire.close();
            throw e;
        }
    }

    /** The names of the server's databases, for choosing from; empty where the server keeps them to itself. */
    public List<String> listDatabases(String address) throws OdooException {
        try (RpcWire wire = new XmlRpcWire(new HttpWire(address(address), limits, clock))) {
            return switch (wire.invoke("db", "list", List.of())) {
                case Answer.Value(List<?> names) -> names.stream().filter(Objects::nonNull).map(name -> Words.plain(String.valueOf(name))).toList();
                case Answer.Value(Object other) -> List.of();
                case Answer.Fault fault -> List.of();
            };
        }
    }

    private static URI address(String typed) throws OdooException {
        try {
            return ServerAddress.parse(typed);
        } catch (IllegalArgumentException e) {
            throw new OdooException(new OdooFailure.BadAddress(String.valueOf(e.getMessage())), e);
        }
    }

    private static ServerInfo server(RpcWire wire, String database) throws OdooException {
        Answer answer = wire.invoke("common", "version", List.of());
        if (answer instanceof Answer.Value(Map<?, ?> said) && said.get("server_version") instanceof String version) {
            int major = major(said.get("server_version_info"), version);
            if (major < OLDEST) {
                throw new OdooException(new OdooFailure.UnsupportedVersion(wire.address(), Words.plain(version), OLDEST));
            }
            return new ServerInfo(wire.address(), database, Words.plain(version), major);
        }
        throw new OdooException(new OdooFailure.NotOdoo(wire.address(), "it speaks XML-RPC, but does not say an Odoo version"));
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
            case Answer.Fault fault -> throw new OdooException(Faults.ofSignIn(fault, settings.login(), settings.database()));
        };
    }
}
