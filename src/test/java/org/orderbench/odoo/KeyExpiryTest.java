package org.orderbench.odoo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyExpiryTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration TWO_WEEKS = Duration.ofDays(14);

    /** A server of that version that answers so to the question for keys. */
    private record Keys(int major, Object answer) implements OdooSession {

        @Override
        public ServerInfo server() {
            return new ServerInfo("http://fake", "demo", major + ".0", major);
        }

        @Override
        public int uid() {
            return 2;
        }

        @Override
        public Object call(String model, String method, List<?> args, Map<String, ?> kwargs) throws OdooException {
            assertThat(model).isEqualTo("res.users.apikeys");
            assertThat(kwargs.get("domain").toString()).contains("user_id, =, 2");
            if (answer instanceof OdooFailure failure) {
                throw new OdooException(failure);
            }
            return answer;
        }

        @Override
        public void close() {}
    }

    private static Optional<KeyExpiry> found(int major, Object answer) throws OdooException {
        return KeyExpiry.within(TWO_WEEKS, new Keys(major, answer), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static List<?> key(String ends) {
        return List.of(Map.of("id", 1, "name", "Orderbench", "expiration_date", ends));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-04 11:59:00, in 13 days", "2026-11-21 13:00:00, tomorrow", "2026-11-20 13:00:00, within a day", "2026-11-19 00:00:00, has ended"
    })
    void aKeyThatEndsWithinTwoWeeksIsAnnouncedWithWhatToDo(String ends, String when) throws Exception {
        assertThat(found(18, key(ends)).orElseThrow().words(NOW)).contains("\"Orderbench\"").contains(when).contains(ends.substring(0, 10)).contains("New API Key");
    }

    @Test
    void aKeyWithTimeLeftIsNot() throws Exception {
        assertThat(found(19, key("2026-12-04 12:00:01"))).isEmpty();
        assertThat(found(19, List.of())).isEmpty();
    }

    @Test
    void whereKeysDoNotEndOrAreNotShownNothingIsSaid() throws Exception {
        assertThat(found(17, key("2026-11-21 13:00:00"))).isEmpty();
        assertThat(found(18, new OdooFailure.Forbidden("res.users.apikeys", "read", "x"))).isEmpty();
        assertThat(found(18, new OdooFailure.MissingModel("res.users.apikeys", "x"))).isEmpty();
        assertThat(found(18, key("soon"))).isEmpty();
        assertThat(found(18, "nonsense")).isEmpty();
    }

    @Test
    void aServerThatDoesNotAnswerIsNoReasonToBelieveTheKeyFine() {
        assertThatThrownBy(() -> found(18, new OdooFailure.NoAnswer("http://fake", "cut"))).isInstanceOf(OdooException.class);
    }
}
