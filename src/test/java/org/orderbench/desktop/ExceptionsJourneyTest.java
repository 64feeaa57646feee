package org.orderbench.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderbench.desktop.shell.Screen;
import org.orderbench.proposal.PlanException;

/** What a buyer does about an exception: reads what it is made of, looks at the SKU, mends it in Odoo. */
class ExceptionsJourneyTest {

    private static Stagehand open(Locale locale) throws InterruptedException {
        Stagehand window = Stagehand.open(new SampleServices(40, true), Stagehand.Setting.USUAL.in(locale));
        window.ask(() -> {
            window.shell.open(Screen.EXCEPTIONS);
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
            return true;
        });
        return window;
    }

    @SuppressWarnings("unchecked")
    private static TableView<PlanException> table(Stagehand window) {
        return (TableView<PlanException>) window.scene().lookup("#table");
    }

    private static PlanException choose(Stagehand window, String reason) throws InterruptedException {
        return window.ask(() -> {
            PlanException found = table(window).getItems().stream().filter(e -> e.reason().equals(reason)).findFirst().orElseThrow();
            table(window).getSelectionModel().select(found);
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
            return found;
        });
    }

    private static List<String> behind(Stagehand window) throws InterruptedException {
        return window.ask(() -> window.scene().lookup("#behind").lookupAll(".label").stream().map(node -> ((Label) node).getText()).toList());
    }

    @Test
    void eachFigureStandsOverItsSourceAndItsAgeIsTold() throws Exception {
        try (Stagehand window = open(Locale.UK)) {
            choose(window, "expedite");
            assertThat(window.text("#todo")).startsWith("Stock runs out on 29 Nov, and P00121 brings 144 only on 9 Dec");
            assertThat(behind(window)).contains("on hand", "36 Units", "stock.quant", "arriving on", "9 Dec 2026", "purchase.order 401", "worth a call from", "3 days", "default");
            assertThat(window.text("#asOf")).startsWith("Read from Odoo ").contains(" ago), planned ");
            choose(window, "kit");
            assertThat(window.<Boolean>ask(() -> window.scene().lookup("#behind").isVisible())).as("nothing was reckoned").isFalse();
        }
    }

    @Test
    void theyAreSaidInTheReadersLanguage() throws Exception {
        try (Stagehand window = open(Locale.GERMANY)) {
            choose(window, "overstock");
            assertThat(window.text("#todo")).startsWith("1.250 sind vorrätig");
            assertThat(behind(window)).contains("vorrätig", "1.250 Units", "zu viel jenseits von", "180 Tage", "gesetzt für Lieferant Bloom & Wild Wholesale", "höchstens verkauft", "2,95 GBP je Units");
            assertThat(window.text("#asOf")).startsWith("Aus Odoo gelesen ");
            List<String> chips = window.ask(() -> window.scene().getRoot().lookupAll(".chip").stream().map(chip -> ((ToggleButton) chip).getText()).toList());
            assertThat(chips).contains("Beschleunigen 6", "Überbestand 6", "Ein Bausatz 5", "Kein Lieferantenpreis 6");
        }
    }

    @ParameterizedTest(name = "by {0}")
    @ValueSource(strings = {"button", "key"})
    void aMissingVendorIsMendedInOdoo(String how) throws Exception {
        try (Stagehand window = open(Locale.UK)) {
            PlanException chosen = choose(window, "no-supplier-price");
            if (how.equals("button")) {
                window.click("#mend");
            } else {
                window.ask(() -> {
                    table(window).requestFocus();
                    return true;
                });
                window.press(KeyCode.ENTER);
            }
            assertThat(window.sample.browsed).singleElement().satisfies(address -> assertThat(address).endsWith("/odoo/product.product/" + chosen.sku().productId()));
        }
    }

    @Test
    void withNothingChosenNothingIsOffered() throws Exception {
        try (Stagehand window = open(Locale.UK)) {
            assertThat(Stream.of("#mend", "#show").allMatch(button -> window.scene().lookup(button).isDisabled())).isTrue();
        }
    }
}
