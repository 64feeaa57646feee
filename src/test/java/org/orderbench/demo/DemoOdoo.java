package org.orderbench.demo;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A fresh demo Odoo for each test: {@code @RegisterExtension DemoOdoo odoo = new DemoOdoo(DemoOptions.defaults())}, or
 * {@code @ExtendWith(DemoOdoo.class)} with a parameter of type {@link DemoServer}. The default is Odoo 18 with 60 products and 120 days, so
 * that it starts at once.
 */
public final class DemoOdoo implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

    private final DemoOptions options;
    private DemoServer server;

    public DemoOdoo() {
        this(small());
    }

    public DemoOdoo(DemoOptions options) {
        this.options = options;
    }

    /** Odoo 18, 60 products, 120 days. */
    public static DemoOptions small() {
        return DemoOptions.defaults().products(60).days(120);
    }

    public DemoServer server() {
        return server;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        server = DemoServer.start(options);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        server.close();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == DemoServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return server;
    }
}
