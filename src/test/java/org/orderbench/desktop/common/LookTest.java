package org.orderbench.desktop.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LookTest {

    @Test
    void aLookIsRemembered() {
        Preferences preferences = Preferences.inMemory();
        Look look = new Look(Theme.DARK, 130, "fr");
        look.keep(preferences);
        assertThat(Look.of(preferences)).isEqualTo(look);
    }

    @Test
    void whatIsUnreadableIsTheUsual() {
        Preferences preferences = Preferences.inMemory();
        preferences.put("look.theme", "PURPLE");
        preferences.put("look.size", "4000");
        preferences.put("look.language", "tlh");
        assertThat(Look.of(preferences)).isEqualTo(Look.USUAL);
    }

    @Test
    void aCountrysOwnFormsStayWhereItSpeaksTheLanguage() {
        Locale zuerich = Locale.forLanguageTag("de-CH");
        assertThat(Look.USUAL.withLanguage("de").locale(zuerich)).isEqualTo(zuerich);
        assertThat(Look.USUAL.withLanguage("fr").locale(zuerich)).isEqualTo(Locale.FRENCH);
        assertThat(Look.USUAL.locale(Locale.UK)).isEqualTo(Locale.UK);
    }

    @Test
    void figuresAreWrittenAsTheLanguageWritesThem() {
        assertThat(formats(Locale.GERMANY).figure(new BigDecimal("1234.5"))).isEqualTo("1.234,5");
        assertThat(formats(Locale.FRANCE).figure(new BigDecimal("1234.5"))).isEqualTo("1\u202f234,5");
        assertThat(formats(Locale.of("es", "ES")).figure(new BigDecimal("12345.5"))).isEqualTo("12.345,5");
        assertThat(formats(Locale.forLanguageTag("de-CH")).figure(new BigDecimal("1234.5"))).isEqualTo("1’234.5");
        assertThat(formats(Locale.GERMANY).fullDay(LocalDate.of(2026, 11, 25))).isEqualTo("25. Nov. 2026");
        assertThat(formats(Locale.FRANCE).fullDay(LocalDate.of(2026, 11, 25))).isEqualTo("25 nov. 2026");
    }

    private static Formats formats(Locale locale) {
        return new Formats(locale, ZoneOffset.UTC, new Texts(locale));
    }
}
