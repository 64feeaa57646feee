package org.orderbench.managed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orderbench.policy.AuthorityLevel;
import org.orderbench.policy.Ceiling;
import org.orderbench.policy.Policy;
import org.orderbench.policy.Slice;
import org.orderbench.policy.SliceRule;

class ManagedFileTest {

    @TempDir
    Path folder;

    @Test
    void withoutAFileNothingIsSettled() {
        assertThat(new ManagedFile(folder.resolve("managed.properties")).read()).isEqualTo(ManagedSettings.NONE);
    }

    @Test
    void oneServerAndDatabaseMayBeConnectedTo() throws Exception {
        ManagedSettings settings = read("odoo.url = https://odoo.example.com/\nodoo.database=acme\n");
        assertThat(settings.refusal(URI.create("https://ODOO.example.com:443"), "acme")).isEmpty();
        assertThat(settings.refusal(URI.create("https://odoo.example.org"), "acme")).hasValueSatisfying(why -> assertThat(why).contains("https://odoo.example.com"));
        assertThat(settings.refusal(URI.create("http://odoo.example.com"), "acme")).as("not without https").isPresent();
        assertThat(settings.refusal(URI.create("https://odoo.example.com"), "test")).hasValueSatisfying(why -> assertThat(why).contains("\"acme\""));
    }

    @Test
    void aPolicyIsCutDownToTheCeilingsAndTheLevelAndOtherwiseLeftAlone() throws Exception {
        ManagedSettings settings = read("ceiling.line=100\nceiling.day=99999\nauthority.highest=auto-draft\n");
        Policy lax = Policy.initial("EUR", Instant.EPOCH)
                .with(List.of(new Slice("everything", List.of(new SliceRule.Everything()), AuthorityLevel.AUTO_CONFIRM, Ceiling.of(1_000))), "Ann", Instant.EPOCH, "try");
        Policy bounded = settings.bounds().apply(lax);
        assertThat(bounded.limits().line().value()).isEqualByComparingTo(BigDecimal.valueOf(100));
        assertThat(bounded.limits().day()).isEqualTo(lax.limits().day());
        assertThat(bounded.limits().order()).isEqualTo(lax.limits().order());
        assertThat(bounded.slices()).extracting(Slice::level).containsExactly(AuthorityLevel.AUTO_DRAFT);
        assertThat(bounded.version()).isEqualTo(lax.version());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "cieling.line=100|cieling.line",
        "ceiling.line=1,000|ceiling.line",
        "ceiling.line=-1|ceiling.line",
        "ceiling.line=|ceiling.line",
        "authority.highest=all|auto-confirm",
        "odoo.url=odoo.example.com|https://",
        "update.check=yes|on or off",
        "update.check=on|update.url",
        "odoo.url=\\u00zz|cannot be read",
    })
    void whatIsNotUnderstoodIsAnErrorThatNamesItAndTheFile(String line, String named) {
        assertThatThrownBy(() -> read(line)).isInstanceOf(ManagedFileException.class).hasMessageContaining(named).hasMessageContaining("managed.properties");
    }

    @Test
    void updatesAreAskedForOnlyWhereSwitchedOn() throws Exception {
        assertThat(read("update.url=https://orderbench.example/news.json\nupdate.key=x\nupdate.check=off").updates()).isEmpty();
        assertThat(read("update.url=https://orderbench.example/news.json\nupdate.key=x").updates()).isEmpty();
        assertThat(read("update.check=on\nupdate.url=https://orderbench.example/news.json\nupdate.key=MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=").updates()).isPresent();
    }

    private ManagedSettings read(String text) throws IOException {
        Path file = folder.resolve("managed.properties");
        Files.writeString(file, text);
        return new ManagedFile(file).read();
    }
}
