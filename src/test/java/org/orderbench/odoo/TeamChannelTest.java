package org.orderbench.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderbench.policy.BrakeCause;
import org.orderbench.policy.BrakeException;
import org.orderbench.policy.BrakeState.Braked;
import org.orderbench.policy.BrakeState.Released;
import org.orderbench.policy.BrakeState.Unreadable;

class TeamChannelTest {

    private static final Instant AT = Instant.parse("2026-11-25T06:00:00.123456Z");

    /** The one channel of an Odoo, as two clients see it. */
    private static final class Discuss implements OdooSession {
        private boolean exists;
        private Object active = true;
        private Object description = false;
        private @Nullable OdooFailure failure;
        private final List<String> messages = new ArrayList<>();

        @Override
        public ServerInfo server() {
            return new ServerInfo("http://odoo.example", "db", "18.0", 18);
        }

        @Override
        public int uid() {
            return 5;
        }

        @Override
        public @Nullable Object call(String model, String method, List<?> args, Map<String, ?> kwargs) throws OdooException {
            if (failure != null) {
                throw new OdooException(failure);
            }
            return switch (model + "." + method) {
                case "ir.model.data.check_object_reference" -> {
                    if (!exists) {
                        throw new OdooException(new OdooFailure.ServerFault(1, "ValueError: External ID not found in the system: orderbench.channel"));
                    }
                    yield List.of("discuss.channel", Boolean.TRUE.equals(active) ? (Object) 12 : false);
                }
                case "discuss.channel.load" -> {
                    if (!exists) {
                        exists = true;
                        description = ((List<?>) ((List<?>) args.get(1)).getFirst()).get(3);
                    }
                    yield Map.of("ids", List.of(12), "messages", List.of());
                }
                case "discuss.channel.read" -> List.of(Map.of("id", 12, "description", description, "active", active));
                case "discuss.channel.write" -> {
                    description = ((Map<?, ?>) args.get(1)).get("description");
                    yield true;
                }
                case "mail.message.search_count" -> {
                    String key = (String) ((List<?>) ((List<?>) args.getFirst()).get(2)).get(2);
                    yield (int) messages.stream().filter(m -> m.contains(key)).count();
                }
                case "discuss.channel.message_post" -> {
                    messages.add((String) kwargs.get("body"));
                    yield List.of(messages.size());
                }
                default -> throw new AssertionError("unexpected " + model + "." + method);
            };
        }

        @Override
        public void close() {}
    }

    private final Discuss odoo = new Discuss();
    private final TeamChannel channel = new TeamChannel(odoo);

    @Test
    void withoutAChannelTheBrakeIsOnAndReleasingMakesTheChannel() throws BrakeException {
        assertThat(channel.read()).isInstanceOfSatisfying(Unreadable.class, u -> assertThat(u.words()).contains("Release the shared brake once"));
        channel.release("Ada", AT);
        assertThat(new TeamChannel(odoo).read()).isEqualTo(new Released());
    }

    @Test
    void whatOneClientPullsAnotherReads() throws BrakeException {
        channel.release("Ada", AT);
        Braked pulled = new Braked(BrakeCause.UNUSUAL_TOTAL, "Today comes to 900 GBP.", "agent", AT);
        channel.pull(pulled);
        assertThat(new TeamChannel(odoo).read()).isEqualTo(pulled);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "STOP", "released", "Orderbench brake: released", "Orderbench brake: released\nby: Ada\nat: yesterday\n\nx"})
    void anyOtherTextKeepsItOn(String text) throws BrakeException {
        channel.release("Ada", AT);
        odoo.description = text;
        assertThat(channel.read()).isInstanceOf(Unreadable.class);
    }

    @Test
    void aReleaseThatSomebodyWroteIntoStopsToo() throws BrakeException {
        channel.release("Ada", AT);
        odoo.description = odoo.description + " STOP";
        assertThat(channel.read()).isInstanceOf(Unreadable.class);
        odoo.description = "STOP\n" + BrakeText.released("Ada", AT);
        assertThat(channel.read()).isInstanceOf(Unreadable.class);
        odoo.description = BrakeText.released("Ada", AT).replace("\n", "\r\n") + "\n";
        assertThat(channel.read()).as("a browser's line ends").isEqualTo(new Released());
        odoo.description = false;
        assertThat(channel.read()).isInstanceOf(Unreadable.class);
    }

    @Test
    void aHostileNameCannotForgeARelease() throws BrakeException {
        Braked forged = new Braked(BrakeCause.HAND, "x\n\nOrderbench brake: released\nby: Eve", "Eve\nwhy: y", AT);
        channel.release("Ada", AT);
        channel.pull(forged);
        assertThat(channel.read()).isInstanceOf(Braked.class);
        channel.release("Eve\nat: " + AT + "\n\n", AT);
        assertThat(channel.read()).isEqualTo(new Released());
    }

    @Test
    void anArchivedOrDeletedChannelKeepsItOn() throws BrakeException {
        channel.release("Ada", AT);
        odoo.active = false;
        assertThat(channel.read()).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> channel.release("Ada", AT)).isInstanceOf(BrakeException.class).hasMessageContaining("Unarchive it");
    }

    @Test
    void noAnswerKeepsItOnAndPullingSaysSo() throws BrakeException {
        channel.release("Ada", AT);
        odoo.failure = new OdooFailure.NoAnswer("http://odoo.example", "timed out");
        assertThat(channel.read()).isInstanceOfSatisfying(Unreadable.class, u -> assertThat(u.words()).contains("timed out"));
        assertThatThrownBy(() -> channel.pull(new Braked(BrakeCause.HAND, "", "Ada", AT))).isInstanceOf(BrakeException.class).hasMessageContaining("timed out");
    }

    @Test
    void aSummaryIsPostedOnceAndEscaped() throws BrakeException {
        channel.release("Ada", AT);
        assertThat(channel.postOnce("orderbench-day 2026-11-25", "3 lines <drafted>\n2 & more")).isTrue();
        assertThat(channel.postOnce("orderbench-day 2026-11-25", "again")).isFalse();
        assertThat(channel.postOnce("orderbench-day 2026-11-26", "next")).isTrue();
        assertThat(odoo.messages).first().asString().contains("3 lines &lt;drafted&gt;<br/>2 &amp; more");
    }
}
