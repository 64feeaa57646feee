package org.orderbench.desktop.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.orderbench.writeback.ReviewDesk.Refusal;
import org.orderbench.writeback.ReviewDesk.Why;

class RefusalWordsTest {

    private static String german(Why why, List<String> figures) {
        Texts texts = new Texts(Locale.GERMANY);
        return new RefusalWords(texts, new Formats(Locale.GERMANY, ZoneOffset.UTC, texts)).say(new Refusal(1, why, figures, "in English"));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
    void everyRefusalHasWordsInTheReadersLanguage(Why why) {
        List<String> figures = switch (why) {
            case DAY_HAS_COME -> List.of("2026-11-02");
            case BELOW_MINIMUM -> List.of("1200", "Stück", "1212.5");
            case NOT_WHOLE_PACKS -> List.of("Karton", "1200", "Stück", "2400");
            case BETWEEN_PACKS -> List.of("Karton", "1200", "Stück", "1200", "2400.5");
            case NOTHING_QUEUED -> List.of("P00377");
            default -> List.of();
        };
        assertThat(german(why, figures)).isNotBlank().doesNotContain("in English", "{", "1200", "2400", "1212.5");
    }

    @Test
    void figuresStandInTheReadersForm() {
        assertThat(german(Why.BETWEEN_PACKS, List.of("Karton", "1200", "Stück", "1200", "2400.5")))
                .isEqualTo("Gekauft wird in Karton zu 1.200 Stück. Am nächsten: 1.200 oder 2.400,5.");
    }

    @Test
    void whatHasNoNameStaysAsItCame() {
        assertThat(german(Why.OTHER, List.of())).isEqualTo("in English");
    }
}
