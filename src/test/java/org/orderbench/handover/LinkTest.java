package org.orderbench.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            orderbench:sku/20056               | 20056
            ORDERBENCH:SKU/20056               | 20056
            orderbench:sku/A%2FB%20%26%20C     | A/B & C
            orderbench:sku/Gr%C3%B6%C3%9Fe-7   | Größe-7
            orderbench:sku/a+b                 | a+b
            orderbench:sku/%E6%9D%B1           | 東
            """)
    void aSkuIsNamedByItsReference(String text, String code) throws BadLinkException {
        assertThat(Link.parse(text)).isEqualTo(new Link.ToSku(code));
    }

    @Test
    void anOrderAndAScreenAreNamedToo() throws BadLinkException {
        assertThat(Link.parse("orderbench:order/P00042")).isEqualTo(new Link.ToOrder("P00042"));
        assertThat(Link.parse("orderbench:screen/outbox")).isEqualTo(new Link.ToScreen("outbox"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "orderbench:", "orderbench:sku", "orderbench:sku/", "orderbench:sku/%20", "orderbench://sku/1", "orderbench:/sku/1", "https://sku/1",
        "orderbench:approve/1", "orderbench:order/P1/confirm", "orderbench:order/P1?confirm=1", "orderbench:order/P1#x", "orderbench:screen/Policy",
        "orderbench:screen/admin", "orderbench:sku/../../etc", "orderbench:sku/a%2", "orderbench:sku/%", "orderbench:sku/%zz", "orderbench:sku/%+1",
        "orderbench:sku/%FF", "orderbench:sku/%C0%AF", "orderbench:sku/a%00b", "orderbench:sku/a%0Ab", "orderbench:sku/%E2%80%AE1", "orderbench:sku/\"",
        "orderbench:sku/a b", "orderbench:sku/ö", "orderbench:sku/a\\b", "orderbench:sku/<b>", " orderbench:sku/1", "--home=/tmp", "orderbench:sku/1\n"
    })
    void anythingElseIsRefusedInWords(String text) {
        assertThatExceptionOfType(BadLinkException.class).isThrownBy(() -> Link.parse(text))
                .withMessageStartingWith("This is not a link that Orderbench knows: ").withMessageContaining("orderbench:sku/20056");
    }

    @Test
    void aNameHasAnEnd() throws BadLinkException {
        assertThat(Link.parse("orderbench:sku/" + "x".repeat(100))).isEqualTo(new Link.ToSku("x".repeat(100)));
        assertThatExceptionOfType(BadLinkException.class).isThrownBy(() -> Link.parse("orderbench:sku/" + "x".repeat(101)));
        assertThatExceptionOfType(BadLinkException.class).isThrownBy(() -> Link.parse("orderbench:sku/" + "%41".repeat(1_000_000)));
    }

    @Test
    void whatIsWrittenIsReadBackAndNoiseIsNeverAnythingButRefused() throws BadLinkException {
        Random random = new Random(9);
        String alphabet = "aZ09-._~%/&+ öß東😀'\"<";
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder("x");
            for (int i = random.nextInt(30); i > 0; i--) {
                text.appendCodePoint(alphabet.codePoints().skip(random.nextInt((int) alphabet.codePoints().count())).findFirst().orElseThrow());
            }
            Link sku = new Link.ToSku(text.toString());
            assertThat(Link.parse(sku.text())).isEqualTo(sku);
            try {
                assertThat(Link.parse(Link.parse("orderbench:sku/" + text).text())).isInstanceOf(Link.ToSku.class);
            } catch (BadLinkException refused) {
                assertThat(refused).hasMessageContaining("not a link");
            }
        }
    }

    @Test
    void aFileHoldsOneLinkOnItsFirstLine(@TempDir Path folder) throws IOException, BadLinkException {
        Path file = folder.resolve("look.orderbench");
        Files.writeString(file, "orderbench:order/P00042\r\nsent by Ana\n");
        assertThat(LinkFile.read(file)).isEqualTo(new Link.ToOrder("P00042"));
        Files.write(file, new byte[100_000]);
        assertThatExceptionOfType(BadLinkException.class).isThrownBy(() -> LinkFile.read(file));
        assertThat(LinkFile.named("C:\\Users\\ana\\look.ORDERBENCH")).isTrue();
        assertThat(LinkFile.named("orderbench:sku/look.orderbench")).isFalse();
    }
}
