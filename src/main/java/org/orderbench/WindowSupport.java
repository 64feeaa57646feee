package org.orderbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderbench.cache.ConnectionStore;
import org.orderbench.cli.Version;
import org.orderbench.desktop.common.Situation;
import org.orderbench.desktop.common.Support;
import org.orderbench.odoo.ConnectionSettings;
import org.orderbench.odoo.OdooFailure;
import org.orderbench.support.Redactor;
import org.orderbench.support.SupportFile;

/** Says what a helper asks first, and leaves out what is nobody's business. */
final class WindowSupport implements Support {

    private final Wiring wiring;
    private final ServerContact contact;

    WindowSupport(Wiring wiring, ServerContact contact) {
        this.wiring = wiring;
        this.contact = contact;
    }

    @Override
    public Path collect(Path folder) throws IOException {
        return new SupportFile(wiring.profileFolder().resolve("logs"), new Redactor(known())).write(folder, facts(), wiring.clock().instant());
    }

    /** What must not appear, whatever it looks like: the secret itself, login, database and host. */
    private List<String> known() {
        List<String> known = new ArrayList<>();
        ConnectionStore.@Nullable Connection held = wiring.connections().find().orElse(null);
        if (held != null) {
            known.add(held.login());
            known.add(held.database());
            known.add(held.address().replaceFirst("^https?://", ""));
            known.addAll(wiring.signIn().secretsOf(new ConnectionSettings(held.address(), held.database(), held.login())));
        }
        return known;
    }

    private Map<String, String> facts() {
        Situation now = contact.situation(OdooFailure::message);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Orderbench", Version.number());
        facts.put("System", System.getProperty("os.name") + " " + System.getProperty("os.version") + " " + System.getProperty("os.arch"));
        facts.put("Java", System.getProperty("java.vendor") + " " + System.getProperty("java.version"));
        facts.put("Language", Locale.getDefault().toLanguageTag());
        facts.put("Processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
        facts.put("Memory", Runtime.getRuntime().maxMemory() / 1_048_576 + " MB");
        facts.put("Odoo", now.server() == null ? "not connected" : now.server().version());
        facts.put("Problem", now.problem() == null ? "none" : now.problem());
        facts.put("Data read", String.valueOf(now.syncedAt()));
        facts.put("Planned", String.valueOf(now.plannedAt()));
        facts.put("Brake", now.brake().isEmpty() ? "released" : "on");
        facts.put("SKUs", String.valueOf(wiring.proposals().statuses().size()));
        facts.put("Outbox", wiring.outbox().counts().toString());
        return facts;
    }
}
