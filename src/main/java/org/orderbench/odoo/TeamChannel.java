package org.orderbench.odoo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.orderbench.policy.BrakeException;
import org.orderbench.policy.BrakeState;
import org.orderbench.policy.SharedBrake;
import org.orderbench.policy.TeamNotice;

/**
 * The team's channel in Odoo's Discuss: its description carries the brake that all clients obey, and the daily summary is posted there. It is found
 * by its external ID, so that renaming it does no harm. Safe for several threads.
 */
public final class TeamChannel implements SharedBrake, TeamNotice {

    private static final String MODEL = "discuss.channel";
    private static final String MODULE = "orderbench";

    private final OdooSession session;
    private final String externalName;

    public TeamChannel(OdooSession session) {
        this(session, "channel");
    }

    /** @param externalName of the channel in the module {@code orderbench} */
    TeamChannel(OdooSession session, String externalName) {
        this.session = session;
        this.externalName = externalName;
    }

    @Override
    public BrakeState read() {
        try {
            Optional<Integer> id = find();
            if (id.isEmpty()) {
                return new BrakeState.Unreadable("The team has no Orderbench channel in Odoo yet. Release the shared brake once to make it.");
            }
            return describe(id.get());
        } catch (OdooException e) {
            return new BrakeState.Unreadable("The team's channel in Odoo could not be read. " + e.failure().message());
        }
    }

    @Override
    public void pull(BrakeState.Braked why) throws BrakeException {
        write(BrakeText.on(why));
    }

    @Override
    public void release(String by, Instant at) throws BrakeException {
        write(BrakeText.released(by, at));
    }

    private void write(String text) throws BrakeException {
        try {
            int id = findOrMake(text);
            session.call(MODEL, "write", List.of(List.of(id), Map.of("description", text)), Map.of());
            if (!describe(id).equals(BrakeText.parse(text))) {
                throw new BrakeException("The shared brake was changed by somebody else at the same moment. Look at it and try again.", null);
            }
        } catch (OdooException e) {
            throw new BrakeException("The shared brake could not be changed. " + e.failure().message(), e);
        }
    }

    @Override
    public boolean postOnce(String key, String text) throws BrakeException {
        if (!key.matches("[A-Za-z0-9 -]+")) {
            throw new IllegalArgumentException("A message's key holds letters, digits, blanks and hyphens only");
        }
        try {
            Optional<Integer> id = find();
            if (id.isEmpty()) {
                throw new BrakeException("The team has no Orderbench channel in Odoo yet. Release the shared brake once to make it.", null);
            }
            Object there = session.call(
                    "mail.message",
                    "search_count",
                    List.of(List.of(List.of("model", "=", MODEL), List.of("res_id", "=", id.get()), List.of("body", "ilike", key))),
                    Map.of());
            if (there instanceof Number count && count.intValue() > 0) {
                return false;
            }
            session.call(
                    MODEL,
                    "message_post",
                    List.of(List.of(id.get())),
                    Map.of("body", html(key, text), "body_is_html", true, "message_type", "comment", "subtype_xmlid", "mail.mt_comment"));
            return true;
        } catch (OdooException e) {
            throw new BrakeException("The summary could not be posted to the team's channel. " + e.failure().message(), e);
        }
    }

    private static String html(String key, String text) {
        String lines = text.lines().map(TeamChannel::escape).collect(Collectors.joining("<br/>"));
        return "<p>" + lines + "</p><p><small>" + escape(key) + "</small></p>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private BrakeState describe(int id) throws OdooException {
        Object rows = session.call(MODEL, "read", List.of(List.of(id), List.of("description", "active")), Map.of());
        if (rows instanceof List<?> list && list.size() == 1 && list.getFirst() instanceof Map<?, ?> row) {
            if (!Boolean.TRUE.equals(row.get("active"))) {
                return archived();
            }
            return BrakeText.parse(row.get("description") instanceof String text ? text : "");
        }
        return new BrakeState.Unreadable("The team's Orderbench channel was deleted in Odoo. Ask your Odoo administrator to remove what is left of it, then release the shared brake once.");
    }

    private static BrakeState archived() {
        return new BrakeState.Unreadable("The team's Orderbench channel is archived or hidden from you in Odoo. Unarchive it, or ask its members to make it open to the company.");
    }

    /** Empty if there is none. */
    private Optional<Integer> find() throws OdooException {
        Object reference;
        try {
            reference = session.call("ir.model.data", "check_object_reference", List.of(MODULE, externalName), Map.of("context", Map.of("active_test", false)));
        } catch (OdooException e) {
            if (e.failure() instanceof OdooFailure.ServerFault fault && fault.lastLine().contains("External ID not found")) {
                return Optional.empty();
            }
            throw e;
        }
        if (reference instanceof List<?> pair && pair.size() == 2 && MODEL.equals(pair.get(0)) && pair.get(1) instanceof Integer id) {
            return Optional.of(id);
        }
        throw new OdooException(new OdooFailure.Refused(archived().describe()));
    }

    private int findOrMake(String text) throws OdooException {
        Optional<Integer> there = find();
        if (there.isPresent()) {
            return there.get();
        }
        // Create-once: of several clients that make it at the same time, one does, and the others find it.
        Object answer = session.call(
                MODEL,
                "load",
                List.of(
                        List.of("id", "name", "channel_type", "description"),
                        List.of(List.of(MODULE + "." + externalName, "Orderbench", "channel", text))),
                Map.of("context", Map.of("mode", "update", "noupdate", true, "tz", "UTC")));
        Optional<Integer> made = find();
        if (made.isEmpty()) {
            String said = answer instanceof Map<?, ?> map ? Objects.toString(map.get("messages"), "") : "";
            throw new OdooException(new OdooFailure.Refused("the channel could not be made. " + Words.plain(said)));
        }
        return made.get();
    }
}
