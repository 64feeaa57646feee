package org.orderbench.odoo;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session on the cheapest transport, with XML-RPC behind it: a read whose answer is no answer of that protocol (a proxy bars the path or changes the
 * bytes) is asked again over XML-RPC, and so are all calls from then on. A write is never asked again here. Where there is nothing behind it, the one transport is all there is.
 */
final class SteadySession implements ConnectedSession {

    private static final Logger LOG = LoggerFactory.getLogger(SteadySession.class);
    private static final Set<String> READS = Set.of("read", "search", "search_read", "search_count", "fields_get", "read_group", "formatted_read_group", "check_object_reference", "context_get");

    private final OdooSession cheap;
    private final @Nullable OdooSession plain;
    private volatile TransportChoice choice;
    private @Nullable Capabilities capabilities;

    SteadySession(OdooSession cheap, @Nullable OdooSession plain, TransportChoice choice) {
        this.cheap = cheap;
        this.plain = plain;
        this.choice = choice;
    }

    @Override
    public TransportChoice transport() {
        return choice;
    }

    @Override
    public synchronized Capabilities capabilities() throws OdooException {
        if (capabilities == null) {
            capabilities = Capabilities.ask(this);
        }
        return capabilities;
    }

    @Override
    public ServerInfo server() {
        return cheap.server();
    }

    @Override
    public int uid() {
        return cheap.uid();
    }

    @Override
    public @Nullable Object call(String model, String method, List<?> args, Map<String, ?> kwargs) throws OdooException {
        if (plain == null) {
            return cheap.call(model, method, args, kwargs);
        }
        if (choice.kind() == TransportChoice.Kind.XML_RPC) {
            return plain.call(model, method, args, kwargs);
        }
        try {
            return cheap.call(model, method, args, kwargs);
        } catch (OdooException e) {
            boolean noAnswerOfThatProtocol = e.failure() instanceof OdooFailure.NotOdoo || e.failure() instanceof OdooFailure.Malformed;
            if (!noAnswerOfThatProtocol || !READS.contains(method)) {
                throw e;
            }
            LOG.info("{} gave no readable answer; going on over XML-RPC", choice.kind().title());
            Object answer = plain.call(model, method, args, kwargs);
            choice = new TransportChoice(TransportChoice.Kind.XML_RPC, choice.kind().title() + " stopped working: " + e.failure().message());
            return answer;
        }
    }

    @Override
    public void close() {
        cheap.close();
        if (plain != null) {
            plain.close();
        }
    }
}
