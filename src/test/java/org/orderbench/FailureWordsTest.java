package org.orderbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderbench.desktop.common.Progress;
import org.orderbench.desktop.common.Texts;
import org.orderbench.odoo.OdooException;
import org.orderbench.odoo.OdooFailure;
import org.orderbench.writeback.GatewayException;

class FailureWordsTest {

    private static final List<OdooFailure> FAILURES = List.of(
            new OdooFailure.BadAddress(OdooFailure.BadAddress.Trouble.SCHEME, "ftp"),
            new OdooFailure.BadAddress(OdooFailure.BadAddress.Trouble.UNREADABLE, "no address"),
            new OdooFailure.UnsupportedVersion("https://a.example", "14.0", 17),
            new OdooFailure.NoSuchTransport("https://a.example", "17.0", "JSON-2"),
            new OdooFailure.Unreachable("https://a.example", "the name is not known"),
            new OdooFailure.NoAnswer("https://a.example", "it was cancelled"),
            new OdooFailure.Untrusted("https://a.example", "expired"),
            new OdooFailure.NotOdoo("https://a.example", "it answers with a web page"),
            new OdooFailure.Unavailable("https://a.example", 1503, null),
            new OdooFailure.Unavailable("https://a.example", 429, Duration.ofSeconds(1200)),
            new OdooFailure.WrongDatabase("acme"),
            new OdooFailure.WrongSecret("ana"),
            new OdooFailure.Forbidden("purchase.order", "write", "Purchase / User"),
            new OdooFailure.MissingModel("purchase.order", "Purchase"),
            new OdooFailure.Refused("Choose {0} or 'none'."),
            new OdooFailure.ServerFault(2, "ValueError: it's {odd}"),
            new OdooFailure.Malformed("https://a.example", "too deep"));

    private static final Progress NOBODY = new Progress() {
        @Override
        public void at(String step, double fraction) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    @Test
    void everyFailureIsHere() {
        assertThat(FAILURES.stream().<Class<?>>map(OdooFailure::getClass).collect(Collectors.toSet()))
                .isEqualTo(Set.copyOf(Arrays.asList(OdooFailure.class.getPermittedSubclasses())));
    }

    @Test
    void inEnglishTheWindowSaysWhatTheCommandLineSays() {
        FailureWords words = new FailureWords(new Texts(Locale.UK));
        assertThat(FAILURES).allSatisfy(failure -> assertThat(words.of(failure).replace('’', '\'')).isEqualTo(failure.message()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de", "fr", "es"})
    void everyLanguageSaysItInItsOwnWordsAndKeepsTheFacts(String language) {
        FailureWords words = new FailureWords(new Texts(Locale.forLanguageTag(language)));
        assertThat(FAILURES).filteredOn(failure -> !(failure instanceof OdooFailure.BadAddress)).allSatisfy(failure -> {
            assertThat(words.of(failure)).isNotEqualTo(failure.message()).doesNotContain("Ask ", "Check ", "Try ");
            for (String fact : List.of("https://a.example", "acme", "\"ana\"", "Purchase / User", "purchase.order", "1503", "1200", "Choose {0} or 'none'.", "it's {odd}", "too deep")) {
                if (failure.message().contains(fact)) {
                    assertThat(words.of(failure)).contains(fact.replace("\"", ""));
                }
            }
        });
    }

    @Test
    void whatComesFromOdooIsSaidInTheWindowsLanguageHoweverDeepItLies() {
        FailureWords words = new FailureWords(new Texts(Locale.GERMAN));
        OdooException odoo = new OdooException(new OdooFailure.Refused("Nein."));
        assertThatThrownBy(() -> words.saying(progress -> {
            throw new GatewayException(GatewayException.Kind.REFUSED, odoo.failure().message(), odoo);
        }).run(NOBODY)).hasMessage("Odoo hat abgelehnt: Nein.").hasRootCause(odoo);
    }

    @Test
    void whatDoesNotComeFromOdooStaysWhatItIs() {
        IOException full = new IOException("The disk is full.");
        assertThatThrownBy(() -> new FailureWords(new Texts(Locale.GERMAN)).saying(progress -> {
            throw full;
        }).run(NOBODY)).isSameAs(full);
    }
}
