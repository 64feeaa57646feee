package org.orderbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orderbench.desktop.common.Preferences;
import org.orderbench.desktop.common.Situation;
import org.orderbench.odoo.ServerInfo;

class RememberedTest {

    private static final Instant READ = Instant.parse("2026-11-25T08:00:00Z");

    private final Preferences preferences = Preferences.inMemory();

    private static Remembered as(String zone, String buyer, String currency, @Nullable ServerInfo server, @Nullable Instant read, @Nullable Instant planned) {
        return new Remembered(ZoneId.of(zone), buyer, currency, new Situation(server, buyer, true, null, false, read, planned, ""));
    }

    private static Remembered usual(@Nullable Instant planned) {
        return as("Europe/Berlin", "ana", "EUR", new ServerInfo("https://erp.example.com", "acme", "18.0", 18), READ, planned);
    }

    @Test
    void theNextWindowKnowsWhatTheLastOneShowed() {
        assertThat(Remembered.of(preferences)).isEmpty();
        for (Instant planned : new Instant[] {null, READ.plusSeconds(60)}) {
            usual(planned).keep(preferences);
            assertThat(Remembered.of(preferences)).contains(usual(planned));
        }
    }

    @Test
    void aProfileThatWasNeverReadIsNotRemembered() {
        usual(null).keep(preferences);
        as("UTC", "ana", "EUR", new ServerInfo("https://erp.example.com", "acme", "18.0", 18), null, null).keep(preferences);
        assertThat(Remembered.of(preferences)).isEmpty();
        usual(null).keep(preferences);
        as("UTC", "ana", "EUR", null, READ, null).keep(preferences);
        assertThat(Remembered.of(preferences)).isEmpty();
    }

    @Test
    void whatCannotBeReadIsForgotten() {
        for (String text : new String[] {"", "a\tb", "a\tb\tc\td\tnot a time\t\tUTC\tEUR", "a\tb\tc\td\t" + READ + "\t\tNowhere/Atall\tEUR"}) {
            preferences.put("window.opened", text);
            assertThat(Remembered.of(preferences)).as(text).isEmpty();
        }
    }

    @Test
    void aWindowIsMadeAnewWhereItWouldShowSomethingElse() {
        Remembered now = usual(READ);
        ServerInfo server = now.situation().server();
        assertThat(now.holds(usual(null))).isTrue();
        assertThat(now.holds(as("Europe/Paris", "ana", "EUR", server, READ, null))).isFalse();
        assertThat(now.holds(as("Europe/Berlin", "bob", "EUR", server, READ, null))).isFalse();
        assertThat(now.holds(as("Europe/Berlin", "ana", "GBP", server, READ, null))).isFalse();
        assertThat(now.holds(as("Europe/Berlin", "ana", "EUR", null, null, null))).isFalse();
    }
}
