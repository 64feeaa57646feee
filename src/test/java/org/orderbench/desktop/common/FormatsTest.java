package org.orderbench.desktop.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderbench.catalog.Quantity;

class FormatsTest {

    private static Formats in(Locale locale) {
        return new Formats(locale, ZoneOffset.UTC, new Texts(locale));
    }

    @Test
    void numbersMoneyAndDatesHaveTheLocalesForm() {
        assertThat(in(Locale.UK).money(new BigDecimal("3420.5"), "GBP")).isEqualTo("£3,420.50");
        assertThat(in(Locale.UK).roundMoney(new BigDecimal("3420.5"), "GBP")).isEqualTo("£3,421");
        assertThat(in(Locale.GERMANY).money(new BigDecimal("3420.5"), "EUR").replace('\u00a0', ' ')).isEqualTo("3.420,50 €");
        assertThat(in(Locale.UK).money(new BigDecimal("3420"), "JPY")).isEqualTo("JP¥3,420");
        assertThat(in(Locale.GERMANY).quantity(Quantity.of(1200.5))).isEqualTo("1.200,5");
        assertThat(in(Locale.UK).day(LocalDate.of(2026, 12, 1))).isEqualTo("1 Dec");
    }

    @Test
    void aCurrencyOfTheCompanysOwnIsShownByItsName() {
        assertThat(in(Locale.UK).money(new BigDecimal("12"), "Points")).isEqualTo("12.00 Points");
    }

    @ParameterizedTest
    @CsvSource({"20,just now", "60,1 min ago", "3599,59 min ago", "3600,1 hour ago", "7200,2 hours ago", "180000,2 days ago"})
    void agesAreToldInTheLargestUnitThatSaysEnough(long seconds, String words) {
        Instant now = Instant.parse("2026-11-23T09:00:00Z");
        assertThat(in(Locale.UK).age(now.minusSeconds(seconds), now)).isEqualTo(words);
    }
}
