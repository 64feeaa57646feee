package org.orderbench.demo.wire;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.orderbench.demo.orm.OdooError;

/** {@code /xmlrpc/2/common}, {@code /object} and {@code /db}. */
final class XmlRpc implements Transport, Transport.Encoder {

    private static final int FAULT_ANY = 1;
    private static final int FAULT_WARNING = 2;
    private static final int FAULT_DENIED = 3;
    private static final int FAULT_ACCESS = 4;

    private final Services services;
    private final Traceback traceback;

    XmlRpc(Service service) {
        this.services = new Services(service);
        this.traceback = new Traceback(service.database().version());
    }

    @Override
    public Call parse(Request request) {
        String service = request.path().substring(request.path().lastIndexOf('/') + 1);
        try {
            XmlRpcRequest read = XmlRpcRequest.read(new ByteArrayInputStream(request.body()));
            return services.call(service, read.method(), read.parameters(), request.snapshot(), this);
        } catch (XMLStreamException e) {
            return new Call(service, "", () -> {
                throw OdooError.value("xml.parsers.expat.ExpatError: " + e.getMessage());
            }, this);
        }
    }

    @Override
    public Reply result(@Nullable Object value) {
        try {
            return Reply.xml(XmlRpcResponse.result(value));
        } catch (XmlRpcResponse.CannotMarshal e) {
            return fault(FAULT_ANY, traceback.ofMarshalling(String.valueOf(e.getMessage())));
        }
    }

    @Override
    public Reply failure(OdooError e) {
        return switch (e.kind()) {
            case USER, VALIDATION, MISSING, NO_MODEL, NO_DATABASE -> fault(FAULT_WARNING, e.text());
            case DENIED, UNAUTHORIZED, SESSION -> fault(FAULT_DENIED, "Access Denied");
            case ACCESS -> fault(FAULT_ACCESS, e.text());
            case ARGUMENT, VALUE, KEY, INDEX, ATTRIBUTE, DATABASE -> fault(FAULT_ANY, traceback.ofCall(e.kind().python().replace("builtins.", "") + ": " + e.text()));
        };
    }

    private static Reply fault(int code, String text) {
        return Reply.xml(XmlRpcResponse.fault(code, text));
    }
}
